// The rules of the last gestures: what stands may be countered, by whoever is here.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/undo/state.hpp"

namespace screens::undo {

class Presenter {
 public:
  explicit Presenter(Desk& desk) : desk_(desk) { refresh(); }
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void undo(const domain::EntryRef& ref);

  Desk& desk_;
  State state_;
};

}  // namespace screens::undo
