#include "domain/band.hpp"

#include <limits>

namespace domain {

namespace {

constexpr std::int64_t whole_64 = 10'000;
constexpr Wide whole = whole_64;

Wide floor_of(Wide numerator, Wide denominator) {
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  if (numerator >= -most && numerator <= most && denominator <= most) {
    const auto n = static_cast<std::int64_t>(numerator);
    // Of a whole target; the compiler knows a quicker way than dividing by this one.
    if (denominator == whole) return n / whole_64 - (n % whole_64 < 0 ? 1 : 0);
    const auto d = static_cast<std::int64_t>(denominator);
    return n / d - (n % d < 0 ? 1 : 0);
  }
  const Wide q = numerator / denominator;
  return numerator % denominator < 0 ? q - 1 : q;
}

}  // namespace

BandEnds ends(Fraction target_mg, Band band, Weight division) {
  const Wide n = target_mg.numerator();
  const Wide d = target_mg.denominator();
  const Wide step = division.units();
  // Everything over d × 10 000; the wider of band and division.
  const Wide low = std::min(n * (whole - band.low), (n - step * d) * whole);
  const Wide high = std::max(n * (whole + band.high), (n + step * d) * whole);
  return {Weight(narrow(-floor_of(-low, d * whole))), Weight(narrow(floor_of(high, d * whole)))};
}

Fit judge(Weight net, Fraction target_mg, Band band, Weight division) {
  const BandEnds e = ends(target_mg, band, division);
  // A net weight is a whole number of milligrams, so ends rounded inwards judge exactly.
  return net < e.low ? Fit::below : net > e.high ? Fit::above : Fit::within;
}

}  // namespace domain
