// The rules of the receipt: complete only where every figure was read back equal; else what remains
// is the next step.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/receipt/state.hpp"

namespace screens::receipt {

class Presenter {
 public:
  // The desk has a server.
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void take_order(const ReceiptOrder& order);
  void take_settled(const Receipt& receipt);

  Desk& desk_;
  ServerDesk& server_;
  State state_;
  bool not_printed_ = false;
};

}  // namespace screens::receipt
