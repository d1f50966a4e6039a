// How far from its target a weighed cell may be: contracts.md 2.2.
#pragma once

#include <algorithm>
#include <compare>

#include "domain/amount.hpp"
#include "domain/fraction.hpp"

namespace domain {

// In 10^-4 of the target: 200 is 2 %.
struct Band {
  int low = 200;
  int high = 500;
  auto operator<=>(const Band&) const = default;
};

constexpr Band widest(Band a, Band b) { return {std::max(a.low, b.low), std::max(a.high, b.high)}; }

enum class Fit { below, within, above };

// Judges a net weight against target ± band, ends included, at least ± one division. The target
// is given in milligrams as an exact fraction, since a piece may weigh a third of a kilogram.
Fit judge(Weight net, Fraction target_mg, Band band, Weight division);

// The same ends, rounded inwards to whole milligrams, for the gauge.
struct BandEnds {
  Weight low, high;
};
BandEnds ends(Fraction target_mg, Band band, Weight division);

}  // namespace domain
