#include "fake_foodsoft/decimal.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>

namespace fake {
namespace {

using Big = boost::multiprecision::cpp_int;

constexpr int significant = 32;

Big power_of_ten(int n) { return boost::multiprecision::pow(Big(10), static_cast<unsigned>(n)); }

Big halves_away(const Big& numerator, const Big& denominator) {
  const Big twice =
      2 * boost::multiprecision::abs(numerator) + boost::multiprecision::abs(denominator);
  const Big size = twice / (2 * boost::multiprecision::abs(denominator));
  return (numerator < 0) != (denominator < 0) ? Big(-size) : size;
}

int digits_of(const Big& value) {
  return static_cast<int>(Big(boost::multiprecision::abs(value)).str().size());
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// The longest prefix that is a number: sign, digits, point, digits, exponent.
struct Parts {
  std::string digits;
  int scale = 0;
  bool negative = false;
  std::size_t length = 0;
};

std::size_t exponent_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return 0;
  std::size_t end = at + 1;
  if (end < text.size() && (text[end] == '+' || text[end] == '-')) ++end;
  const std::size_t first = end;
  while (end < text.size() && digit(text[end])) ++end;
  return end == first ? 0 : end - at;
}

Parts parts_of(std::string_view text) {
  Parts found;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) found.negative = text[at++] == '-';
  for (; at < text.size() && digit(text[at]); ++at) found.digits += text[at];
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && digit(text[at]); ++at, ++found.scale) found.digits += text[at];
  }
  if (found.digits.empty()) return {};
  if (const std::size_t length = exponent_length(text, at)) {
    const std::string power(text.substr(at + 1, length - 1));
    found.scale -= std::clamp(std::atoi(power.c_str()), -40, 40);
    at += length;
  }
  found.length = at;
  return found;
}

std::string no_leading_zeros(std::string digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

}  // namespace

std::optional<Decimal> Decimal::exact(std::string_view text) {
  const Parts parts = parts_of(text);
  if (parts.length == 0 || parts.length != text.size()) return std::nullopt;
  return lenient(text);
}

Decimal Decimal::of(std::string_view text) {
  const auto value = exact(text);
  if (value) return *value;
  std::fprintf(stderr, "no number: %.*s\n", static_cast<int>(text.size()), text.data());
  std::abort();
}

Decimal Decimal::lenient(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
    text.remove_prefix(1);
  const Parts parts = parts_of(text);
  if (parts.length == 0) return {};
  Big digits(no_leading_zeros(parts.digits));
  if (parts.negative) digits = -digits;
  if (parts.scale < 0) return {digits * power_of_ten(-parts.scale), 0};
  return {digits, parts.scale};
}

void Decimal::trim() {
  while (scale_ > 0 && digits_ % 10 == 0) {
    digits_ /= 10;
    --scale_;
  }
}

Decimal::Big Decimal::at_scale(const Decimal& value, int scale) {
  return value.digits_ * power_of_ten(scale - value.scale_);
}

Decimal Decimal::rounded(int places) const {
  if (scale_ <= places) return *this;
  return {halves_away(digits_, power_of_ten(scale_ - places)), places};
}

bool Decimal::whole() const { return scale_ == 0; }

std::int64_t Decimal::to_int() const {
  return static_cast<std::int64_t>(digits_ / power_of_ten(scale_));
}

std::string Decimal::text() const { return fixed(scale_); }

std::string Decimal::fraction_text() const { return fixed(std::max(scale_, 1)); }

std::string Decimal::fixed(int places) const {
  const Decimal value = rounded(places);
  std::string digits = Big(boost::multiprecision::abs(at_scale(value, places))).str();
  const auto after = static_cast<std::size_t>(places);
  if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - after, ".");
  return value.negative() ? "-" + digits : digits;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return {Decimal::at_scale(a, scale) + Decimal::at_scale(b, scale), scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return {Decimal::at_scale(a, scale) - Decimal::at_scale(b, scale), scale};
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return {a.digits_ * b.digits_, a.scale_ + b.scale_};
}

Decimal operator/(const Decimal& a, const Decimal& b) {
  if (a.zero() || b.zero()) return {};
  // The quotient's own digits decide how far to go: begin generously, then cut to 32.
  const int extra = significant + digits_of(b.digits_) + 2;
  const Decimal long_quotient{a.digits_ * power_of_ten(extra) / b.digits_,
                              a.scale_ - b.scale_ + extra};
  const int places = long_quotient.scale_ - digits_of(long_quotient.digits_) + significant;
  const int scale = a.scale_ - b.scale_;
  const int shift = places - scale;
  if (shift < 0) return long_quotient;
  return {halves_away(a.digits_ * power_of_ten(shift), b.digits_), places};
}

int compare(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const Decimal::Big left = Decimal::at_scale(a, scale), right = Decimal::at_scale(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace fake
