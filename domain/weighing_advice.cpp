// What the strip, the digits and the accent say about a load.
#include <algorithm>

#include "domain/weighing.hpp"

namespace domain {

namespace {

using Kind = Advice::Kind;
using Refusal = Advice::Refusal;

Kind kind_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::no_weight:
    case Refusal::overload:
    case Refusal::underload:
      return Kind::trouble;
    case Refusal::under_zero:
      return Kind::under_zero;
    case Refusal::tare_again:
      return Kind::tare_again;
    case Refusal::moving:
      return Kind::moving;
    case Refusal::empty:
      return Kind::place;
    case Refusal::same_load:
      return Kind::same_load;
    case Refusal::none:
      return Kind::no_aim;
  }
  return Kind::trouble;
}

bool digits_are_replaced(Kind kind) { return kind == Kind::trouble || kind == Kind::under_zero; }

// 2 × the band on both sides.
Band doubled(Band band) { return {band.low * 2, band.high * 2}; }

}  // namespace

Fit WeighingRule::fit(Weight net) const {
  if (!aim_) return Fit::within;
  return judge(aim_->already + net, aim_->target_mg, aim_->band,
               std::max(aim_->division, reading_.division));
}

void WeighingRule::judge_into(Advice& advice, Moment now) const {
  const Weight division = std::max(aim_->division, reading_.division);
  advice.fit = fit(*advice.net);
  advice.far_over = advice.fit == Fit::above &&
                    judge(aim_->already + *advice.net, aim_->target_mg, doubled(aim_->band),
                          Weight(division.units() * 2)) == Fit::above;
  advice.gauge = gauge_figures(*aim_, division);
  const Weight over = *advice.net - advice.gauge->aim;
  advice.difference = advice.fit == Fit::below ? -over : over;
  if (advice.kind != Kind::no_aim) return;
  const bool lifting_saves =
      hands_full_ == HandsFull::on && good_ && now - good_->since >= lifting_saves_after;
  advice.kind = advice.fit == Fit::below   ? Kind::add
                : advice.fit == Fit::above ? Kind::take_off
                : lifting_saves            ? Kind::lift
                                           : Kind::good;
}

Advice WeighingRule::advice(Moment now) const {
  Advice advice;
  advice.refusal = refusal(now);
  advice.kind = kind_of(advice.refusal);
  const bool went_silent =
      advice.refusal == Refusal::no_weight && reading_.trouble == Trouble::none;
  advice.trouble = went_silent ? Trouble::silent : reading_.trouble;
  advice.tare = tare();
  advice.scale_tared = reading_.mode == WeighMode::net;
  advice.fit = aim_ ? Fit::below : Fit::within;
  if (!reading_.weight || digits_are_replaced(advice.kind)) return advice;
  advice.net = net();
  if (!advice.scale_tared) advice.gross = reading_.weight;
  advice.steady = reading_.steady();
  const bool light = advice.refusal == Refusal::empty || left_below_.has_value();
  advice.dirty_pan = light && advice.steady && *advice.net >= reading_.division;
  if (aim_) judge_into(advice, now);
  return advice;
}

}  // namespace domain
