// What a rounded number on a page may stand for (contracts.md 2.2): shown ± half its last place,
// times the factor to the group unit, widened by 10^-6 of that unit. Counted in 10^-9 of the unit.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/amount.hpp"
#include "domain/fraction.hpp"
#include "sync/server/foodsoft/shown_number.hpp"

namespace server {

struct Interval {
  std::int64_t low = 0, middle = 0, high = 0;

  // Closed.
  bool contains(domain::Quantity value) const;
  // The thousandths of the unit in it: the first and the last, empty where first > last.
  std::int64_t first_thousandth() const;
  std::int64_t last_thousandth() const;
};

inline constexpr Micro half_of_3_decimals = 500;
inline constexpr Micro half_of_2_decimals = 5'000;

// Nothing where it does not fit in 64 bits.
std::optional<Interval> interval_of(Micro shown, Micro half, const domain::Fraction& factor);

// The number with the fewest decimals (≤ 3) in it, nearest the middle; nothing where it has none.
std::optional<domain::Quantity> simplest_in(const Interval& interval);

}  // namespace server
