// The rules of the unit question: what the text says is chosen already, a size that it does not
// tell is typed, the answer is an entry and remembered. Draws nothing. UI thread.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/unit/state.hpp"

namespace screens::unit {

class Presenter {
 public:
  Presenter(Desk& desk, const AtUnit& place);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  void typed(char c);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void leave(ui::HeaderTap tap);
  void choose(domain::Measure measure);
  void press(ui::PadKey key);
  void take_typed();
  void save();

  Desk& desk_;
  AtUnit place_;
  State state_;
};

}  // namespace screens::unit
