// The rules of sending: the server is looked at first, known conflicts are asked about before the
// start, nothing goes without a person's tap; at its end the receipt takes this place.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/push/state.hpp"

namespace screens::push {

class Presenter {
 public:
  // The desk has a server.
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void take_orders(const PushPlan& plan);
  void take_questions(const PushPlan& plan);
  void choose(const Choose& choose);

  Desk& desk_;
  ServerDesk& server_;
  State state_;
  bool pushing_ = false;
};

}  // namespace screens::push
