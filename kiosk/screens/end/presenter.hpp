// The rules of the day's end: which points are open, and that a day ends only by a person's word.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/end/state.hpp"

namespace screens::end {

class Presenter {
 public:
  explicit Presenter(Desk& desk) : desk_(desk) { refresh(); }
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void find_points();
  void count_received();

  Desk& desk_;
  State state_;
};

}  // namespace screens::end
