// The unit in which an order article's results are kept, and the factor from what the page shows to
// it: 4.x the text itself; 5.x the group unit, by the receive page, else by the factor that stands
// on the result fields (foodsoft.md 5.2, 14.2). What no page tells stays unknown.
#pragma once

#include <optional>

#include "sync/server/foodsoft/order_pages.hpp"

namespace server {

struct ArticleUnits {
  domain::Unit unit;                       // empty text: unknown
  std::optional<domain::Fraction> factor;  // how many of it one billing unit is
  std::optional<domain::Fraction> per_supplier_unit;
  // How many billing units one supplier unit is: the page shows the price of one billing unit.
  std::optional<domain::Fraction> billing_per_supplier_unit;
};

// What the pages of one order know of units; built once, for all its articles.
class UnitReader {
 public:
  explicit UnitReader(const OrderPages& pages);
  // Refused where two pages tell different ratios.
  domain::Result<ArticleUnits> read(const JoinedArticle& article) const;

 private:
  ArticleUnits old_units(const JoinedArticle& article) const;
  const UnitFacts* facts_of(const JoinedArticle& article) const;
  domain::Result<std::string> group_unit(const JoinedArticle& article, const UnitFacts& facts,
                                         const std::optional<domain::Fraction>& told) const;
  std::string text_unit(const ArticleShown& shown) const;
  domain::Unit unit_named(const std::string& code, const UnitFacts& facts) const;

  const OrderPages& pages_;
  domain::UnitCodes codes_;
  domain::UnitCodes measures_;  // those of masses and volumes alone
};

}  // namespace server
