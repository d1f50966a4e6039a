#include "domain/push_state.hpp"

#include <algorithm>

#include "domain/day.hpp"

namespace domain {

namespace {

template <class Map, class Id>
const typename Map::mapped_type& found(const Map& map, Id id) {
  static const typename Map::mapped_type nothing;
  const auto at = map.find(id);
  return at == map.end() ? nothing : at->second;
}

void note(std::vector<Quantity>& values, Quantity value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

bool ended_well(PushOutcome outcome) {
  return outcome == PushOutcome::sent || outcome == PushOutcome::same ||
         outcome == PushOutcome::resolved;
}

CommentPush& comment_of(OrderPush& order, int number) {
  for (auto& comment : order.comments)
    if (comment.number == number) return comment;
  order.comments.push_back({number, {}, {}, false});
  return order.comments.back();
}

void push_cell(CellPush& cell, const Pushed& pushed) {
  cell.pending = false;
  if (pushed.read) cell.read = pushed.read;
  cell.in_conflict = pushed.outcome == PushOutcome::conflict;
  cell.conflict = cell.in_conflict ? pushed.read : std::nullopt;
  cell.refused = pushed.outcome == PushOutcome::refused ? pushed.error : std::string();
  if (ended_well(pushed.outcome) && pushed.ours && pushed.read)
    cell.verified = Verified{*pushed.ours, *pushed.read};
}

}  // namespace

bool CellPush::sent_before(Quantity value) const {
  return std::find(sent.begin(), sent.end(), value) != sent.end();
}

void PushState::apply(const Entry& entry) {
  if (const auto* sending = std::get_if<Sending>(&entry.body)) {
    apply(*sending);
  } else if (const auto* pushed = std::get_if<Pushed>(&entry.body)) {
    apply(*pushed, entry);
  } else if (const auto* taken = std::get_if<Taken>(&entry.body)) {
    auto& cell = cells_[taken->cell];
    cell.taken.push_back(*taken);
    cell.in_conflict = false;
    cell.conflict.reset();
  }
}

void PushState::apply(const Sending& sending) {
  if (sending.step == PushStep::cell && sending.cell && sending.intended) {
    auto& cell = cells_[*sending.cell];
    note(cell.sent, *sending.intended);
    cell.pending = true;
  } else if (sending.step == PushStep::received && sending.article && sending.intended) {
    note(articles_[*sending.article].sent, *sending.intended);
  } else if (sending.step == PushStep::comment) {
    auto& comment = comment_of(orders_[sending.order], sending.number);
    comment.text = sending.text;
    comment.whole = sending.whole.empty() ? sending.text : sending.whole;
  }
}

void PushState::apply(const Pushed& pushed, const Entry& entry) {
  auto& order = orders_[pushed.order];
  switch (pushed.step) {
    case PushStep::cell:
      if (pushed.cell) push_cell(cells_[*pushed.cell], pushed);
      break;
    case PushStep::received:
      if (pushed.article && ended_well(pushed.outcome))
        articles_[*pushed.article].verified = pushed.ours;
      break;
    case PushStep::comment:
      if (ended_well(pushed.outcome)) comment_of(order, pushed.number).posted = true;
      break;
    case PushStep::receive:
      if (ended_well(pushed.outcome)) order.received = true;
      break;
    case PushStep::order:
      order.tried_at = entry.at;
      order.error = pushed.error;
      if (pushed.state == ServerState::closed) order.seen_settled = true;
      if (!ended_well(pushed.outcome)) break;
      order.pushed_at = entry.at;
      order.pushed_by = entry.person;
      if (pushed.total) order.total = pushed.total;
      break;
  }
}

const CellPush& PushState::cell(CellId id) const { return found(cells_, id); }
const ArticlePush& PushState::article(OrderArticleId id) const { return found(articles_, id); }
const OrderPush& PushState::order(OrderId id) const { return found(orders_, id); }

OurFigure our_figure(const Day& day, CellPlace at, const CellPush& pushed) {
  const CellFigures figures = day.figures(at);
  if (day.any_standing(at)) {
    if (!figures.given) return {OurFigure::unknown, {}, false};
    return {OurFigure::figure, round_to_server(*figures.given), false};
  }
  if (pushed.sent.empty()) return {};
  if (!figures.base) return {OurFigure::unknown, {}, true};
  return {OurFigure::figure, round_to_server(*figures.base), true};
}

std::optional<Quantity> kept_of_server(const OurFigure& ours, const CellPush& pushed) {
  if (ours.kind != OurFigure::figure || !pushed.verified) return std::nullopt;
  if (pushed.verified->ours != ours.value || pushed.verified->read == ours.value)
    return std::nullopt;
  return pushed.verified->read;
}

ToSend still_to_send(const Day& day, int order, const PushState& state) {
  ToSend count;
  const auto& cells = day.orders()[static_cast<std::size_t>(order)].cells;
  for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
    const CellPush& pushed = state.cell(cells[static_cast<std::size_t>(c)].id);
    const OurFigure ours = our_figure(day, {order, c}, pushed);
    if (ours.kind == OurFigure::none) continue;
    const bool done = pushed.verified && ours.kind == OurFigure::figure && !pushed.pending &&
                      pushed.verified->ours == ours.value && !pushed.in_conflict;
    if (pushed.in_conflict)
      ++count.conflicts;
    else if (!done)
      ++count.to_send;
  }
  return count;
}

}  // namespace domain
