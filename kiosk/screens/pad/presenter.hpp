// The rules of the number pad: what the line comes to for the open cell and what its accent does.
// What it saves is marked as typed. Works without a scale. Draws nothing. UI thread.
#pragma once

#include "domain/weighing.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/pad/state.hpp"

namespace screens::pad {

class Presenter {
 public:
  Presenter(Desk& desk, const AtPad& place);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  void typed(char c);
  std::optional<domain::Moment> deadline() const { return fresh_until(desk_); }

 private:
  void press(ui::PadKey key);
  void judge();
  void judge_weight(domain::CellPlace at, domain::Weight net);
  void judge_count(domain::CellPlace at, domain::Quantity count);
  void keep();
  void save();

  Desk& desk_;
  AtPad place_;
  bool far_over_ = false;
  State state_;
};

}  // namespace screens::pad
