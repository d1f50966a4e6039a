// What settling an order left unsent: for the treasurer to book by hand (contracts.md 8, "settled
// meanwhile"). Pure, from the day and what pushes did.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/day.hpp"
#include "domain/push_state.hpp"

namespace domain {

struct SettledCell {
  CellPlace at;
  Quantity ours;
  std::optional<Quantity> charged;     // what the server charges
  std::optional<Quantity> difference;  // ours − charged
  std::optional<Money> amount;         // its price, where that is exact
};

struct SettledGroup {
  std::string ordergroup;
  std::vector<SettledCell> sent;      // charged as they were given
  std::vector<SettledCell> not_sent;  // to book by hand
  std::optional<Money> difference;    // of `not_sent`; nothing where a price is unknown
};

// By the order's page; ordergroups without a figure of ours are left out. Empty where no push found
// the order settled.
std::vector<SettledGroup> settled_groups(const Day& day, int order, const PushState& state);

}  // namespace domain
