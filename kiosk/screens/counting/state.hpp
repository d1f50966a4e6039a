// What the counting screen shows: how many units of the open cell are in hand, beside what was
// asked. Numbers are of the server's unit. Filled by the presenter.
#pragma once

#include <optional>
#include <variant>

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::counting {

enum class Say { add, good, take_off, no_aim };

// Boxes as the producer packs them: 2 × 12 = 24.
struct Boxes {
  std::int64_t boxes, each;
};

struct State : CellWork {
  std::string unit;                       // "boîte de 6"
  std::optional<domain::Quantity> asked;  // nothing where no page tells
  domain::Quantity already;               // in this cell, from earlier bags
  domain::Quantity count;                 // in hand
  Say say = Say::add;
  domain::Quantity amount;  // missing or too much

  std::optional<domain::Quantity> left;  // of the article, without what is in hand
  std::optional<domain::Quantity> will_lack;
  std::optional<Boxes> boxes;
};

struct Header {
  ui::HeaderTap tap;
};
struct Step {
  int by;
};
struct Keep {};
struct TooLittle {};
struct TypeCount {};
struct Undo {};
struct ToggleList {};
struct ToCell {
  long cell;
};
using Action = std::variant<Header, Step, Keep, TooLittle, TypeCount, Undo, ToggleList, ToCell>;

}  // namespace screens::counting
