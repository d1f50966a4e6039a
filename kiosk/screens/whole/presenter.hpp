// The rules of the whole day: what each tile is, how the day is cut into pages, what a tap means.
// UI thread.
#pragma once

#include <string_view>

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/matrix/presenter.hpp"
#include "kiosk/screens/whole/state.hpp"

namespace screens::whole {

// How much a page holds. An order's head takes some rows too; where a page is one order there is
// none.
struct Capacity {
  enum Pages { by_panels, by_order } pages = by_panels;
  int panels = 2;
  float rows = 17;  // of a panel
  bool operator==(const Capacity&) const = default;
};

class Presenter {
 public:
  explicit Presenter(Desk& desk) : desk_(desk) {}
  // Before each frame. `window`: where the matrix stands and how much of it a panel holds.
  const State& state(const Capacity& capacity, const matrix::Position& position, matrix::Fit fit);
  void refresh() { stale_ = true; }
  // Where the matrix is to open, if it is.
  std::optional<matrix::Position> act(const Action& action);
  // The key that leads to a region of another page.
  std::string_view lead(std::string_view target) const;

 private:
  using Page = std::vector<Panel>;
  std::vector<Block> orders() const;
  std::vector<Page> paged(std::vector<Block> orders) const;
  Row row_of(int row, std::optional<domain::CellPlace> next, int lit_row) const;
  void count(State& state) const;

  Desk& desk_;
  Capacity capacity_;
  State state_;
  std::vector<std::pair<int, int>> regions_;  // first and last of each page
  int page_ = -1;                             // -1: that of the lit row
  bool stale_ = true;
};

}  // namespace screens::whole
