#include "domain/settled.hpp"

#include "domain/pricing.hpp"

namespace domain {

namespace {

// Whether the server has what we gave, or what somebody there wanted instead.
bool stands(const OurFigure& ours, const CellPush& pushed) {
  return pushed.verified && pushed.verified->ours == ours.value && pushed.refused.empty() &&
         !pushed.in_conflict;
}

SettledCell not_sent(const Day& day, CellPlace at, const OurFigure& ours, const CellPush& pushed) {
  SettledCell cell{at, ours.value, pushed.read ? pushed.read : day.figures(at).base, {}, {}};
  if (!cell.charged) return cell;
  cell.difference = ours.value - *cell.charged;
  if (const auto price = exact_unit_price(day.article(day.article_of(at))))
    cell.amount = amount_of(*cell.difference, *price);
  return cell;
}

}  // namespace

std::vector<SettledGroup> settled_groups(const Day& day, int order, const PushState& state) {
  const auto& reference = day.orders()[static_cast<std::size_t>(order)];
  if (!state.order(reference.id).seen_settled) return {};
  std::vector<SettledGroup> groups;
  for (const auto& group : reference.group_orders)
    groups.push_back({group.ordergroup, {}, {}, Money()});
  for (int c = 0; c < static_cast<int>(reference.cells.size()); ++c) {
    const CellPlace at{order, c};
    const auto& pushed = state.cell(day.cell(at).id);
    const auto ours = our_figure(day, at, pushed);
    if (ours.kind != OurFigure::figure) continue;
    auto& group = groups[static_cast<std::size_t>(day.cell(at).group)];
    if (stands(ours, pushed)) {
      group.sent.push_back({at, ours.value, pushed.verified->read, Quantity(), Money()});
      continue;
    }
    group.not_sent.push_back(not_sent(day, at, ours, pushed));
    const auto& amount = group.not_sent.back().amount;
    group.difference =
        amount && group.difference ? std::optional(*group.difference + *amount) : std::nullopt;
  }
  std::erase_if(groups, [](const auto& g) { return g.sent.empty() && g.not_sent.empty(); });
  return groups;
}

}  // namespace domain
