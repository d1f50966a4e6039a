#include "kiosk/app/treasurer_sums.hpp"

#include "domain/pricing.hpp"
#include "domain/walk.hpp"

namespace kiosk {

namespace {

using namespace domain;

const ReferenceOrder& order_of(const Day& day, int order) {
  return day.orders()[static_cast<std::size_t>(order)];
}

std::vector<CellPlace> cells_by_article(const Day& day, int order) {
  std::vector<CellPlace> cells;
  const Walk walk(day, WalkBy::article);
  for (const auto at : walk.cells())
    if (at.order == order) cells.push_back(at);
  return cells;
}

void add_article(TreasurerSums& sums, FinePrice& received, FinePrice& charged, const Day& day,
                 ArticlePlace at) {
  const auto price = exact_unit_price(day.article(at));
  const auto arrived = day.figures(at).received;
  PriceSum cells;
  for (const int c : day.cells_of(at)) cells.add(cell_price(day, {at.order, c}));
  if (!price || !arrived || cells.unknown_cells > 0) {
    ++sums.articles_left_out;
    return;
  }
  received = received + price_of(*arrived, *price);
  charged = charged + cells.known;
}

}  // namespace

TreasurerSums treasurer_sums(const Day& day, int order) {
  TreasurerSums sums;
  FinePrice received, charged;
  for (int a = 0; a < static_cast<int>(order_of(day, order).articles.size()); ++a)
    add_article(sums, received, charged, day, {order, a});
  sums.received = round_to_cents(received);
  sums.of_received = round_to_cents(charged);
  sums.left = sums.received - sums.of_received;

  FinePrice given;
  for (const PriceSum& group : group_totals(day, order)) {
    sums.groups += round_to_cents(group.known);
    given = given + group.known;
    sums.cells_left_out += group.unknown_cells;
  }
  sums.given = round_to_cents(given);
  sums.rounding = sums.groups - sums.given;
  for (int c = 0; c < static_cast<int>(order_of(day, order).cells.size()); ++c) {
    const CellPlace at{order, c};
    const auto base = day.cell(at).base;
    if (!day.any_standing(at) && (!base || *base != Quantity())) ++sums.untouched;
  }
  return sums;
}

Quantity untouched_quantity(const Day& day, ArticlePlace at) {
  Quantity sum;
  for (const int c : day.cells_of(at)) {
    const CellPlace place{at.order, c};
    if (!day.any_standing(place)) sum += day.cell(place).base.value_or(Quantity());
  }
  return sum;
}

std::vector<CellPlace> different_cells(const Day& day, int order) {
  std::vector<CellPlace> cells;
  for (const auto at : cells_by_article(day, order)) {
    const CellState state = day.state(at);
    const auto absent_by_entry = [&] {
      const CellFigures figures = day.figures(at);
      return figures.shortfall && figures.target != Quantity();
    };
    if (state == CellState::short_given || state == CellState::over ||
        (state == CellState::absent && absent_by_entry()))
      cells.push_back(at);
  }
  return cells;
}

std::vector<CellPlace> open_cells(const Day& day, int order) {
  std::vector<CellPlace> cells;
  for (const auto at : cells_by_article(day, order))
    if (day.state(at) == CellState::to_do) cells.push_back(at);
  return cells;
}

}  // namespace kiosk
