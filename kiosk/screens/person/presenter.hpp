// The rules of the person's sheet: each tap takes effect at once and stays with the station.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/person/state.hpp"

namespace screens::person {

class Presenter {
 public:
  explicit Presenter(Desk& desk) : desk_(desk) { refresh(); }
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void go(Way way);
  void toggle(Toggle toggle);
  void speak(ui::Language language);

  Desk& desk_;
  State state_;
};

}  // namespace screens::person
