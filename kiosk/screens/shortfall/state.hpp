// What the shortfall sheet shows: what a cell lacks with the bag at hand, why, what is left and who
// still waits. Filled by the presenter.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::shortfall {

// Why the accent waits.
enum class Wait { no, moving, nothing_missing, noted_before };

struct State : CellWork {
  NamedAmount at_hand;   // of this bag
  bool has_bag = false;  // at hand is more than nothing
  NamedAmount given;     // in the cell with it
  NamedAmount missing;   // of what was asked
  bool lacks = false;    // missing is more than nothing
  Wait wait = Wait::no;

  domain::Cause cause;
  bool other_open = false;  // the further reasons stand in place of the four
  bool ask_all = false;     // the question stands instead of the work
  bool scale_silent = false;

  std::optional<NamedAmount> left;  // in the crate, without the bag at hand
  std::vector<CellRow> waiting;     // open cells of the article but this one
  NamedAmount asked_by_them;
};

struct Header {
  ui::HeaderTap tap;
};
struct Choose {
  domain::Cause cause;
};
struct OpenOther {
  std::string text;  // the reason that stands until a nearer one is chosen
};
struct MoreBags {};      // weigh.more
struct NothingToday {};  // short.all
struct Note {};          // short.save
struct TypeWeight {};
struct Answer {
  bool yes;
};
using Action =
    std::variant<Header, Choose, OpenOther, MoreBags, NothingToday, Note, TypeWeight, Answer>;

}  // namespace screens::shortfall
