#include "kiosk/screens/push/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::push {

Presenter::Presenter(Desk& desk) : desk_(desk), server_(server_of(desk)) {
  const auto& run = server_.status().run;
  pushing_ = run && run->kind == ServerRun::push;
  if (!run && server_.plan().from == PushPlan::last_pull) server_.look();
  refresh();
}

void Presenter::refresh() {
  const ServerStatus& status = server_.status();
  const bool ended = pushing_ && !status.run;
  pushing_ = status.run && status.run->kind == ServerRun::push;
  if (ended && server_.receipt()) return desk_.replace(AtReceipt{});
  const PushPlan& plan = server_.plan();
  state_.frame = desk_.frame();
  state_.run = status.run;
  state_.failed.reset();
  if (status.failure && status.failure->kind != ServerRun::pull)
    state_.failed = status.failure->error.fault;
  state_.from = plan.from;
  state_.at = desk_.clock(plan.at);
  state_.ready = static_cast<long>(plan.cells.size());
  state_.supplier = plan.orders.size() == 1 ? plan.orders.front().supplier : std::string();
  take_orders(plan);
  take_questions(plan);
}

void Presenter::take_orders(const PushPlan& plan) {
  state_.rows.clear();
  for (const PlannedOrder& order : plan.orders) {
    if (order.trouble != OrderTrouble::none)
      state_.rows.push_back(
          Note{.kind = Note::trouble, .supplier = order.supplier, .why = order.trouble});
    if (!order.open.empty() && order.even_so)
      state_.rows.push_back(Note{.kind = Note::even_so,
                                 .supplier = order.supplier,
                                 .number = static_cast<long>(order.open.size())});
    if (order.untouched > 0)
      state_.rows.push_back(Note{.kind = Note::untouched,
                                 .supplier = order.supplier,
                                 .number = order.untouched,
                                 .articles = order.untouched_articles});
    if (order.mails_members)
      state_.rows.push_back(Note{.kind = Note::mails, .supplier = order.supplier});
  }
  for (const PlannedCell& cell : plan.cells) {
    BeforeAfter row{cell.ordergroup, cell.article, {}, {}};
    if (cell.before) row.before = amount_in(desk_.day(), cell.cell, *cell.before);
    row.after = amount_in(desk_.day(), cell.cell, cell.after);
    state_.rows.push_back(std::move(row));
  }
}

void Presenter::take_questions(const PushPlan& plan) {
  state_.conflict.reset();
  state_.held.reset();
  state_.held_orders = 0;
  state_.conflicts = static_cast<long>(plan.conflicts.size());
  if (!plan.conflicts.empty()) state_.conflict = card_of(desk_, plan.conflicts.front());
  for (const PlannedOrder& order : plan.orders) {
    if (order.open.empty() || order.even_so || order.trouble != OrderTrouble::none) continue;
    ++state_.held_orders;
    if (!state_.held && !state_.conflict)
      state_.held =
          Held{order.id, order.supplier, order.open.front(), static_cast<long>(order.open.size())};
  }
}

void Presenter::choose(const Choose& choose) {
  const auto saved = server_.take(choose.cell, choose.take);
  state_.not_saved = saved ? std::nullopt : std::optional(saved.error().fault);
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{[this](const Send&) {
                          server_.push();
                          refresh();
                        },
                        [this](const Cancel&) { server_.cancel(); },
                        [this](const Export&) { desk_.export_to_key(); },
                        [this](const OpenBag& open) { desk_.go(AtCell{open.cell}); },
                        [this](const EvenSo& even_so) { server_.send_even_so(even_so.order); },
                        [this](const Choose& chosen) { choose(chosen); },
                        [this](const OpenCellOf& open) { desk_.go(AtCell{open.cell}); },
                        [this](const ShowDifferences&) { desk_.go(AtDifferences{}); },
                        [this](const FollowHeader& header) { follow_header(desk_, header.tap); }},
             action);
  refresh();
}

}  // namespace screens::push
