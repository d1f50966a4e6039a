// What one ordergroup's crate shows: its lines over all orders, in the order of the matrix, and
// before them how many are still missing. Filled by the presenter.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/cells.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/ui/header.hpp"

namespace screens::crate {

struct Line {
  domain::CellId cell;
  std::string article, supplier;
  Mark mark = Mark::to_do;
  enum Way { weigh, count, ask_unit } way = weigh;
  std::optional<NamedAmount> asked;  // nothing where no page tells
  std::optional<NamedAmount> given;
  std::optional<NamedAmount> difference;  // given − asked; nothing where it is none
  std::optional<domain::Cause> cause;     // of a shortfall
};

struct State {
  Frame frame;
  std::string ordergroup;
  int crate = 0;
  std::vector<Line> lines;
  long current = -1;  // the next open line
  long open = 0;
  std::vector<std::string> shortfalls;  // articles
  bool has_previous = false, has_next = false;
  std::string next_open;  // where nothing is open here: an ordergroup where something is
  NextStep step;
};

struct OpenLine {
  domain::CellId cell;
};
struct Previous {};
struct Next {};
struct Go {};  // the accent
using Action = std::variant<ui::HeaderTap, OpenLine, Previous, Next, Go>;

}  // namespace screens::crate
