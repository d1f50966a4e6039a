// Exact ratios, for what one unit holds of another. Numbers stay whole: numerator and denominator
// in 128 bits, reduced. What does not fit is an error, never a wrap.
#pragma once

#include <optional>
#include <string_view>

#include "domain/decimal.hpp"

namespace domain {

class Fraction {
 public:
  constexpr Fraction() = default;  // zero
  constexpr explicit Fraction(std::int64_t whole) : numerator_(whole) {}

  // denominator ≠ 0; nothing where the reduced parts need more than 64 bits each.
  static std::optional<Fraction> of(Wide numerator, Wide denominator);
  // "10.0", "0.230": up to 18 decimals.
  static Result<Fraction> read(std::string_view text);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }

  std::optional<Fraction> times(Fraction other) const;
  std::optional<Fraction> over(Fraction other) const;  // nothing where other is zero

  // value × this, rounded once, halves away from zero; nothing beyond 64 bits.
  std::optional<std::int64_t> scale(std::int64_t value) const;

  bool operator==(const Fraction&) const = default;

 private:
  constexpr Fraction(std::int64_t n, std::int64_t d) : numerator_(n), denominator_(d) {}

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace domain
