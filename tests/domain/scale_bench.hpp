// A scale with steps of 1 g, read ten times a second, and the rule of weighing before it.
#pragma once

#include "domain/weighing.hpp"

namespace support {

using namespace domain;

inline Aim aim(std::int64_t grams_asked, std::int64_t already = 0) {
  return {Fraction(grams_asked * 1000), grams(already), Band{}, Weight()};
}

struct Bench {
  WeighingRule rule;
  Moment now{10'000};
  WeighMode mode = WeighMode::unknown;
  std::int64_t cell = 0;
  std::optional<Load> lifted;

  explicit Bench(HandsFull hands_full = HandsFull::off) : rule(hands_full) { open(aim(1250)); }

  void open(std::optional<Aim> next) { rule.open(CellId{++cell}, next); }
  Reading reading(std::int64_t g, Steadiness steadiness) const {
    Reading r;
    r.weight = grams(g);
    r.trouble = Trouble::none;
    r.steadiness = steadiness;
    r.mode = mode;
    r.division = grams(1);
    r.at = now;
    return r;
  }
  Advice take(const Reading& r) {
    if (const auto load = rule.take(r, now)) lifted = load;
    return rule.advice(now);
  }
  Advice put(std::int64_t g, Steadiness steadiness = Steadiness::steady) {
    now += Moment{100};
    return take(reading(g, steadiness));
  }
  Advice moving(std::int64_t g) { return put(g, Steadiness::moving); }
  Advice fault(Trouble trouble) {
    now += Moment{100};
    return take(Reading::of(trouble, now));
  }
  void hold(std::int64_t g, int tenths) {
    for (int i = 0; i < tenths; ++i) put(g);
  }
  void save() { rule.saved(rule.load(now).value()); }
};

}  // namespace support
