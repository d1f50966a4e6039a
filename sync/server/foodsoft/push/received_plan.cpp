// What arrived of each article, as the server is to have it: contracts.md 8, `received`.
#include <algorithm>

#include "sync/server/foodsoft/push/plan.hpp"

namespace server {

namespace {

using domain::ArticlePlace;
using domain::Day;
using domain::PushState;
using domain::Quantity;

// In the unit of results: what a person said, else the sum of the cells where each has an entry.
std::optional<Quantity> arrived(const Day& day, ArticlePlace at, const PushState& state) {
  const auto& figures = day.figures(at);
  if (figures.received_by == domain::ReceivedBy::entry) return figures.received;
  Quantity sum;
  if (day.cells_of(at).empty()) return std::nullopt;
  for (const int c : day.cells_of(at)) {
    const domain::CellPlace cell{at.order, c};
    const auto& pushed = state.cell(day.cell(cell).id);
    const auto ours = domain::our_figure(day, cell, pushed);
    if (ours.kind != domain::OurFigure::figure || !day.any_standing(cell)) return std::nullopt;
    sum += domain::kept_of_server(ours, pushed).value_or(ours.value);
  }
  return sum;
}

// 4.x keeps 3 decimals of a box, 5.x 6 of a supplier unit.
std::optional<Quantity> in_supplier_units(Quantity quantity, const domain::Fraction& per,
                                          domain::Series series) {
  const auto of_one = domain::Fraction(1).over(per);
  const auto units = of_one ? of_one->scale(quantity.units()) : std::nullopt;
  if (!units) return std::nullopt;
  return series == domain::Series::v4 ? domain::round_to_server(Quantity(*units))
                                      : Quantity(*units);
}

}  // namespace

std::vector<PlannedReceived> received_to_set(const Day& day, int order, const PushState& state) {
  std::vector<PlannedReceived> planned;
  const auto& reference = day.orders()[static_cast<std::size_t>(order)];
  if (reference.kind == domain::OrderKind::stock) return planned;
  for (int a = 0; a < static_cast<int>(reference.articles.size()); ++a) {
    const auto& article = reference.articles[static_cast<std::size_t>(a)];
    if (!article.id) continue;
    const auto quantity = arrived(day, {order, a}, state);
    if (!quantity) continue;
    PlannedReceived one;
    one.article = a;
    one.id = *article.id;
    const auto units =
        article.per_supplier_unit
            ? in_supplier_units(*quantity, *article.per_supplier_unit, reference.series)
            : std::nullopt;
    if (units) {
      one.after = *units;
    } else {
      one.kind = PlannedReceived::refused;
      one.error = "How much one supplier unit of \"" + article.name +
                  "\" holds is not known, so what arrived was not sent; the cells are.";
    }
    planned.push_back(std::move(one));
  }
  return planned;
}

bool known_to_stand(const PlannedReceived& planned, const PushState& state) {
  return state.article(planned.id).verified == planned.after;
}

void look_at(PlannedReceived& planned, const std::optional<ReceiveRow>& row, const Day& day,
             int order, const PushState& state) {
  if (planned.kind == PlannedReceived::refused) return;
  const auto& article = day.article({order, planned.article});
  if (!row) {
    planned.kind = PlannedReceived::refused;
    planned.error = "The article \"" + article.name +
                    "\" has no row on the server any more; what arrived was not sent.";
    return;
  }
  if (row->units_received) planned.before = Quantity(*row->units_received);
  const auto& pushed = state.article(planned.id);
  const bool ours = planned.before && std::find(pushed.sent.begin(), pushed.sent.end(),
                                                *planned.before) != pushed.sent.end();
  if (planned.before == planned.after)
    planned.kind = PlannedReceived::same;
  else if (!planned.before || planned.before == article.units_received || ours)
    planned.kind = PlannedReceived::send;
  else
    planned.kind = PlannedReceived::left;
  if (planned.kind == PlannedReceived::left)
    planned.error = "Of \"" + article.name + "\" somebody else noted " +
                    domain::text_of(*planned.before) + " received; that is left, ours would be " +
                    domain::text_of(planned.after) + ".";
  const bool other_box =
      row->package && article.per_supplier_unit &&
      day.orders()[static_cast<std::size_t>(order)].series == domain::Series::v4 &&
      domain::Fraction(*row->package) != *article.per_supplier_unit;
  if (planned.kind == PlannedReceived::send && other_box) {
    planned.kind = PlannedReceived::refused;
    planned.error = "The box size of \"" + article.name +
                    "\" changed since the last pull; pull the day again, then push.";
  }
}

}  // namespace server
