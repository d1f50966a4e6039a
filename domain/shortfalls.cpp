#include "domain/shortfalls.hpp"

#include <algorithm>

#include "domain/pricing.hpp"

namespace domain {

std::vector<Shortfall> shortfalls(const Day& day, int order) {
  const ReferenceOrder& reference = day.orders()[static_cast<std::size_t>(order)];
  std::vector<Shortfall> found;
  for (int c = 0; c < static_cast<int>(reference.cells.size()); ++c) {
    const CellPlace at{order, c};
    const CellState state = day.state(at);
    if (state != CellState::short_given && state != CellState::absent) continue;
    const CellFigures figures = day.figures(at);
    if (!figures.shortfall || figures.target == Quantity(0)) continue;
    Shortfall shortfall{at, figures.target,    figures.given.value_or(Quantity()), {},
                        {}, *figures.shortfall};
    if (figures.target) shortfall.missing = *figures.target - shortfall.given;
    const auto price = exact_unit_price(day.article(day.article_of(at)));
    if (shortfall.missing && price) shortfall.amount = amount_of(*shortfall.missing, *price);
    found.push_back(std::move(shortfall));
  }
  const auto key = [&reference](const Shortfall& s) {
    const ReferenceCell& cell = reference.cells[static_cast<std::size_t>(s.at.cell)];
    const auto& group = reference.group_orders[static_cast<std::size_t>(cell.group)];
    return std::pair(group.id, cell.id);
  };
  std::sort(found.begin(), found.end(),
            [&key](const Shortfall& a, const Shortfall& b) { return key(a) < key(b); });
  return found;
}

}  // namespace domain
