// The rules of the overview: how far each order is, where work goes on, when a new day asks first.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/overview/state.hpp"

namespace screens::overview {

class Presenter {
 public:
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void open(long order);
  void new_day();

  Desk& desk_;
  State state_;
};

}  // namespace screens::overview
