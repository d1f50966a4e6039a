#include "domain/pricing.hpp"

#include <limits>

namespace domain {

namespace {

constexpr std::int64_t nano_per_cent = 10'000'000;  // 10^-9 of the currency in a cent
constexpr Wide fine_per_cent = 10'000'000'000'000'000;
constexpr Wide fine_per_product = 1'000;              // 10^-6 units × 10^-9 a unit = 10^-15
constexpr std::int64_t micro_of_whole = 100'000'000;  // 100 %
constexpr std::int64_t micro_of_percent = 1'000'000;

std::optional<UnitPrice> fitting(Wide nano) {
  constexpr Wide largest = std::numeric_limits<std::int64_t>::max();
  if (nano > largest || nano < -largest) return std::nullopt;
  return UnitPrice(static_cast<std::int64_t>(nano));
}

}  // namespace

Money gross_price(const PriceParts& parts) {
  const Wide taxed =
      static_cast<Wide>((parts.net + parts.deposit).units()) * (micro_of_whole + parts.tax.units());
  return Money(narrow(divide_rounded(taxed, static_cast<Wide>(micro_of_whole) * nano_per_cent)));
}

Money member_price(const PriceParts& parts) {
  const std::int64_t whole_percent = parts.markup.units() / micro_of_percent;
  return Money(narrow(
      divide_rounded(static_cast<Wide>(gross_price(parts).units()) * (100 + whole_percent), 100)));
}

std::optional<UnitPrice> price_per_group_unit(Money member_price, Fraction group_per_supplier) {
  if (group_per_supplier.numerator() <= 0) return std::nullopt;
  const Wide nano = static_cast<Wide>(member_price.units()) * nano_per_cent;
  return fitting(
      divide_rounded(nano * group_per_supplier.denominator(), group_per_supplier.numerator()));
}

UnitPrice unit_price(Money price) {
  return UnitPrice(narrow(static_cast<Wide>(price.units()) * nano_per_cent));
}

FinePrice price_of(Quantity quantity, UnitPrice unit_price) {
  return {static_cast<Wide>(quantity.units()) * unit_price.units() * fine_per_product};
}

Money round_to_cents(FinePrice price) {
  return Money(narrow(divide_rounded(price.units, fine_per_cent)));
}

std::optional<UnitPrice> price_per_kilogram(UnitPrice unit_price, const UnitMeaning& unit) {
  if (!unit.is_mass() || unit.holds.numerator() <= 0) return std::nullopt;
  constexpr Wide mg_per_kilogram = 1'000'000;
  return fitting(divide_rounded(
      static_cast<Wide>(unit_price.units()) * unit.holds.denominator() * mg_per_kilogram,
      unit.holds.numerator()));
}

std::optional<UnitPrice> exact_unit_price(const OrderArticle& article) {
  if (article.price_certainty == Certainty::about) return std::nullopt;
  return article.unit_price;
}

std::optional<FinePrice> cell_price(const ReferenceCell& cell, const OrderArticle& article,
                                    std::optional<Quantity> given) {
  const bool as_on_page = !given || given == cell.base;
  if (as_on_page && cell.price) return cell.price;
  const auto quantity = given ? given : cell.base;
  const auto price = exact_unit_price(article);
  if (!quantity || !price) return std::nullopt;
  return price_of(*quantity, *price);
}

std::optional<FinePrice> cell_price(const Day& day, CellPlace at) {
  const CellFigures figures = day.figures(at);
  // Weighed in a unit whose meaning nobody knows any more: what was given is unknown.
  if (figures.bags > 0 && !figures.given) return std::nullopt;
  return cell_price(day.cell(at), day.article(day.article_of(at)), figures.given);
}

std::optional<Money> PriceSum::total() const {
  if (unknown_cells > 0) return std::nullopt;
  return round_to_cents(known);
}

void PriceSum::add(std::optional<FinePrice> price) {
  if (price)
    known = known + *price;
  else
    ++unknown_cells;
}

std::vector<PriceSum> group_totals(const Day& day, int order) {
  const ReferenceOrder& reference = day.orders()[static_cast<std::size_t>(order)];
  std::vector<PriceSum> sums(reference.group_orders.size());
  for (int c = 0; c < static_cast<int>(reference.cells.size()); ++c) {
    const auto group = static_cast<std::size_t>(reference.cells[static_cast<std::size_t>(c)].group);
    sums[group].add(cell_price(day, {order, c}));
  }
  return sums;
}

}  // namespace domain
