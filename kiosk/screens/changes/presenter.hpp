// There is nothing to decide here but the way on.
#pragma once

#include "kiosk/screens/changes/state.hpp"
#include "kiosk/screens/desk.hpp"

namespace screens::changes {

class Presenter {
 public:
  explicit Presenter(Desk& desk) : desk_(desk) { refresh(); }
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  Desk& desk_;
  State state_;
};

}  // namespace screens::changes
