// How names are put in order and found by letters: by crate, in lists, in the search.
#pragma once

#include <string>
#include <string_view>

namespace domain {

// Capitals without accents ("Ézanville" → "EZANVILLE", "Œufs" → "OEUFS"); other scripts as they
// are.
std::string plain_capitals(std::string_view text);

// The same without a leading Les, Le, La or L' ("Les Mirabelles" → "MIRABELLES").
std::string sort_name(std::string_view name);

// By sort_name; equal ones by their bytes, so that an order never depends on chance.
bool name_before(std::string_view a, std::string_view b);

}  // namespace domain
