// What another version of an order's reference says otherwise: the server's people have been at
// work between two pulls. Pure.
#pragma once

#include <vector>

#include "domain/reference.hpp"

namespace domain {

struct ReferenceChanges {
  // Cells that both know.
  std::vector<CellId> results;  // beyond what a page rounds
  std::vector<CellId> asked;
  std::vector<CellId> new_cells, gone_cells;
  // Indexes into now.articles, but for gone ones: before.articles. An article is the same by its
  // id, else by its name.
  std::vector<int> prices, units, ratios, received, new_articles, gone_articles;
  // Indexes into now.group_orders, but for gone ones: before.group_orders.
  std::vector<int> renamed_groups, new_groups, gone_groups;
  bool state = false;

  bool any() const;
  bool operator==(const ReferenceChanges&) const = default;
};

// What one version does not tell, and the other does, is no change.
ReferenceChanges changes(const ReferenceOrder& before, const ReferenceOrder& now);

}  // namespace domain
