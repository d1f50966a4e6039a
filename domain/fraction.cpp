#include "domain/fraction.hpp"

#include <limits>
#include <numeric>

namespace domain {

namespace {

constexpr Wide largest = std::numeric_limits<std::int64_t>::max();

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

// Of two numbers that are not negative; 64 bits do nearly always, and are ten times as fast.
Wide common_divisor(Wide a, Wide b) {
  if (a <= largest && b <= largest)
    return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

std::optional<Fraction> Fraction::of(Wide numerator, Wide denominator) {
  if (denominator == 0) return std::nullopt;
  // Most ratios are whole: one division of 64 bits, where a common divisor takes many steps.
  if (denominator > 0 && denominator <= largest && numerator >= -largest && numerator <= largest) {
    const auto n = static_cast<std::int64_t>(numerator);
    const auto d = static_cast<std::int64_t>(denominator);
    if (n % d == 0) return Fraction(n / d);
  }
  const Wide divisor = common_divisor(magnitude(numerator), magnitude(denominator));
  Wide n = numerator / divisor;
  Wide d = denominator / divisor;
  if (d < 0) {
    n = -n;
    d = -d;
  }
  if (magnitude(n) > largest || d > largest) return std::nullopt;
  return Fraction(static_cast<std::int64_t>(n), static_cast<std::int64_t>(d));
}

Result<Fraction> Fraction::read(std::string_view text) {
  const auto point = text.find_first_of(".,");
  int decimals = point == text.npos ? 0 : static_cast<int>(text.size() - point - 1);
  while (decimals > 0 && text.back() == '0') {
    text.remove_suffix(1);
    --decimals;
  }
  if (point != text.npos && decimals == 0) text = text.substr(0, point);
  if (decimals > 18) return fail(Fault::bad_value, "a ratio has more than 18 decimals");
  auto digits = read_decimal(text, decimals);
  if (!digits) return tl::unexpected(digits.error());
  std::int64_t ten = 1;
  for (int d = 0; d < decimals; ++d) ten *= 10;
  return *of(*digits, ten);
}

std::optional<Fraction> Fraction::times(Fraction other) const {
  return of(static_cast<Wide>(numerator_) * other.numerator_,
            static_cast<Wide>(denominator_) * other.denominator_);
}

std::optional<Fraction> Fraction::over(Fraction other) const {
  return of(static_cast<Wide>(numerator_) * other.denominator_,
            static_cast<Wide>(denominator_) * other.numerator_);
}

std::optional<std::int64_t> Fraction::scale(std::int64_t value) const {
  const Wide scaled = divide_rounded(static_cast<Wide>(value) * numerator_, denominator_);
  if (magnitude(scaled) > largest) return std::nullopt;
  return static_cast<std::int64_t>(scaled);
}

}  // namespace domain
