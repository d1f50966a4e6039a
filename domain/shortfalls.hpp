// What the ordergroups did not get, with the cause: contracts.md 2.4. Pure, from the day.
#pragma once

#include <optional>
#include <vector>

#include "domain/day.hpp"

namespace domain {

struct Shortfall {
  CellPlace at;
  std::optional<Quantity> target;
  Quantity given;
  std::optional<Quantity> missing;  // target − given
  std::optional<Money> amount;      // missing × the member's price, where that is exact
  Cause cause;
};

// The cells of an order that a shortfall closed: short, or absent by an entry, never with a target
// of 0. By group order, then by cell.
std::vector<Shortfall> shortfalls(const Day& day, int order);

}  // namespace domain
