// What the weighing screen shows: one article, cell by cell, with the load on the scale. Amounts
// and names only; the view puts them into words. Filled by the presenter.
#pragma once

#include <optional>
#include <variant>

#include "domain/amount.hpp"
#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/ui/gauge.hpp"

namespace screens::weighing {

// What the strip says; the amount belongs to add, good and take_off.
enum class Say {
  place,      // nothing on the pan
  dirty_pan,  // something light lies there
  moving,
  add,
  good,  // amount: difference to the aim
  take_off,
  no_aim,  // the page tells no amount
  lift,    // hands-full: good long enough, lifting saves
  under_zero,
  tare_again,  // the scale's own tare changed
  overload,
  underload,
  not_ready,
  not_a_mass,
  silent,
  same_load,  // the bag just saved is still on the pan
};

// The accent: ready, or why not yet.
enum class Save { ready, keep, wait_moving, wait_missing, wait_load, wait_change, wait_scale };

struct State : CellWork {
  domain::Weight asked;
  bool has_target = true;  // whether anything was asked at all
  domain::Weight already;  // in this cell, from earlier bags

  Say say = Say::place;
  domain::Weight amount;
  domain::Weight net, gross, tare;
  bool gross_known = true;  // not where the scale's own tare is on
  bool digits = true;       // else dashes stand for them
  bool steady = true;
  std::optional<ui::Gauge> gauge;
  Save save = Save::wait_load;
  bool ask_far_over = false;  // the question stands instead of the work

  std::optional<domain::Weight> left;  // in the crate; unknown where nothing was received
  domain::Weight still_asked;
  std::optional<domain::Weight> will_lack;  // what the crate will not suffice for
  std::optional<domain::UnitPrice> price;   // per kilogram
};

struct Header {
  ui::HeaderTap tap;
};
struct Keep {};  // weigh.save
struct Tare {};
struct TooLittle {};
struct TypeWeight {};
struct Undo {};
struct ToggleList {};
struct ToCell {
  long cell;
};
struct Answer {
  bool yes;
};
using Action =
    std::variant<Header, Keep, Tare, TooLittle, TypeWeight, Undo, ToggleList, ToCell, Answer>;

}  // namespace screens::weighing
