#include "fake_foodsoft/pricing.hpp"

#include <algorithm>

#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

Decimal with_percent(const Decimal& amount, const Decimal& percent) {
  return (amount * (Decimal(100) + percent) * Decimal::of("0.01")).rounded(2);
}

}  // namespace

Decimal gross_price(const Article& article) {
  return with_percent(article.price + article.deposit, article.tax);
}

Decimal end_price(const Article& article) {
  return with_percent(gross_price(article), markup_percent);
}

Decimal price_of_one(const Coop& coop, const Article& article) {
  const Units& units = article.units;
  if (coop.four() || units.supplier.empty()) return end_price(article);
  return end_price(article) / convert(units, 1, units.supplier, units.group);
}

Decimal billing_price(const Coop& coop, const Article& article) {
  const Units& units = article.units;
  if (coop.four() || units.supplier.empty()) return end_price(article);
  return end_price(article) / convert(units, 1, units.supplier, units.billing);
}

Decimal units_of(const Article& article) {
  return article.units_received.value_or(article.units_to_order);
}

std::map<int, Decimal> divide(const Coop& coop, int article, const Decimal& available,
                              bool rest_to_tolerance) {
  std::map<int, Decimal> shares;
  Decimal rest = available;
  const auto cells = cells_of_article(coop, article);
  const auto take = [&](const Cell* cell, const Decimal& wanted) {
    const Decimal share = std::max(Decimal(0), std::min(wanted, rest));
    shares[cell->id] = shares[cell->id] + share;
    rest = rest - share;
  };
  for (const Cell* cell : cells) take(cell, cell->quantity);
  if (rest_to_tolerance)
    for (const Cell* cell : cells) take(cell, cell->tolerance);
  return shares;
}

Decimal effective_result(const Coop& coop, const Cell& cell) {
  if (cell.result) return *cell.result;
  const Article& article = coop.articles.at(cell.article);
  const Decimal available = units_of(article) * per_supplier_unit(coop, article.units);
  return divide(coop, article.id, available, true)[cell.id];
}

Decimal cell_price(const Coop& coop, const Cell& cell) {
  const Article& article = coop.articles.at(cell.article);
  const bool open = coop.orders.at(article.order).state == State::open;
  return price_of_one(coop, article) * (open ? cell.quantity : effective_result(coop, cell));
}

Decimal group_sum(const Coop& coop, int group_order) {
  Decimal sum;
  for (const Cell* cell : cells_of_group(coop, group_order)) sum = sum + cell_price(coop, *cell);
  return sum;
}

void store_total(Coop& coop, GroupOrder& group) {
  group.price = group_sum(coop, group.id).rounded(2);
  ++group.lock_version;
}

Sums order_sums(const Coop& coop, int order) {
  Sums sums;
  for (const Article* article : articles_of(coop, order)) {
    const Decimal units = units_of(*article) * Decimal(coop.four() ? article->units.box : 1);
    sums.net = sums.net + units * article->price;
    sums.gross = sums.gross + units * gross_price(*article);
  }
  return sums;
}

bool is_ordered(const Article& article) {
  return article.units_to_order > Decimal(0) || article.units_received.value_or(0) > Decimal(0);
}

int ordered_articles(const Coop& coop, int order) {
  const auto articles = articles_of(coop, order);
  return static_cast<int>(
      std::count_if(articles.begin(), articles.end(), [](auto* a) { return is_ordered(*a); }));
}

}  // namespace fake
