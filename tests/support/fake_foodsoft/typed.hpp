// What the server makes of values in a body before they reach a column.
#pragma once

#include <optional>
#include <string>

#include "fake_foodsoft/decimal.hpp"
#include "fake_foodsoft/words.hpp"

namespace fake {

struct Typed {
  bool breaks = false;           // 500, nothing saved
  std::optional<Decimal> value;  // nothing: NULL
};

// A cell's result: the session's marks, 3 decimals, decimal(8,3).
Typed typed_result(const std::string& text, Lang lang);
// units_received: a point always; 3 decimals in 4.x, 6 in 5.x.
Typed typed_units(const std::string& text, int places);
bool is_utf8(const std::string& text);

}  // namespace fake
