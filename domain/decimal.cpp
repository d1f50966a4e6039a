#include "domain/decimal.hpp"

#include <algorithm>
#include <limits>

namespace domain {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Then the processor divides by itself, several times as fast.
constexpr bool fits_64(Wide value) {
  return value > std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Result<std::int64_t> read_decimal(std::string_view text, int places, Sign sign) {
  const auto bad = [text] {
    return fail(Fault::bad_value, "\"" + std::string(text) + "\" is not a number that fits here");
  };
  std::string_view rest = text;
  const bool negative = sign == Sign::allowed && !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  Wide value = 0;
  int decimals = -1;
  bool any = false;
  for (const char c : rest) {
    if (c == '.' || c == ',') {
      if (decimals >= 0 || !any) return bad();
      decimals = 0;
      continue;
    }
    if (!is_digit(c)) return bad();
    any = true;
    if (decimals >= places) {
      if (c != '0') return bad();
      continue;
    }
    value = value * 10 + (c - '0');
    if (decimals >= 0) ++decimals;
    if (value > std::numeric_limits<std::int64_t>::max()) return bad();
  }
  if (!any || !is_digit(rest.back())) return bad();
  for (int d = std::max(decimals, 0); d < places; ++d) {
    value *= 10;
    if (value > std::numeric_limits<std::int64_t>::max()) return bad();
  }
  return static_cast<std::int64_t>(negative ? -value : value);
}

std::string print_decimal(std::int64_t units, int places, int least) {
  Wide magnitude = units < 0 ? -static_cast<Wide>(units) : static_cast<Wide>(units);
  std::string digits;
  while (magnitude > 0 || static_cast<int>(digits.size()) <= places) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  }
  std::reverse(digits.begin(), digits.end());
  std::string whole = digits.substr(0, digits.size() - static_cast<std::size_t>(places));
  std::string part = digits.substr(whole.size());
  while (static_cast<int>(part.size()) > least && !part.empty() && part.back() == '0')
    part.pop_back();
  return (units < 0 ? "-" : "") + whole + (part.empty() ? "" : "." + part);
}

Wide divide_rounded(Wide numerator, Wide denominator) {
  ensure(denominator > 0, "a divisor is above zero");
  if (fits_64(numerator) && fits_64(denominator)) {
    const auto n = static_cast<std::int64_t>(numerator);
    const auto d = static_cast<std::int64_t>(denominator);
    const std::int64_t rest = n % d < 0 ? -(n % d) : n % d;
    return n / d + (rest < d - rest ? 0 : n < 0 ? -1 : 1);
  }
  const Wide whole = numerator / denominator;
  const Wide rest = numerator % denominator;
  const Wide magnitude = rest < 0 ? -rest : rest;
  if (magnitude < denominator - magnitude) return whole;
  return whole + (numerator < 0 ? -1 : 1);
}

std::int64_t narrow(Wide value) {
  ensure(value <= std::numeric_limits<std::int64_t>::max() &&
             value >= std::numeric_limits<std::int64_t>::min(),
         "an amount fits in 64 bits");
  return static_cast<std::int64_t>(value);
}

}  // namespace domain
