#include "sync/server/foodsoft/push/push.hpp"

#include <algorithm>

#include "sync/server/foodsoft/push/asking.hpp"
#include "sync/server/foodsoft/push/order_run.hpp"

namespace server {

namespace {

using domain::OrderId;

std::vector<OrderId> orders_of(const PushContext& context) {
  std::vector<OrderId> ids;
  for (const auto& order : context.book.day().orders())
    if (!context.options.only || order.id == *context.options.only) ids.push_back(order.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

int place_of(const domain::Day& day, OrderId id) {
  for (std::size_t o = 0; o < day.orders().size(); ++o)
    if (day.orders()[o].id == id) return static_cast<int>(o);
  return -1;
}

}  // namespace

domain::Result<std::vector<OrderReport>> Push::run() {
  // Figures recorded meanwhile go in a further round; more than a few is somebody at work.
  constexpr int most_rounds = 5;
  std::map<OrderId, OrderReport> reports;
  std::map<OrderId, OrderLedger> ledgers;
  std::vector<OrderId> due = orders_of(context_);
  bool hopeless = false;
  for (int round = 0; round < most_rounds && !due.empty() && !hopeless; ++round) {
    for (const OrderId id : due) {
      if (place_of(context_.book.day(), id) < 0) continue;
      OrderRun run(context_, id, ledgers[id]);
      auto report = run.run();
      if (!report) return tl::unexpected(report.error());
      reports.insert_or_assign(id, std::move(*report));
      hopeless = run.hopeless() || context_.clock.told_to_end();
      if (hopeless) break;
    }
    if (const auto read = context_.book.catch_up(); !read) return tl::unexpected(read.error());
    std::erase_if(due, [&](OrderId id) {
      const int place = place_of(context_.book.day(), id);
      const auto report = reports.find(id);
      if (place < 0 || report == reports.end() || !report->second.verified) return true;
      return domain::still_to_send(context_.book.day(), place, context_.book.state()).to_send == 0;
    });
  }
  std::vector<OrderReport> all;
  for (const OrderId id : orders_of(context_)) {
    const auto report = reports.find(id);
    if (report != reports.end()) {
      all.push_back(report->second);
      const int place = place_of(context_.book.day(), id);
      if (all.back().verified && place >= 0 &&
          domain::still_to_send(context_.book.day(), place, context_.book.state()).to_send > 0) {
        all.back().verified = false;
        all.back().remains = "Order " + std::to_string(id.value) +
                             " is being worked on; push again when that is done.";
      }
      continue;
    }
    OrderReport untried;
    untried.order = id;
    untried.remains = "Order " + std::to_string(id.value) + " was not tried.";
    all.push_back(untried);
  }
  return all;
}

namespace {

void preview_cell(PushContext& context, const PlannedCell& cell) {
  if (cell.kind == PlannedCell::send) {
    StepReport step = step_of(context.book.day(), cell.at);
    step.before = cell.before;
    step.after = cell.after;
    context.watch.step(step);
  } else if (cell.kind == PlannedCell::conflict || cell.kind == PlannedCell::refused ||
             cell.kind == PlannedCell::corrected) {
    const StepReport step = step_of(context.book.day(), cell.at);
    context.watch.note(step.ordergroup + ", " + step.article + ": " + cell.error);
  }
}

// What of an order would go beside its cells.
void preview_rest(PushContext& context, int order, const std::vector<PlannedReceived>& received,
                  bool cells_free) {
  const auto& reference = context.book.day().orders()[static_cast<std::size_t>(order)];
  for (const auto& one : received) {
    if (!one.error.empty()) context.watch.note(one.error);
    if (one.kind != PlannedReceived::send) continue;
    StepReport step;
    step.step = domain::PushStep::received;
    step.order = reference.id;
    step.article_id = one.id;
    step.article = reference.articles[static_cast<std::size_t>(one.article)].name;
    step.before = one.before;
    step.after = one.after;
    context.watch.step(step);
  }
  if (!cells_free) return;
  StepReport step;
  step.order = reference.id;
  const bool mark = context.options.mark_received && reference.kind != domain::OrderKind::stock &&
                    reference.state == domain::ServerState::finished &&
                    !context.book.state().order(reference.id).received;
  if (mark) {
    step.step = domain::PushStep::receive;
    context.watch.step(step);
    context.watch.note("Order " + std::to_string(reference.id.value) +
                       " would be marked as received, which mails its members.");
  }
  const auto comment = domain::comment_to_post(context.book.day(), order, context.book.day_mark(),
                                               context.options.language,
                                               context.book.state().order(reference.id).comments);
  if (!comment) return;
  step.step = domain::PushStep::comment;
  step.text = comment->text;
  context.watch.step(step);
}

bool may_be_sent(PushContext& context, int order, const std::vector<ToldOrder>& told,
                 const OrderWork& work) {
  auto why = why_not(context.book.day(), order, told, context.server.address());
  const auto& id = context.book.day().orders()[static_cast<std::size_t>(order)].id;
  const auto open = what_is_open(work);
  if (why.empty() && !open.empty() && !context.options.open)
    why = "Order " + std::to_string(id.value) + " would not be sent: " + open +
          ". Finish it, or send it as it is with --open.";
  if (!why.empty()) context.watch.note(why);
  const auto untouched = untouched_sentence(work);
  if (why.empty() && !untouched.empty()) context.watch.note(untouched);
  return why.empty();
}

bool is_free(const PlannedCell& cell) {
  return cell.kind != PlannedCell::conflict && cell.kind != PlannedCell::refused;
}

}  // namespace

domain::Result<void> preview(PushContext& context) {
  for (const OrderId id : orders_of(context)) {
    const auto& day = context.book.day();
    const int order = place_of(day, id);
    const auto told = context.book.told(id);
    if (!told) return tl::unexpected(told.error());
    const auto work = order_work(day, order, context.book.state(), *told);
    if (work.cells.empty() || !may_be_sent(context, order, *told, work)) continue;
    const auto page = ask(context.clock, [&] { return context.server.groups(id); });
    if (!page) return tl::unexpected(page.error());
    if (page->head.state == domain::ServerState::closed ||
        page->head.state == domain::ServerState::open) {
      context.watch.note("Order " + std::to_string(id.value) +
                         (page->head.state == domain::ServerState::open
                              ? " is open for ordering; nothing of it would be sent."
                              : " is settled; nothing of it would be sent."));
      continue;
    }
    const SeenOrder seen(*page, day.orders()[static_cast<std::size_t>(order)]);
    const auto cells = plan_cells(day, work, context.book.state(), seen, true);
    for (const auto& cell : cells) preview_cell(context, cell);
    auto received = received_to_set(day, order, context.book.state());
    std::erase_if(received,
                  [&](const auto& one) { return known_to_stand(one, context.book.state()); });
    for (auto& one : received) {
      const auto row = ask(context.clock, [&] { return context.server.receive_row(id, one.id); });
      if (!row) return tl::unexpected(row.error());
      look_at(one, *row, day, order, context.book.state());
    }
    preview_rest(context, order, received, std::all_of(cells.begin(), cells.end(), is_free));
  }
  return {};
}

void preview_by_last_pull(PushContext& context) {
  for (const OrderId id : orders_of(context)) {
    const auto& day = context.book.day();
    const int order = place_of(day, id);
    const auto told = context.book.told(id);
    if (!told) continue;
    const auto work = order_work(day, order, context.book.state(), *told);
    if (work.cells.empty() || !may_be_sent(context, order, *told, work)) continue;
    const auto seen = SeenOrder::as_pulled(day.orders()[static_cast<std::size_t>(order)]);
    const auto cells = plan_cells(day, work, context.book.state(), seen, true);
    for (const auto& cell : cells) preview_cell(context, cell);
    auto received = received_to_set(day, order, context.book.state());
    for (auto& one : received) {
      ReceiveRow row;
      if (const auto& units = day.article({order, one.article}).units_received)
        row.units_received = units->units();
      look_at(one, row, day, order, context.book.state());
    }
    preview_rest(context, order, received, std::all_of(cells.begin(), cells.end(), is_free));
  }
}

}  // namespace server
