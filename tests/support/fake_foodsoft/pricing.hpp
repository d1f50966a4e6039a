// Prices, totals and the division of what arrived (foodsoft.md 5.4, 5.5).
#pragma once

#include "fake_foodsoft/coop.hpp"

namespace fake {

inline constexpr int markup_percent = 2;

Decimal gross_price(const Article& article);  // of a 4.x member unit, a 5.x supplier unit
Decimal end_price(const Article& article);    // with the co-op's markup
Decimal price_of_one(const Coop& coop, const Article& article);  // member unit, group unit
Decimal billing_price(const Coop& coop, const Article& article);

// units_received, else units_to_order; supplier units.
Decimal units_of(const Article& article);
// What counts as result: the stored one, or where that is NULL what the division gives.
Decimal effective_result(const Coop& coop, const Cell& cell);
Decimal cell_price(const Coop& coop, const Cell& cell);
Decimal group_sum(const Coop& coop, int group_order);  // exact, from the cells
// What PATCH stores: rounded to cents.
void store_total(Coop& coop, GroupOrder& group);

// `available` member units among the cells of an article, first come first served; by cell id.
std::map<int, Decimal> divide(const Coop& coop, int article, const Decimal& available,
                              bool rest_to_tolerance);

struct Sums {
  Decimal net, gross;
};
Sums order_sums(const Coop& coop, int order);
// Whether the scope `ordered` has it: view=articles lists only these.
bool is_ordered(const Article& article);
int ordered_articles(const Coop& coop, int order);

}  // namespace fake
