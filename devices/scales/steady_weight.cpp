#include "devices/scales/steady_weight.hpp"

#include <algorithm>

namespace scales {

namespace {

using domain::Moment;
using domain::Reading;
using domain::Steadiness;
using domain::Trouble;

// A scale that tells motion is believed once two equal frames span this (scales.md 3.3).
constexpr Moment confirm_window{400};
// Without a flag: so many readings, over so long, within one step.
constexpr std::size_t estimate_samples = 5;
constexpr Moment estimate_window{1500};
constexpr Moment sample_spacing{20};

Trouble trouble_of(StatusError error) {
  switch (error) {
    case StatusError::motion:
      return Trouble::moving;
    case StatusError::overload:
      return Trouble::overload;
    case StatusError::underload:
      return Trouble::underload;
    case StatusError::under_zero:
      return Trouble::under_zero;
    case StatusError::fault:
      return Trouble::fault;
    default:
      return Trouble::not_ready;
  }
}

domain::WeighMode mode_of(const std::optional<Mode>& mode) {
  if (!mode) return domain::WeighMode::unknown;
  return *mode == Mode::gross ? domain::WeighMode::gross : domain::WeighMode::net;
}

bool same_digits(const WeightEvent& a, const WeightEvent& b) {
  return a.unit == b.unit && a.mode == b.mode && a.value.decimals == b.value.decimals;
}

}  // namespace

SteadyWeight::SteadyWeight(Moment period)
    : fresh_for_(std::clamp<Moment>(3 * period, Moment(1000), Moment(15000))),
      silent_after_(std::max<Moment>(fresh_for_, Moment(2000))) {}

Reading SteadyWeight::opened(Moment now) {
  frame_at_ = now;
  heard_at_.reset();
  return trouble(Trouble::waiting, now);
}

Reading SteadyWeight::lost(Trouble why, Moment now) { return trouble(why, now); }

Reading SteadyWeight::trouble(Trouble why, Moment now) {
  forget_run();
  return reading_ = Reading::of(why, now);
}

void SteadyWeight::forget_run() {
  last_.reset();
  samples_.clear();
}

std::optional<Reading> SteadyWeight::on(const ScaleEvent& event, Moment now) {
  heard_at_ = now;
  if (const auto* weighed = std::get_if<WeightEvent>(&event)) return weight(*weighed, now);
  if (const auto* told = std::get_if<StatusEvent>(&event)) return status(*told, now);
  if (const auto* rejected = std::get_if<RejectEvent>(&event)) {
    const bool other_mass = rejected->reason == Reason::unknown_unit ||
                            rejected->reason == Reason::not_mass ||
                            rejected->reason == Reason::expanded;
    if (!other_mass) return std::nullopt;
    frame_at_ = now;
    return trouble(Trouble::not_a_mass, now);
  }
  frame_at_ = now;
  // Unasked, a serial number tells that the scale was restarted: its zero and tare may be others.
  if (std::holds_alternative<InfoEvent>(event)) forget_run();
  return std::nullopt;
}

std::optional<Reading> SteadyWeight::weight(const WeightEvent& event, Moment now) {
  frame_at_ = now;
  const auto mass = event.unit ? to_weight(event.value, *event.unit) : std::nullopt;
  if (!mass) return trouble(Trouble::not_a_mass, now);
  Reading reading;
  reading.trouble = Trouble::none;
  reading.weight = mass;
  reading.steadiness = event.stable ? confirmed(event, now) : estimated(event, now);
  reading.steady_by = event.stable ? domain::SteadyBy::scale : domain::SteadyBy::estimate;
  reading.mode = mode_of(event.mode);
  const auto step = to_weight({1, event.value.decimals}, *event.unit);
  reading.division = std::max(step.value_or(domain::Weight(1)), domain::Weight(1));
  reading.at = now;
  reading.fresh_for = fresh_for_;
  return reading_ = reading;
}

// Steady: the scale says so and has shown the same digits for the whole window.
Steadiness SteadyWeight::confirmed(const WeightEvent& event, Moment now) {
  samples_.clear();
  const bool same = last_ && same_digits(*last_, event) && last_->stable == event.stable &&
                    last_->value == event.value;
  if (!same) run_since_ = now;
  last_ = event;
  return *event.stable && now - run_since_ >= confirm_window ? Steadiness::steady
                                                             : Steadiness::moving;
}

Steadiness SteadyWeight::estimated(const WeightEvent& event, Moment now) {
  if (last_ && (!same_digits(*last_, event) || last_->stable)) samples_.clear();
  const std::int64_t value = event.value.mantissa;
  if (!samples_.empty() && now - samples_.back().at < sample_spacing) {
    samples_.back().least = std::min(samples_.back().least, value);
    samples_.back().most = std::max(samples_.back().most, value);
  } else {
    samples_.push_back({now, value, value});
  }
  last_ = event;
  // From the newest back, as far as all lie within one step.
  std::int64_t least = value;
  std::int64_t most = value;
  std::size_t kept = 0;
  for (auto sample = samples_.rbegin(); sample != samples_.rend(); ++sample, ++kept) {
    least = std::min(least, sample->least);
    most = std::max(most, sample->most);
    if (most - least > 1) break;
  }
  const bool moved = kept < samples_.size();
  while (samples_.size() > kept) samples_.pop_front();
  while (samples_.size() > estimate_samples && now - samples_[1].at >= estimate_window)
    samples_.pop_front();
  if (samples_.empty()) return Steadiness::moving;
  if (samples_.size() >= estimate_samples && now - samples_.front().at >= estimate_window)
    return Steadiness::steady;
  return moved ? Steadiness::moving : Steadiness::unknown;
}

std::optional<Reading> SteadyWeight::status(const StatusEvent& event, Moment now) {
  // "refused" answers a command, it says nothing of the pan.
  if (event.error == StatusError::refused) return std::nullopt;
  frame_at_ = now;
  if (!event.error) return std::nullopt;
  return trouble(trouble_of(*event.error), now);
}

std::optional<Reading> SteadyWeight::tick(Moment now) {
  const bool by_port = reading_.trouble == Trouble::unplugged ||
                       reading_.trouble == Trouble::no_rights || reading_.trouble == Trouble::busy;
  if (by_port || now - reading_.at <= silent_after_) return std::nullopt;
  const bool answers = now - frame_at_ <= silent_after_;
  const bool bytes_come = heard_at_ && now - *heard_at_ <= silent_after_;
  const Trouble why = answers      ? Trouble::not_ready
                      : bytes_come ? Trouble::not_understood
                                   : Trouble::silent;
  if (reading_.trouble == why) return std::nullopt;
  return trouble(why, now);
}

}  // namespace scales
