// Units of Foodsoft 5.x: codes of UN/ECE recommendation 20 and X + recommendation 21, and the
// ratios of an article. Mirrors app/models/concerns/price_calculation.rb and
// lib/article_units_lib.rb of v5.0.0-rc1 (foodsoft.md 5.2).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/unit.hpp"

namespace domain {

// What a code measures: `factor` of its base unit (KGM for masses, D40 = cubic metre for volumes).
struct CodeFactor {
  std::string base;  // empty: a unit without conversion (pieces, boxes)
  Fraction factor;
};
using UnitCodes = std::map<std::string, CodeFactor, std::less<>>;

// The codes in use, where a page tells none.
const UnitCodes& common_unit_codes();

struct ArticleRatio {
  std::string unit;
  Fraction quantity;  // of `unit` in one supplier order unit
};

struct SupplierUnit {
  std::string code;  // or custom text
  std::vector<ArticleRatio> ratios;
};

// How many `to` one `from` is; nothing where the server would raise an exception.
std::optional<Fraction> convert_one(const SupplierUnit& supplier, const std::string& from,
                                    const std::string& to, const UnitCodes& codes);

// What one `code` of this article is: a mass or volume by its own code, or by a ratio to one.
UnitMeaning meaning_of_code(const SupplierUnit& supplier, const std::string& code,
                            const UnitCodes& codes);

}  // namespace domain
