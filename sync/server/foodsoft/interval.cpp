#include "sync/server/foodsoft/interval.hpp"

#include <limits>

namespace server {

namespace {

using domain::Wide;
constexpr std::int64_t nano_in_micro = 1'000;
constexpr std::int64_t nano_in_thousandth = 1'000'000;
constexpr Wide widening = 1'000;  // 10^-6 of the unit, in nano

Wide floor_div(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }
Wide ceil_div(Wide a, Wide b) { return -floor_div(-a, b); }

bool fits(Wide value) {
  return value < std::numeric_limits<std::int64_t>::max() / 4 &&
         value > std::numeric_limits<std::int64_t>::min() / 4;
}

}  // namespace

bool Interval::contains(domain::Quantity value) const {
  const Wide nano = static_cast<Wide>(value.units()) * nano_in_micro;
  return nano >= low && nano <= high;
}

std::int64_t Interval::first_thousandth() const {
  return static_cast<std::int64_t>(ceil_div(low, nano_in_thousandth));
}

std::int64_t Interval::last_thousandth() const {
  return static_cast<std::int64_t>(floor_div(high, nano_in_thousandth));
}

std::optional<Interval> interval_of(Micro shown, Micro half, const domain::Fraction& factor) {
  const Wide scale = static_cast<Wide>(factor.numerator()) * nano_in_micro;
  const Wide divisor = factor.denominator();
  constexpr Wide largest_scale = static_cast<Wide>(1) << 76;  // shown stays below 2^50
  if (factor.numerator() <= 0 || scale > largest_scale) return std::nullopt;
  const Wide low = floor_div(scale * (shown - half), divisor) - widening;
  const Wide high = ceil_div(scale * (shown + half), divisor) + widening;
  const Wide middle = domain::divide_rounded(scale * shown, divisor);
  if (!fits(low) || !fits(high)) return std::nullopt;
  return Interval{static_cast<std::int64_t>(low), static_cast<std::int64_t>(middle),
                  static_cast<std::int64_t>(high)};
}

std::optional<domain::Quantity> simplest_in(const Interval& interval) {
  for (std::int64_t step = 1'000'000'000; step >= nano_in_thousandth; step /= 10) {
    const Wide nearest = domain::divide_rounded(interval.middle, step) * step;
    if (nearest >= interval.low && nearest <= interval.high)
      return domain::Quantity(static_cast<std::int64_t>(nearest / nano_in_micro));
  }
  return std::nullopt;
}

}  // namespace server
