// The rules of the matrix: which part of it is shown, which cell is next, and what a tap means.
// Draws nothing. It holds the window that is shown and makes its state anew only after refresh() or
// a turn, whatever the size of the day. UI thread.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/matrix/state.hpp"

namespace screens::matrix {

// How much of the matrix a panel holds.
struct Fit {
  int columns = 1, rows = 1;
  bool operator==(const Fit&) const = default;
};

// Where the matrix stood, kept while other screens are open (position.hpp).
struct Position {
  int column = 0, row = 0;
  domain::CellId brought;  // the cell that it was last turned to
};

// Brought to this, it stays where it is until the work goes elsewhere. (A Ui that never showed the
// matrix has -1.)
inline constexpr domain::CellId stays{-2};

class Presenter {
 public:
  Presenter(Desk& desk, AtMatrix place);

  // Before each frame; returns what is to be drawn. `position` is read the first time and written
  // whenever it changes.
  const State& state(Fit fit, Position& position);
  void refresh() { stale_ = true; }
  void act(const Action& action, Position& position);

  // The paging key that leads to a target that is out of view, for scripts.
  std::string_view lead(std::string_view target, const Position& position) const;

 private:
  std::optional<domain::CellPlace> focus() const;
  void bring_into_view(Position& position) const;
  void clamp(Position& position) const;
  void fill(const Position& position);
  void fill_row(int row, const Position& position, std::optional<domain::CellPlace> next);
  std::optional<domain::AllocationMatrix::Spot> spot_of(std::string_view target) const;

  Desk& desk_;
  AtMatrix place_;
  Fit fit_;
  State state_;
  bool stale_ = true;
};

}  // namespace screens::matrix
