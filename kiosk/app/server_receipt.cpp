// What pushes proved, and what was cut off, by the entries that they left.
#include <algorithm>
#include <map>

#include "domain/reference_changes.hpp"
#include "kiosk/app/server_state.hpp"

namespace kiosk {

namespace {

using domain::CellPlace;
using domain::CellPush;
using domain::OurFigure;
using domain::PushStep;
using screens::ReadBack;

ReadBack::Outcome outcome_of(const CellPush& pushed) {
  if (pushed.in_conflict) return ReadBack::conflict;
  return pushed.refused.empty() ? ReadBack::same : ReadBack::refused;
}

screens::ReceiptOrder order_receipt(const ServerFacts& facts, int order) {
  const auto& reference = facts.day.orders()[static_cast<std::size_t>(order)];
  const auto& pushed = facts.pushed.order(reference.id);
  screens::ReceiptOrder receipt{.id = reference.id, .supplier = reference.supplier};
  for (int c = 0; c < static_cast<int>(reference.cells.size()); ++c) {
    const CellPlace at{order, c};
    const auto& cell = facts.day.cell(at);
    const CellPush& known = facts.pushed.cell(cell.id);
    const OurFigure ours = domain::our_figure(facts.day, at, known);
    if (ours.kind == OurFigure::none) continue;
    ReadBack read{facts.day.ordergroup(at), facts.day.article(facts.day.article_of(at)).name,
                  cell.id, ours.value};
    if (known.verified) read.read = known.verified->read;
    if (known.in_conflict) read.read = known.conflict;
    read.outcome = outcome_of(known);
    const bool good = read.outcome == ReadBack::same && !known.pending && known.verified &&
                      known.verified->ours == ours.value;
    ++(good ? receipt.sent : receipt.remaining);
    receipt.cells.push_back(std::move(read));
  }
  receipt.verified = pushed.pushed_at && pushed.pushed_at == pushed.tried_at;
  receipt.commented = std::any_of(pushed.comments.begin(), pushed.comments.end(),
                                  [](const domain::CommentPush& c) { return c.posted; });
  if (pushed.seen_settled) receipt.trouble = screens::OrderTrouble::settled;
  receipt.groups_total = pushed.total;
  return receipt;
}

// The last choice of each cell.
std::vector<screens::TakenConflict> choices(const ServerFacts& facts) {
  std::map<domain::CellId, screens::TakenConflict> last;
  for (const auto& entry : facts.entries) {
    const auto* taken = std::get_if<domain::Taken>(&entry.body);
    const auto at = taken ? facts.day.find(taken->cell) : std::nullopt;
    if (!at) continue;
    screens::TakenConflict& choice = last[taken->cell];
    choice.conflict.cell = taken->cell;
    choice.conflict.ordergroup = facts.day.ordergroup(*at);
    choice.conflict.name = facts.day.article(facts.day.article_of(*at)).name;
    choice.conflict.ours = domain::our_figure(facts.day, *at, facts.pushed.cell(taken->cell)).value;
    choice.conflict.server = taken->server;
    choice.take = taken->side == domain::Side::ours ? screens::Take::ours : screens::Take::server;
    choice.person = entry.person;
  }
  std::vector<screens::TakenConflict> all;
  for (auto& [cell, choice] : last) all.push_back(std::move(choice));
  return all;
}

std::optional<domain::Quantity> base_of(const domain::ReferenceOrder& order, domain::CellId id,
                                        screens::ChangedCell& changed) {
  const auto cell = std::find_if(order.cells.begin(), order.cells.end(),
                                 [id](const auto& each) { return each.id == id; });
  if (cell == order.cells.end()) return std::nullopt;
  changed.ordergroup = order.group_orders[static_cast<std::size_t>(cell->group)].ordergroup;
  changed.article = order.articles[static_cast<std::size_t>(cell->article)].name;
  return cell->base ? cell->base : cell->asked;
}

}  // namespace

std::optional<screens::Receipt> receipt_of(const ServerFacts& facts) {
  screens::Receipt receipt;
  for (int o = 0; o < static_cast<int>(facts.day.orders().size()); ++o) {
    const auto& pushed = facts.pushed.order(facts.day.orders()[static_cast<std::size_t>(o)].id);
    if (!pushed.tried_at) continue;
    receipt.at = std::max(receipt.at, *pushed.tried_at);
    if (!pushed.pushed_by.empty()) receipt.person = pushed.pushed_by;
    receipt.orders.push_back(order_receipt(facts, o));
  }
  if (receipt.orders.empty()) return std::nullopt;
  receipt.taken = choices(facts);
  return receipt;
}

bool push_was_cut_off(std::span<const domain::Entry> entries) {
  std::map<domain::OrderId, bool> under_way;
  for (const auto& entry : entries) {
    if (const auto* sending = std::get_if<domain::Sending>(&entry.body))
      under_way[sending->order] = true;
    if (const auto* pushed = std::get_if<domain::Pushed>(&entry.body))
      under_way[pushed->order] = pushed->step != PushStep::order;
  }
  return std::any_of(under_way.begin(), under_way.end(),
                     [](const auto& order) { return order.second; });
}

std::vector<screens::ChangedCell> changed_cells(const domain::ReferenceOrder& before,
                                                const domain::ReferenceOrder& now,
                                                const domain::PushState& pushed) {
  const domain::ReferenceChanges changes = domain::changes(before, now);
  std::vector<screens::ChangedCell> cells;
  const auto add = [&](domain::CellId id) {
    screens::ChangedCell cell{.cell = id, .ordergroup = {}, .article = {}};
    cell.before = base_of(before, id, cell);
    cell.now = base_of(now, id, cell);
    if (cell.now && pushed.cell(id).sent_before(*cell.now)) return;
    cells.push_back(std::move(cell));
  };
  for (const auto id : changes.results) add(id);
  for (const auto id : changes.new_cells) add(id);
  for (const auto id : changes.gone_cells) add(id);
  return cells;
}

}  // namespace kiosk
