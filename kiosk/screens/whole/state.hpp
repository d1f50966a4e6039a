// What the whole day shows at one glance: a tile a cell, orders one below the other in panels, and
// what the tiles come to. Filled by the presenter, which also cuts the day into pages.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/cells.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/ui/header.hpp"

namespace screens::whole {

struct Tile {
  Mark mark = Mark::to_do;
  bool next = false;
};

struct Row {
  std::string article;
  int matrix_row = 0;
  bool lit = false;
  Supply::Kind supply = Supply::unknown;
  std::optional<Amount> lack;
  std::vector<std::optional<Tile>> tiles;  // a column each
};

// Rows of one order, side by side with nothing else; an order that is too long for a panel goes on
// in the next one.
struct Block {
  std::string supplier;
  int done = 0, cells = 0;  // of the order; done: not open
  std::vector<Row> rows;
  int first_region = 0;  // number of its first region of rows, over the whole day
};

struct Panel {
  std::vector<Block> blocks;
};

// An order's head takes some rows; an order of a single article a little more than that one, so
// that it can be tapped.
inline constexpr float head_rows = 1.2f, least_rows = 1.2f;
enum class Heads { no, yes };
inline float rows_high(const Block& block, Heads heads) {
  return (heads == Heads::yes ? head_rows : 0) +
         std::max(static_cast<float>(block.rows.size()), least_rows);
}
inline float rows_high(const Panel& panel, Heads heads) {
  float rows = 0;
  for (const Block& block : panel.blocks) rows += rows_high(block, heads);
  return rows;
}

// What the legend counts: of the day, or of the order shown where a page is an order.
struct Counts {
  long good = 0, to_do = 0, begun = 0, shortfall = 0, over = 0, absent = 0;
  long enough = 0, will_lack = 0, noted = 0;
};

struct State {
  Frame frame;
  std::vector<Panel> panels;  // of this page
  int page = 0, pages = 1;
  std::vector<int> crates;  // number of each column
  int lit_column = -1;
  std::string lit_ordergroup;
  // What the matrix shows.
  int frame_row = 0, frame_rows = 0, frame_column = 0, frame_columns = 0;
  long done = 0, cells = 0;
  Counts counts;
  NextStep step;
};

// A region of 7 cells x 3 rows: the matrix opens there.
struct OpenRegion {
  int row, column;  // of the matrix
};
struct TurnPage {
  int by;
};
struct Go {};  // the accent
using Action = std::variant<ui::HeaderTap, OpenRegion, TurnPage, Go>;

// Rows of a region: three, the last of an order takes what is left over.
inline constexpr int region_rows = 3, region_columns = 7;
inline int regions_of(int rows) {
  return rows < region_rows ? (rows > 0 ? 1 : 0) : rows / region_rows;
}

}  // namespace screens::whole
