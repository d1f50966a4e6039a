// What the trouble screen shows of the scale or the printer: what happens, what is safe, what to
// do. Filled by the presenter.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "domain/reading.hpp"
#include "kiosk/screens/common/cell_work.hpp"

namespace screens::trouble {

struct State : CellWork {
  Device device = Device::scale;
  bool has_cell = false;  // work on a cell is open: CellWork is filled
  std::optional<NamedAmount> asked;
  bool by_weight = false;  // its unit is a mass, so that a weight can be typed

  domain::Trouble scale = domain::Trouble::none;
  std::optional<domain::Weight> shows;  // what the scale says, when it does
  std::string since;                    // "10:46"; empty where nothing ever came
  long bags = 0;                        // saved in the run of the open cell

  PrinterTrouble printer = PrinterTrouble::none;
  long waiting = 0;           // labels
  std::string waiting_since;  // whose bag waits longest
};

struct Header {
  ui::HeaderTap tap;
};
struct Retry {};
struct TypeWeight {};
struct Continue {};
using Action = std::variant<Header, Retry, TypeWeight, Continue>;

}  // namespace screens::trouble
