// What the matrix shows: the window of it that the panel holds, with its frozen heads and margin.
// Amounts and names only. Filled by the presenter, anew only where something changed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/ids.hpp"
#include "kiosk/screens/common/cells.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/ui/header.hpp"

namespace screens::matrix {

enum class Lit { no, yes };

// The head of a column. It may span several orders; any of its group orders names it.
struct Head {
  std::string ordergroup;
  std::vector<domain::GroupOrderId> group_orders;
  Lit lit = Lit::no;
};

// The head of a row and its margin.
struct Row {
  std::string article;
  std::string unit;  // empty where the unit is a mass, for then the cells show weights
  std::optional<domain::OrderArticleId> id;
  Amount given;
  std::optional<Amount> received;
  bool expected = false;  // nobody entered what arrived: `received` is what the page expects
  Supply supply;
  Lit lit = Lit::no;
  bool begins_order = false;  // the rows above are of another order
};

struct Cell {
  domain::CellId id;
  Mark mark = Mark::to_do;
  std::optional<Amount> amount;  // given, or asked while nothing is; nothing where no page tells
  bool next = false;             // the accent's cell
};

struct State {
  Frame frame;
  std::string supplier;  // of the lit row, or of the first row where that one is paged away
  int first_column = 0, all_columns = 0;
  int first_row = 0, all_rows = 0;
  std::vector<Head> heads;                 // of the columns shown
  std::vector<Row> rows;                   // shown
  std::vector<std::optional<Cell>> cells;  // row by row
  NextStep step;
  bool day_open = true;
  unsigned long version = 0;  // another number, other contents
};

struct OpenCell {
  domain::CellId cell;
};
struct OpenHead {
  int column;  // of those shown
};
struct OpenReceived {
  domain::OrderArticleId article;
};
struct OpenWhole {};
struct OpenFind {};
enum class Turn { left, right, up, down };
struct ScrollRows {
  int by;
};
struct Go {};  // the accent
using Action = std::variant<ui::HeaderTap, OpenCell, OpenHead, OpenReceived, OpenWhole, OpenFind,
                            Turn, ScrollRows, Go>;

}  // namespace screens::matrix
