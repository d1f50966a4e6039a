#include "sync/server/foodsoft/push/order_run.hpp"

#include <algorithm>

#include "sync/server/foodsoft/push/asking.hpp"

namespace server {

using domain::PushOutcome;
using domain::ServerState;

StepReport step_of(const domain::Day& day, domain::CellPlace at) {
  const auto& order = day.orders()[static_cast<std::size_t>(at.order)];
  const auto& cell = day.cell(at);
  const auto& article = day.article(day.article_of(at));
  const auto& group = order.group_orders[static_cast<std::size_t>(cell.group)];
  StepReport step;
  step.order = order.id;
  step.cell = cell.id;
  step.article_id = article.id;
  step.ordergroup_id = group.ordergroup_id;
  step.ordergroup = group.ordergroup;
  step.article = article.name;
  return step;
}

int OrderRun::place() const {
  const auto& orders = day().orders();
  const auto at =
      std::find_if(orders.begin(), orders.end(), [&](const auto& o) { return o.id == id_; });
  domain::ensure(at != orders.end(), "an order that is pushed stays in its day");
  return static_cast<int>(at - orders.begin());
}

void OrderRun::note(const std::string& sentence) {
  if (!sentence.empty() && ledger_.noted.insert(sentence).second) c_.watch.note(sentence);
}

// The first reason is the one that is told.
void OrderRun::stop(const std::string& sentence) {
  if (report_.remains.empty()) report_.remains = sentence;
}

void OrderRun::tell(const PlannedCell& cell, PushOutcome outcome, const std::string& error) {
  const std::pair now(outcome, cell.after);
  const auto told = ledger_.told.find(cell.id);
  if (told != ledger_.told.end() && told->second == now) return;
  ledger_.told.insert_or_assign(cell.id, now);
  StepReport step = step_of(day(), cell.at);
  const auto over = ledger_.written_over.find(cell.id);
  const bool wrote = outcome == PushOutcome::sent || outcome == PushOutcome::resolved;
  step.before = wrote && over != ledger_.written_over.end() ? over->second : cell.before;
  step.after = cell.after;
  step.outcome = outcome;
  step.error = error;
  c_.watch.step(step);
}

domain::Result<OrderWork> OrderRun::work() {
  const auto told = c_.book.told(id_);
  if (!told) return tl::unexpected(told.error());
  return order_work(day(), place(), state(), *told);
}

domain::Result<OrderPage> OrderRun::page() {
  return ask(c_.clock, [&] { return c_.server.order(id_); });
}

OrderRun::Step OrderRun::begin() {
  const auto told = c_.book.told(id_);
  if (!told) return tl::unexpected(told.error());
  const auto work = order_work(day(), place(), state(), *told);
  report_.untouched = work.untouched;
  if (work.cells.empty() && received_to_set(day(), place(), state()).empty()) {
    report_.verified = true;
    return Way::stop;
  }
  if (auto why = why_not(day(), place(), *told, c_.server.address()); !why.empty()) {
    stop(why);
    return Way::stop;
  }
  if (const auto way = still_writable(); !way || *way == Way::stop) return way;
  if (auto open = what_is_open(work); !open.empty() && !c_.options.open) {
    stop("Order " + std::to_string(id_.value) + " was not sent: " + open +
         ". Finish it, or send it as it is with --open.");
    return Way::stop;
  }
  note(untouched_sentence(work));
  return Way::on;
}

OrderRun::Step OrderRun::still_writable() {
  auto shown = page();
  if (!shown) {
    hopeless_ = !may_pass(shown.error());
    stop(shown.error().detail);
    return Way::stop;
  }
  page_ = std::move(*shown);
  switch (page_.head.state) {
    case ServerState::open:
      stop("Order " + std::to_string(id_.value) +
           " is open for ordering on the server; nothing of it was sent.");
      return Way::stop;
    case ServerState::closed: {
      const auto done = settled("Order " + std::to_string(id_.value) + " was settled meanwhile.");
      if (!done) return tl::unexpected(done.error());
      return Way::stop;
    }
    default:
      break;
  }
  if (state().order(id_).seen_settled || reference().state == ServerState::closed) {
    stop("Order " + std::to_string(id_.value) +
         " was settled when we looked earlier and is open again; settling it once more charges "
         "everybody twice; nothing more was sent; tell the treasurer.");
    return Way::stop;
  }
  return Way::on;
}

OrderRun::Step OrderRun::recorded_meanwhile() {
  constexpr int most_rounds = 3;
  for (int round = 0; round < most_rounds; ++round) {
    if (const auto read = c_.book.catch_up(); !read) return tl::unexpected(read.error());
    const auto now = work();
    if (!now) return tl::unexpected(now.error());
    const auto is_new = [&](const OrderWork::Cell& cell) {
      const auto told = ledger_.told.find(day().cell(cell.at).id);
      return cell.open && (told == ledger_.told.end() || told->second.second != cell.ours.value);
    };
    if (!report_.remains.empty() || std::none_of(now->cells.begin(), now->cells.end(), is_new))
      return Way::on;
    if (auto open = what_is_open(*now); !open.empty() && !c_.options.open) {
      stop("Order " + std::to_string(id_.value) + " is being worked on: " + open +
           ". Push again when that is done.");
      return Way::on;
    }
    if (const auto way = cells(); !way || *way == Way::stop) return way;
    if (const auto way = received(); !way || *way == Way::stop) return way;
  }
  return Way::on;
}

bool OrderRun::complete() const {
  for (const auto& [cell, outcome] : ledger_.cells)
    if (outcome == PushOutcome::conflict || outcome == PushOutcome::refused) return false;
  return report_.remains.empty();
}

void OrderRun::count() {
  report_.sent = report_.same = report_.conflicts = report_.refused = 0;
  for (const auto& [cell, outcome] : ledger_.cells) {
    report_.sent += outcome == PushOutcome::sent || outcome == PushOutcome::resolved ? 1 : 0;
    report_.same += outcome == PushOutcome::same ? 1 : 0;
    report_.conflicts += outcome == PushOutcome::conflict ? 1 : 0;
    report_.refused += outcome == PushOutcome::refused ? 1 : 0;
  }
}

domain::Result<OrderReport> OrderRun::run() {
  const auto begun = begin();
  if (!begun) return tl::unexpected(begun.error());
  if (*begun == Way::on) {
    using Stage = Step (OrderRun::*)();
    for (const Stage part : {&OrderRun::cells, &OrderRun::received, &OrderRun::recorded_meanwhile,
                             &OrderRun::mark_received, &OrderRun::comment, &OrderRun::final_look}) {
      const auto way = (this->*part)();
      if (!way) return tl::unexpected(way.error());
      if (*way == Way::stop) break;
    }
  }
  count();
  return report_;
}

}  // namespace server
