// What the fields of a 5.x page tell of an article's units (data-supplier-order-unit,
// data-default-unit, data-ratio-*, data-multiply-before-submit; app/helpers/orders_helper.rb and
// group_order_articles_helper.rb of v5.0.0-rc1), and what follows from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/fraction.hpp"
#include "domain/unit_code.hpp"
#include "sync/server/foodsoft/html.hpp"
#include "sync/server/foodsoft/units_data.hpp"

namespace server {

struct UnitFacts {
  domain::SupplierUnit supplier;  // its code, or the custom text
  bool custom = false;            // the supplier unit is a text
  std::string billing;            // code, or the custom text
  // Billing unit → group unit as the page tells it, rounded; only on result fields.
  std::optional<domain::Fraction> told_factor;

  // Units that the article can be counted in, without repeats: billing, supplier, ratios.
  std::vector<std::string> named() const;
};

// Nothing where the field bears none of these attributes (4.x).
std::optional<UnitFacts> read_unit_facts(Element field);

// A factor's decimal text of up to 32 digits, cut where 64 bits end.
std::optional<domain::Fraction> read_told_factor(std::string_view text);

// Whether two factors are one within what a page rounds.
bool close(const domain::Fraction& a, const domain::Fraction& b);

}  // namespace server
