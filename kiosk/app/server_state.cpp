#include "kiosk/app/server_state.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using domain::CellPlace;
using domain::Day;
using domain::Quantity;
using screens::OrderTrouble;
using Looked = std::map<domain::OrderId, LookedOrder>;

const domain::ReferenceOrder& order_at(const Day& day, int order) {
  return day.orders()[static_cast<std::size_t>(order)];
}

int orders_of(const Day& day) { return static_cast<int>(day.orders().size()); }

const journal::ReferenceMark* mark_of(const ServerFacts& facts, domain::OrderId id) {
  for (const auto& mark : facts.marks)
    if (mark.id == id) return &mark;
  return nullptr;
}

// Why nothing of an order can be sent, as far as is known; the push itself knows more.
OrderTrouble trouble_of(const ServerFacts& facts, int order, const LookedOrder* looked) {
  const auto& reference = order_at(facts.day, order);
  const auto state = looked ? looked->state : reference.state;
  if (state == domain::ServerState::closed) return OrderTrouble::settled;
  const auto* mark = mark_of(facts, reference.id);
  if (!mark || mark->source != facts.address) return OrderTrouble::not_pulled;
  if (facts.pushed.order(reference.id).seen_settled) return OrderTrouble::reopened;
  return OrderTrouble::none;
}

const std::string& article_name(const Day& day, CellPlace at) {
  return day.article(day.article_of(at)).name;
}

bool nothing_arrived(const Day& day, CellPlace at) {
  const auto& figures = day.figures(day.article_of(at));
  return figures.received_by == domain::ReceivedBy::entry && figures.received == Quantity();
}

// Begun bags, and cells without an entry of an article that did not arrive.
void find_open(screens::PlannedOrder& planned, const Day& day, int order) {
  const auto cells = static_cast<int>(order_at(day, order).cells.size());
  for (int c = 0; c < cells; ++c) {
    const CellPlace at{order, c};
    const bool untouched = !day.any_standing(at);
    const bool begun = !untouched && day.state(at) == domain::CellState::to_do;
    if (begun || (untouched && nothing_arrived(day, at)))
      planned.open.push_back({day.cell(at).id, day.ordergroup(at), article_name(day, at),
                              begun ? screens::OpenCell::begun : screens::OpenCell::undelivered});
  }
}

// Bags of it that stand came from more than one station.
bool of_two_stations(const ServerFacts& facts, domain::CellId cell) {
  const std::string* first = nullptr;
  for (const auto& entry : facts.entries) {
    const bool bag = std::holds_alternative<domain::Weighed>(entry.body) ||
                     std::holds_alternative<domain::Counted>(entry.body);
    if (!bag || domain::on_cell(entry.body)->cell != cell) continue;
    if (facts.day.undoable(entry.ref) != Day::Undoable::yes) continue;
    if (first && *first != entry.ref.station) return true;
    first = &entry.ref.station;
  }
  return false;
}

screens::Conflict conflict_of(const ServerFacts& facts, const server::PlannedCell& cell,
                              domain::Stamp seen_at) {
  screens::Conflict conflict{.cell = cell.id,
                             .article = cell.article,
                             .ordergroup = facts.day.ordergroup(cell.at),
                             .name = article_name(facts.day, cell.at),
                             .ours = cell.after,
                             .server = cell.before,
                             .base = cell.base,
                             .seen_at = seen_at};
  conflict.two_stations = of_two_stations(facts, cell.id);
  return conflict;
}

// A conflict that the last push found and nobody has settled, where nobody has looked since.
void known_conflict(const ServerFacts& facts, server::PlannedCell& cell) {
  const auto& pushed = facts.pushed.cell(cell.id);
  if (!pushed.in_conflict) return;
  cell.kind = server::PlannedCell::conflict;
  cell.before = pushed.conflict;
}

void plan_cells(const ServerFacts& facts, int order, const server::OrderWork& work,
                const LookedOrder* looked, screens::PlannedOrder& planned,
                screens::PushPlan& plan) {
  const auto seen =
      looked ? looked->seen : server::SeenOrder::as_pulled(order_at(facts.day, order));
  const auto& tried = facts.pushed.order(planned.id).tried_at;
  for (auto& cell : server::plan_cells(facts.day, work, facts.pushed, seen, true)) {
    if (!looked) known_conflict(facts, cell);
    if (cell.kind == server::PlannedCell::conflict)
      plan.conflicts.push_back(
          conflict_of(facts, cell, looked ? plan.at : tried.value_or(plan.at)));
    if (cell.kind == server::PlannedCell::refused) planned.trouble = OrderTrouble::changed;
    if (cell.kind != server::PlannedCell::send) continue;
    plan.cells.push_back({cell.id, planned.id, facts.day.ordergroup(cell.at),
                          article_name(facts.day, cell.at), cell.before, cell.after});
  }
}

}  // namespace

long waiting_cells(const ServerFacts& facts) {
  long waiting = 0;
  for (int o = 0; o < orders_of(facts.day); ++o)
    waiting += domain::still_to_send(facts.day, o, facts.pushed).to_send;
  return waiting;
}

screens::PushPlan plan_of(const ServerFacts& facts, const Looked& looked, domain::Stamp at,
                          const PlanWishes& wishes) {
  screens::PushPlan plan;
  plan.from = looked.empty() ? screens::PushPlan::last_pull : screens::PushPlan::server;
  plan.at = at;
  for (int o = 0; o < orders_of(facts.day); ++o) {
    screens::PlannedOrder planned;
    planned.id = order_at(facts.day, o).id;
    planned.supplier = order_at(facts.day, o).supplier;
    const auto found = looked.find(planned.id);
    const LookedOrder* seen = found == looked.end() ? nullptr : &found->second;
    planned.trouble = trouble_of(facts, o, seen);
    const auto work = server::order_work(facts.day, o, facts.pushed, {});
    if (planned.trouble == OrderTrouble::none && !work.cells.empty()) {
      find_open(planned, facts.day, o);
      planned.even_so = wishes.even_so.count(planned.id) != 0;
      planned.untouched = work.untouched;
      planned.untouched_articles = work.untouched_articles;
      planned.mails_members = wishes.mark_received &&
                              order_at(facts.day, o).kind == domain::OrderKind::supplier &&
                              !facts.pushed.order(planned.id).received;
      if (planned.open.empty() || planned.even_so) plan_cells(facts, o, work, seen, planned, plan);
    }
    plan.orders.push_back(std::move(planned));
  }
  return plan;
}

}  // namespace kiosk
