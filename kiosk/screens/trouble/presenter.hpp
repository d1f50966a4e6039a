// What is told of a device in trouble, and the ways on from there. Draws nothing. UI thread.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/trouble/state.hpp"

namespace screens::trouble {

class Presenter {
 public:
  Presenter(Desk& desk, const AtTrouble& place);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return fresh_until(desk_); }

 private:
  void show_scale();
  void show_printer();

  Desk& desk_;
  State state_;
};

}  // namespace screens::trouble
