// What a scale says at one moment, as the weighing rule and the screens use it: a weight or a
// trouble that voids it, never both. A value without threads; devices/scales makes it
// (steady_weight.hpp), kiosk takes it from the scale's own thread. Rules: docs/contracts.md 3; a
// silent or faulty scale is never a zero.
#pragma once

#include <chrono>
#include <optional>

#include "domain/amount.hpp"

namespace domain {

// Since a moment of the station's own, on a clock that never jumps and counts suspend; in play the
// virtual clock. Only differences mean anything.
using Moment = std::chrono::milliseconds;

// Unknown: the scale tells nothing and too few readings have come to estimate it.
enum class Steadiness { steady, moving, unknown };
// Who says it is steady: the scale in its frames, or an estimate from readings that stand still.
enum class SteadyBy { scale, estimate };
// Whether the scale's own tare is taken off. Many scales do not tell.
enum class WeighMode { gross, net, unknown };

enum class Trouble {
  none,
  waiting,         // open, nothing has come yet
  moving,          // the scale says it moves and gives no digits
  overload,        // take some off
  underload,       // below the range: the pan is lifted or missing
  under_zero,      // empty the pan and press ZERO, or a tare is active
  not_ready,       // busy, warming up, or asks for a key or a zero
  not_a_mass,      // counts, an unknown unit, or ten-fold digits: set the scale to kg or g
  not_understood,  // bytes come and nobody understands them: look at the line settings
  fault,           // the scale reports an error of its own
  silent,          // open, but nothing for too long
  unplugged,       // the port is gone; looked for, and opened again by itself
  no_rights,       // the system refuses the port
  busy,            // another program has the port
};

struct Reading {
  // Net or gross as `mode` tells, the digits of the frame converted to mg. Below zero it is shown,
  // never saved. Empty whenever trouble is not none.
  std::optional<Weight> weight;
  Trouble trouble = Trouble::waiting;
  Steadiness steadiness = Steadiness::unknown;
  SteadyBy steady_by = SteadyBy::scale;
  WeighMode mode = WeighMode::unknown;
  // One step of the scale's digits, converted; 0 where no weight was ever read.
  Weight division;
  // When its last byte came, and how long it may count as fresh from then on.
  Moment at{0};
  Moment fresh_for{1000};

  bool operator==(const Reading&) const = default;

  static Reading of(Trouble trouble, Moment at) {
    Reading reading;
    reading.trouble = trouble;
    reading.at = at;
    return reading;
  }
  // Whether the weight still stands for what lies on the pan. A stale one is greyed and not saved.
  bool fresh(Moment now) const { return weight && now - at <= fresh_for; }
  bool steady() const { return weight && steadiness == Steadiness::steady; }
};

}  // namespace domain
