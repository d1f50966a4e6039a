// Exact decimal text to scaled whole numbers and back; no locale, no floating point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/result.hpp"

namespace domain {

enum class Sign { refused, allowed };

// Reads "12", "1.234", "1,234" (one point or one comma) as a count of 10^-places. More decimals
// than `places` (unless zeros), no digits, blanks, other characters, or more than 64 bits:
// bad_value.
Result<std::int64_t> read_decimal(std::string_view text, int places, Sign sign = Sign::refused);

// Exact, with a point, no trailing zeros, at least `least` decimals.
std::string print_decimal(std::int64_t units, int places, int least = 0);

// Quotient rounded to the nearest whole number, halves away from zero. denominator > 0.
__extension__ typedef __int128 Wide;
Wide divide_rounded(Wide numerator, Wide denominator);

// For results known to fit; ensures it.
std::int64_t narrow(Wide value);

}  // namespace domain
