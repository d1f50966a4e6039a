// The rules of the first screen: a tap on a name and the person is here, work stays as it was.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/who/state.hpp"

namespace screens::who {

class Presenter {
 public:
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void choose(const std::string& name);
  void go_on();
  void speak(ui::Language language);

  Desk& desk_;
  State state_;
};

}  // namespace screens::who
