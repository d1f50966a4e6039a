// What members pay. Mirrors Foodsoft: concerns/price_calculation.rb, group_order_article.rb and
// group_order.rb of v4.9.2 and v5.0.0-rc1 (foodsoft.md 5.4). Sums are made of unrounded cell
// prices and rounded once, by round_to_cents and nowhere else. What is not known exactly is
// nothing, and enters no sum.
#pragma once

#include <optional>

#include "domain/amount.hpp"
#include "domain/day.hpp"
#include "domain/fraction.hpp"
#include "domain/reference.hpp"

namespace domain {

// Percentages in 10^-6 of a percent: 5.5 % is 5'500'000.
using Percent = Amount<struct MicroPercent>;

// 4.x: of one member unit. 5.x: of one supplier unit.
struct PriceParts {
  UnitPrice net, deposit;
  Percent tax;
  Percent markup;  // counts in whole percent: 2.5 % is 2 %
};

// Net and deposit with tax, rounded to cents.
Money gross_price(const PriceParts& parts);
// What a member pays for one unit of the parts: gross with the markup, rounded to cents.
Money member_price(const PriceParts& parts);
// The same for one group unit of 5.x: price ÷ convert(1, supplier, group), rounded half away at 9
// decimals. Nothing where the unit holds none of the other or the price does not fit.
std::optional<UnitPrice> price_per_group_unit(Money member_price, Fraction group_per_supplier);

UnitPrice unit_price(Money price);

// Exact. Nothing here rounds.
FinePrice price_of(Quantity quantity, UnitPrice unit_price);
// The one place where prices become cents: halves away from zero.
Money round_to_cents(FinePrice price);
inline Money amount_of(Quantity quantity, UnitPrice unit_price) {
  return round_to_cents(price_of(quantity, unit_price));
}

// What one kilogram costs, rounded at 9 decimals; only for masses.
std::optional<UnitPrice> price_per_kilogram(UnitPrice unit_price, const UnitMeaning& unit);

// The member's price of one unit where it is exact.
std::optional<UnitPrice> exact_unit_price(const OrderArticle& article);

// The price of what a cell has: the page's own where the result is what the page shows (nothing
// given, or the same number), else unit price × given.
std::optional<FinePrice> cell_price(const ReferenceCell& cell, const OrderArticle& article,
                                    std::optional<Quantity> given);
std::optional<FinePrice> cell_price(const Day& day, CellPlace at);

// A sum that says how much of it is missing.
struct PriceSum {
  FinePrice known;
  int unknown_cells = 0;
  // Nothing while a cell's price is unknown.
  std::optional<Money> total() const;
  void add(std::optional<FinePrice> price);
};
// What each group order of an order pays, in their order.
std::vector<PriceSum> group_totals(const Day& day, int order);

}  // namespace domain
