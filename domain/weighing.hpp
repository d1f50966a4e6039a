// The rule of weighing: what the strip says about the load on the scale, and whether it may be
// saved. Readings and the time come in, values go out; it owns the tare of the open cell and the
// load saved last. Not thread-safe: the presenter of the weighing screen owns it.
// Rules: ui.md C.2 (15 to 30), contracts.md 2.2.
#pragma once

#include <optional>

#include "domain/band.hpp"
#include "domain/day.hpp"
#include "domain/reading.hpp"

namespace domain {

// What the open cell is to get. A further bag aims at what the cell still lacks, and the band is
// that of the whole target.
struct Aim {
  Fraction target_mg;
  Weight already;   // in the cell, weighed and counted
  Band band;        // the widest of the configured one and those of its entries
  Weight division;  // the largest of its entries
  bool operator==(const Aim&) const = default;
};
// Nothing where the cell has no target, or its unit is no mass.
std::optional<Aim> aim_of(const Day& day, CellPlace at, Band band);

// One bag as it would be saved.
struct Load {
  Weight net, tare, gross, division;
  bool operator==(const Load&) const = default;
};
// What an entry says of a load's tare: nothing where none was taken.
inline std::optional<Weight> tare_taken(Weight tare) {
  return tare == Weight() ? std::nullopt : std::optional(tare);
}

// What this bag is to weigh, and the ends of the band; for the gauge.
struct GaugeFigures {
  Weight aim, low, high;
  bool operator==(const GaugeFigures&) const = default;
};
GaugeFigures gauge_figures(const Aim& aim, Weight division);

struct Advice {
  enum class Kind {
    place,       // nothing on the pan
    moving,      // wait
    add,         // difference: what is missing
    good,        // difference: to the aim, with its sign
    take_off,    // difference: how much too much
    no_aim,      // the page tells no amount: any load will do
    lift,        // hands full: good long enough, lifting saves
    same_load,   // the bag just saved is still there
    under_zero,  // press Tare or empty the scale
    tare_again,  // the scale's own tare changed below ours
    trouble,     // see `trouble`
  };
  // Whether the load may be saved, else why not. The first that holds, from the gravest.
  enum class Refusal {
    none,
    no_weight,  // no scale, no answer, or an old reading
    overload,
    underload,
    under_zero,
    tare_again,
    moving,     // not steady, or the scale has not said so
    empty,      // nothing, or not more than 5 divisions
    same_load,  // neither lifted nor changed since it was saved
  };
  Kind kind = Kind::trouble;
  Refusal refusal = Refusal::no_weight;
  Trouble trouble = Trouble::waiting;
  Fit fit = Fit::below;  // of the whole cell with this load
  // Beyond twice the band: ask once.
  bool far_over = false;
  Weight difference;
  // As digits; nothing where they are replaced by dashes. Shown grey while not steady.
  std::optional<Weight> net, gross;
  Weight tare;
  bool steady = false;
  // The scale's own tare is on: its gross is not known, and a tare of ours taken before is dropped.
  bool scale_tared = false;
  // Something light lies on the pan (earth, a leaf): it would be weighed along. Tare takes it off.
  bool dirty_pan = false;
  std::optional<GaugeFigures> gauge;
  bool operator==(const Advice&) const = default;

  bool savable() const { return refusal == Refusal::none; }
  // The accent: savable, and not below the band.
  bool complete() const { return savable() && fit != Fit::below; }
};

enum class HandsFull { off, on };
// With hands full a load that stood good and steady this long is saved when it is lifted.
inline constexpr Moment lifting_saves_after{1500};

class WeighingRule {
 public:
  explicit WeighingRule(HandsFull hands_full = HandsFull::off) : hands_full_(hands_full) {}

  // A cell is opened, or its figures changed. Another cell begins without tare.
  void open(CellId cell, std::optional<Aim> aim);
  void set_hands_full(HandsFull hands_full);
  // After a restart: the gross weight that the last entry bears, so that the same bag is not saved
  // again.
  void remember_saved(Weight gross);

  // The newest reading. With hands full it gives the load to save when a good one was lifted.
  std::optional<Load> take(const Reading& reading, Moment now);
  // What is on the pan becomes the tare of this cell; on an empty pan it goes back to 0. False
  // where the load is not steady and fresh.
  [[nodiscard]] bool tare(Moment now);
  // What may be saved now, as the advice says.
  std::optional<Load> load(Moment now) const;
  // The load was committed. Before the same bag is saved again it must be lifted or changed.
  void saved(const Load& load);

  // What was saved last was undone: the same bag may be saved again as it lies there.
  void forget_saved() { saved_.reset(); }

  Advice advice(Moment now) const;
  Weight tare() const;

 private:
  struct Tare {
    Weight weight;
    WeighMode mode = WeighMode::unknown;
  };
  struct Good {  // hands full: since when the load is good
    Load load;
    Moment since;
  };
  enum class Armed { no, yes };  // good for long enough: lifting saves
  bool scale_tared_too() const;
  bool tare_lost() const;
  Weight net() const;
  bool changed() const;
  Advice::Refusal refusal(Moment now) const;
  Fit fit(Weight net) const;
  std::optional<Load> follow_good(Moment now, Armed armed);
  void judge_into(Advice& advice, Moment now) const;

  HandsFull hands_full_;
  CellId cell_;
  std::optional<Aim> aim_;
  Reading reading_;
  std::optional<Tare> tare_;
  std::optional<Weight> saved_;  // gross of the load saved last, while it may still be there
  std::optional<Good> good_;
  std::optional<Weight> left_below_;  // after a bag was lifted: what lies there is no new load
};

}  // namespace domain
