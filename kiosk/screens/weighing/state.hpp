// What the weighing screen shows: one article, cell by cell, with the load on the scale. Amounts
// and names only; the view puts them into words. Filled by the presenter.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/amount.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/ui/gauge.hpp"
#include "kiosk/ui/glyphs.hpp"

namespace screens::weighing {

// What the strip says; the amount belongs to add, good and take_off.
enum class Say {
  place,  // nothing on the pan
  moving,
  add,
  good,  // amount: difference to the aim
  take_off,
  lift,  // hands-full: good long enough, lifting saves
  under_zero,
  overload,
  silent,
  same_load,  // the bag just saved is still on the pan
};

// The accent: ready, or why not yet.
enum class Save { ready, keep, wait_moving, wait_missing, wait_load, wait_change, wait_scale };

struct CellRow {
  long cell;
  std::string name;
  ui::Glyph state;
  domain::Weight amount;  // given, or asked while nothing is
};

struct NextCell {
  int crate;
  std::string name;
  domain::Weight asked;
};

struct SavedBag {
  std::string name;
  domain::Weight net;
};

struct State {
  Frame frame;
  std::string article, producer;
  long bag = 1, bags = 1;  // "bag 3 of 12"
  std::string cell;
  int crate = 0;
  domain::Weight asked;
  domain::Weight already;  // in this cell, from earlier bags

  Say say = Say::place;
  domain::Weight amount;
  domain::Weight net, gross, tare;
  bool steady = true;
  ui::Gauge gauge;
  Save save = Save::wait_load;

  std::optional<domain::Weight> left;  // in the crate; unknown where nothing was received
  domain::Weight still_asked;
  std::optional<domain::Weight> will_lack;  // what the crate will not suffice for
  std::optional<NextCell> next;
  std::optional<SavedBag> saved;           // for 4 s after a save
  bool resumed = false;                    // back after a power cut: said for 4 s
  std::optional<domain::UnitPrice> price;  // per kilogram
  std::vector<CellRow> cells;
  long current = -1;       // index in cells
  bool list_open = false;  // compact profile: the list stands over the work
};

struct Back {};
struct OpenPerson {};
struct OpenScale {};
struct OpenPrinter {};
struct OpenServer {};
struct Keep {};  // weigh.save
struct Tare {};
struct TooLittle {};
struct TypeWeight {};
struct Undo {};
struct ToggleList {};
struct ToCell {
  long cell;
};
using Action = std::variant<Back, OpenPerson, OpenScale, OpenPrinter, OpenServer, Keep, Tare,
                            TooLittle, TypeWeight, Undo, ToggleList, ToCell>;

}  // namespace screens::weighing
