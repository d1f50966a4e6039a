// What the number pad shows: the calculator line, what it comes to, and what that means for the
// open cell. Filled by the presenter.
#pragma once

#include <optional>
#include <variant>

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/pad/calculator.hpp"
#include "kiosk/ui/pad.hpp"

namespace screens::pad {

enum class Say { type, add, good, take_off, no_aim };
enum class Save { ready, keep, wait_missing, wait_number };

struct State : CellWork {
  std::optional<NamedAmount> asked;
  NamedAmount already;  // in this cell, from earlier bags
  PadFor what = PadFor::saving;

  Calculator line{Measures::weight};
  std::optional<NamedAmount> result;  // nothing while no number stands, or one too large
  Say say = Say::type;
  NamedAmount amount;  // missing, too much, or the difference to the aim
  bool exact = false;  // good, and no difference
  Save save = Save::wait_number;
  bool ask_far_over = false;

  // What the scale says beside it; nothing where it says nothing.
  std::optional<domain::Weight> on_scale;
  bool scale_silent = false;
};

struct Header {
  ui::HeaderTap tap;
};
struct Key {
  ui::PadKey key;
};
struct Keep {};  // pad.ok
struct Answer {
  bool yes;
};
using Action = std::variant<Header, Key, Keep, Answer>;

}  // namespace screens::pad
