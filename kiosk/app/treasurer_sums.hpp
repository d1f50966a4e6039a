// The sums of an order that must agree, and the cells that the treasurer looks at. Money of unknown
// prices enters none of them, and what is left out is counted. Pure.
#pragma once

#include <optional>
#include <vector>

#include "domain/day.hpp"

namespace kiosk {

struct TreasurerSums {
  // Over the articles whose price and received amount are known: received = of_received + left.
  domain::Money received, of_received, left;
  int articles_left_out = 0;
  // Over all cells: groups = given + rounding, each group's total being rounded once.
  domain::Money groups, given, rounding;
  int cells_left_out = 0;
  int untouched = 0;  // cells without an entry, counted as the server keeps them
};
TreasurerSums treasurer_sums(const domain::Day& day, int order);

// What the server keeps for the cells of an article that have no entry.
domain::Quantity untouched_quantity(const domain::Day& day, domain::ArticlePlace at);

// Short, absent by an entry (but never with a target of 0), over: by article, then by name.
std::vector<domain::CellPlace> different_cells(const domain::Day& day, int order);
// To do, in the same order.
std::vector<domain::CellPlace> open_cells(const domain::Day& day, int order);

}  // namespace kiosk
