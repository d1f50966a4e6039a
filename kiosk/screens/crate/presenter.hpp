// The rules of one crate: its lines, which is next, and what a tap means. UI thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/crate/state.hpp"
#include "kiosk/screens/desk.hpp"

namespace screens::crate {

class Presenter {
 public:
  Presenter(Desk& desk, const AtCrate& place);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void add_line(domain::CellPlace at);
  std::optional<domain::CellPlace> current() const;

  Desk& desk_;
  std::string ordergroup_;
  int column_ = -1;
  State state_;
};

}  // namespace screens::crate
