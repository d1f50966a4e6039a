// The rules of the counting screen: +1 and −1, what they come to beside what was asked, what a tap
// saves and where it leads. Draws nothing. UI thread.
#pragma once

#include "kiosk/screens/counting/state.hpp"
#include "kiosk/screens/desk.hpp"

namespace screens::counting {

class Presenter {
 public:
  Presenter(Desk& desk, domain::CellId cell);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return saved_until(desk_); }

 private:
  void show(domain::CellPlace at);
  void keep();

  Desk& desk_;
  domain::CellId cell_;
  State state_;
};

}  // namespace screens::counting
