// A small order with every kind of unit, and a clock that tests own.
#pragma once

#include "domain/reference.hpp"
#include "sync/journal/journal.hpp"

namespace support {

inline domain::OrderArticle sample_article(std::int64_t id, std::string name, std::string unit) {
  domain::OrderArticle article;
  article.id = domain::OrderArticleId{id};
  article.name = std::move(name);
  article.producer = "Duval";
  article.unit = {unit, unit, domain::read_unit_text(unit)};
  article.per_supplier_unit = domain::Fraction(10);
  article.units_to_order = domain::whole_units(2);
  article.unit_price = domain::UnitPrice(1'670'000'000);
  return article;
}

// Cells 80 to 85: three articles (kilograms, bunches, a unit that nobody knows) × two groups.
inline domain::ReferenceOrder sample_order(std::int64_t id = 4) {
  domain::ReferenceOrder order;
  order.id = {id};
  order.supplier = "Les Jardins de Duval";
  order.created_by = "Rosa";
  order.articles = {sample_article(63, "Carottes", "1 kg"), sample_article(64, "Radis", "botte"),
                    sample_article(65, "Chou rouge", "pièce ~1,5 kg")};
  order.articles[1].per_supplier_unit = *domain::Fraction::of(1, 3);
  order.articles[2].unit_price.reset();
  order.articles[2].price_certainty = domain::Certainty::about;
  order.group_orders = {{{16}, "Les Mirabelles", domain::OrdergroupId{3}, {}},
                        {{17}, "Ézanville", {}, *domain::read_fine_price("12.345678901234567")}};
  for (int i = 0; i < 6; ++i)
    order.cells.push_back({{80 + i},
                           i % 2,
                           i / 2,
                           domain::whole_units(3),
                           domain::Quantity(),
                           domain::whole_units(i == 1 ? 0 : 3),
                           domain::Certainty::exact,
                           *domain::read_fine_price("5.01")});
  order.cells[4].asked.reset();
  order.cells[4].price.reset();
  return order;
}

inline domain::Body counted(std::int64_t cell, std::int64_t pieces) {
  return domain::Counted{{{cell}, domain::whole_units(3), {}},
                         domain::whole_units(pieces),
                         domain::Typed::yes,
                         domain::Label::none};
}

}  // namespace support
