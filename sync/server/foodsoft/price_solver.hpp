// Finds the exact results behind the rounded ones of an article's cells: the 3-decimal numbers for
// which number × price = the cell's price with one price for all cells (contracts.md 2.2). Whole
// numbers throughout; 128 bits where they suffice, Boost's big ones where not.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/reference.hpp"
#include "sync/server/foodsoft/interval.hpp"

namespace server {

struct PricedCell {
  Interval within;
  domain::FinePrice price;
};

struct SolvedPrices {
  std::vector<domain::Quantity> numbers;  // one a cell
  // Of one unit; nothing where no cell costs anything.
  std::optional<domain::UnitPrice> unit_price;
};

// `per_supplier_unit`: how many of the unit one supplier unit is, whose price is whole cents;
// nothing where no page tells. Nothing where no price or several fit.
std::optional<SolvedPrices> solve_prices(std::span<const PricedCell> cells,
                                         std::optional<domain::Fraction> per_supplier_unit);

// price ÷ number, rounded to 10^-9; nothing where number is 0 or it does not fit.
std::optional<domain::UnitPrice> price_of_one(domain::FinePrice price, domain::Quantity number);

}  // namespace server
