// Numbers as a page shows them: a point or a comma by the page's language, no thousands marks
// (foodsoft.md 7). Counted in 10^-6.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace server {

using Micro = std::int64_t;

// Without blanks at the ends, no-break ones too.
std::string_view trimmed(std::string_view text);

// "3", "0,25", "-1.5"; at most 6 decimals, below 10^9.
std::optional<Micro> read_shown(std::string_view text);

struct AskedAndTolerance {
  Micro asked = 0, tolerance = 0;
  bool operator==(const AskedAndTolerance&) const = default;
};
// "3 + 1".
std::optional<AskedAndTolerance> read_asked(std::string_view text);

// The whole number behind a multiplication sign: "× 10" → 10; nothing where there is none.
std::optional<std::int64_t> read_times(std::string_view text);

// A price in cents as a page shows it with its currency ("1 234,50 €", "€ 1.94"): the last mark
// stands before exactly two digits. Nothing where the text has another form.
std::optional<std::int64_t> read_currency(std::string_view text);

// The digits at the end of "group_order_16"; nothing where the text has another form.
std::optional<std::int64_t> number_after(std::string_view text, std::string_view prefix);

}  // namespace server
