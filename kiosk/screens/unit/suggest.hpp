// What a unit's free text could mean, found loosely: "pièce ~1,5 kg" speaks of 1.5 kg. Only a
// suggestion for a person to confirm; what is certain is read by domain/unit.hpp. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "domain/unit.hpp"

namespace screens::unit {

struct Suggestion {
  std::optional<domain::UnitMeaning> mass, volume, pieces;
};
Suggestion suggest(std::string_view text);

}  // namespace screens::unit
