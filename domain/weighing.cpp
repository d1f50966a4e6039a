#include "domain/weighing.hpp"

#include <algorithm>

namespace domain {

namespace {

constexpr int minimum_divisions = 5;
constexpr int noise_divisions = 2;
constexpr int residue_divisions = 20;

Weight times(Weight w, std::int64_t n) { return Weight(w.units() * n); }
Weight magnitude(Weight w) { return w.units() < 0 ? -w : w; }

// Whether the pan was emptied of a load: earth and leaves that fell off may stay.
Weight emptied_below(Weight load, Weight division) {
  const Weight tenth(load.units() / 10);
  return std::max(times(division, minimum_divisions),
                  std::min(tenth, times(division, residue_divisions)));
}

Weight rounded(Fraction mg) {
  return Weight(narrow(divide_rounded(mg.numerator(), mg.denominator())));
}

bool is_no_weight(Trouble trouble) {
  switch (trouble) {
    case Trouble::none:
    case Trouble::moving:
    case Trouble::overload:
    case Trouble::underload:
    case Trouble::under_zero:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::optional<Aim> aim_of(const Day& day, CellPlace at, Band band) {
  const CellFigures figures = day.figures(at);
  const UnitMeaning& unit = day.figures(day.article_of(at)).meaning;
  if (!figures.target || !unit.is_mass()) return std::nullopt;
  constexpr Wide micro = 1'000'000;
  const auto target =
      Fraction::of(static_cast<Wide>(figures.target->units()) * unit.holds.numerator(),
                   static_cast<Wide>(unit.holds.denominator()) * micro);
  const auto counted = weight_of(figures.counted, unit);
  if (!target || !counted) return std::nullopt;
  return Aim{*target, figures.weighed + *counted, widest(band, figures.band), figures.division};
}

GaugeFigures gauge_figures(const Aim& aim, Weight division) {
  const BandEnds band = ends(aim.target_mg, aim.band, std::max(division, aim.division));
  return {rounded(aim.target_mg) - aim.already, band.low - aim.already, band.high - aim.already};
}

void WeighingRule::open(CellId cell, std::optional<Aim> aim) {
  if (cell != cell_) {
    tare_.reset();
    good_.reset();
  }
  cell_ = cell;
  aim_ = aim;
}

void WeighingRule::set_hands_full(HandsFull hands_full) {
  hands_full_ = hands_full;
  good_.reset();
}

void WeighingRule::remember_saved(Weight gross) { saved_ = gross; }

// The scale's own tare came on after ours: the same container would be taken off twice.
bool WeighingRule::scale_tared_too() const {
  return tare_ && tare_->mode != WeighMode::net && reading_.mode == WeighMode::net;
}

// Ours was taken on top of the scale's, and that one is gone.
bool WeighingRule::tare_lost() const {
  return tare_ && tare_->mode == WeighMode::net && reading_.mode == WeighMode::gross;
}

Weight WeighingRule::tare() const { return tare_ && !scale_tared_too() ? tare_->weight : Weight(); }

Weight WeighingRule::net() const { return reading_.weight.value_or(Weight()) - tare(); }

bool WeighingRule::changed() const {
  if (!saved_ || !reading_.weight) return true;
  return magnitude(*reading_.weight - *saved_) > times(reading_.division, noise_divisions);
}

Advice::Refusal WeighingRule::refusal(Moment now) const {
  using Refusal = Advice::Refusal;
  if (reading_.trouble == Trouble::overload) return Refusal::overload;
  if (reading_.trouble == Trouble::underload) return Refusal::underload;
  if (reading_.trouble == Trouble::under_zero) return Refusal::under_zero;
  if (reading_.trouble == Trouble::moving) return Refusal::moving;
  const bool known = reading_.fresh(now) && reading_.division > Weight();
  if (is_no_weight(reading_.trouble) || !known) return Refusal::no_weight;
  const Weight least = times(reading_.division, minimum_divisions);
  if (*reading_.weight < -times(reading_.division, noise_divisions)) return Refusal::under_zero;
  if (tare_lost()) return Refusal::tare_again;
  if (*reading_.weight > least && net() < Weight()) return Refusal::under_zero;
  if (net() <= least) return Refusal::empty;
  if (!reading_.steady()) return Refusal::moving;
  if (!changed()) return Refusal::same_load;
  return Refusal::none;
}

bool WeighingRule::tare(Moment now) {
  const bool usable = reading_.fresh(now) && reading_.steady() && reading_.division > Weight();
  if (!usable || *reading_.weight < -times(reading_.division, noise_divisions)) return false;
  good_.reset();
  if (*reading_.weight < reading_.division)
    tare_.reset();
  else
    tare_ = Tare{*reading_.weight, reading_.mode};
  return true;
}

std::optional<Load> WeighingRule::load(Moment now) const {
  if (refusal(now) != Advice::Refusal::none) return std::nullopt;
  return Load{net(), tare(), *reading_.weight, reading_.division};
}

void WeighingRule::saved(const Load& load) {
  good_.reset();
  left_below_.reset();
  const Weight empty = emptied_below(load.gross, load.division);
  const bool gone = reading_.weight && *reading_.weight <= empty;
  saved_ = gone ? std::nullopt : std::optional(load.gross);
  if (gone) left_below_ = empty;
}

// The load that stood good for long enough when it left the pan.
std::optional<Load> WeighingRule::take(const Reading& reading, Moment now) {
  const Moment held_until = std::min(now, reading_.at + reading_.fresh_for);
  const bool armed = good_ && held_until - good_->since >= lifting_saves_after;
  reading_ = reading;
  const bool below_zero = reading.trouble == Trouble::under_zero;
  if (saved_ && (below_zero || reading.weight)) {
    const Weight empty = emptied_below(*saved_, reading.division);
    if (below_zero || *reading.weight <= empty) {
      saved_.reset();
      left_below_ = empty;
    }
  }
  if (left_below_ && reading.weight && *reading.weight > *left_below_) left_below_.reset();
  return follow_good(now, armed ? Armed::yes : Armed::no);
}

std::optional<Load> WeighingRule::follow_good(Moment now, Armed armed) {
  if (hands_full_ == HandsFull::off) return std::nullopt;
  const auto present = load(now);
  if (present && aim_ && fit(present->net) == Fit::within) {
    const bool same = good_ && magnitude(present->gross - good_->load.gross) <=
                                   times(present->division, noise_divisions);
    good_ = Good{*present, same ? good_->since : now};
    return std::nullopt;
  }
  if (!good_) return std::nullopt;
  const bool below_zero = reading_.trouble == Trouble::under_zero;
  const bool off =
      below_zero || (reading_.weight &&
                     *reading_.weight <= emptied_below(good_->load.gross, good_->load.division));
  const bool on_its_way = reading_.trouble == Trouble::moving ||
                          reading_.trouble == Trouble::underload ||
                          (reading_.weight && !reading_.steady());
  if (armed == Armed::yes && off) {
    const Load lifted = good_->load;
    good_.reset();
    return lifted;
  }
  if (armed == Armed::no || !on_its_way) good_.reset();
  return std::nullopt;
}

}  // namespace domain
