// The rules of the weighing screen: what the load on the scale means for the open cell, what a tap
// saves and where it leads. Draws nothing. It hands each reading to the rule of weighing; with
// hands full, lifting a good bag saves it. UI thread.
#pragma once

#include "domain/weighing.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/weighing/state.hpp"

namespace screens::weighing {

class Presenter {
 public:
  Presenter(Desk& desk, domain::CellId cell);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const;

 private:
  void show(const domain::Advice& advice);
  void show_crate(domain::CellPlace at);
  void keep();
  void save(const domain::Load& load);
  void too_little();
  void undo();

  Desk& desk_;
  domain::CellId cell_;
  State state_;
};

}  // namespace screens::weighing
