#include "kiosk/screens/receipt/presenter.hpp"

#include <algorithm>

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace screens::receipt {

Presenter::Presenter(Desk& desk) : desk_(desk), server_(server_of(desk)) { refresh(); }

void Presenter::refresh() {
  const auto open = state_.open;
  state_ = {};
  state_.open = open;
  state_.frame = desk_.frame();
  state_.not_printed = not_printed_;
  state_.day_orders = static_cast<long>(desk_.day().orders().size());
  const auto& receipt = server_.receipt();
  if (!receipt) return;
  state_.at = desk_.clock(receipt->at);
  state_.person = receipt->person;
  for (const ReceiptOrder& order : receipt->orders) take_order(order);
  state_.complete =
      !state_.orders.empty() &&
      std::all_of(state_.orders.begin(), state_.orders.end(),
                  [](const OrderRow& row) { return row.verified && row.remaining == 0; });
  take_settled(*receipt);
}

void Presenter::take_order(const ReceiptOrder& order) {
  state_.orders.push_back({order.id, order.supplier, order.sent, order.remaining, order.verified,
                           order.trouble, order.groups_total});
  state_.sent += order.sent;
  state_.remaining += order.remaining;
  if (order.commented) ++state_.commented;
  if (state_.open != order.id) return;
  state_.open_name = order.supplier;
  for (const ReadBack& cell : order.cells) {
    CellRow row{cell.ordergroup,
                cell.article,
                amount_in(desk_.day(), cell.cell, cell.sent),
                {},
                cell.outcome};
    if (cell.read) row.read = amount_in(desk_.day(), cell.cell, *cell.read);
    state_.cells.push_back(std::move(row));
  }
}

void Presenter::take_settled(const Receipt& receipt) {
  for (const TakenConflict& taken : receipt.taken) {
    const auto kept =
        taken.take == Take::ours ? std::optional(taken.conflict.ours) : taken.conflict.server;
    Settled settled{taken.conflict.name, taken.conflict.ordergroup, taken.person, {}};
    if (kept) settled.kept = amount_in(desk_.day(), taken.conflict.cell, *kept);
    state_.settled.push_back(std::move(settled));
  }
}

void Presenter::act(const Action& action) {
  std::visit(
      Overloaded{[this](const ShowOrder& show) { state_.open = show.order; },
                 [this](const Close&) { state_.open.reset(); },
                 [this](const Print&) { not_printed_ = !server_.print_receipt().has_value(); },
                 [this](const Export&) { desk_.export_to_key(); },
                 [this](const ToDay&) { desk_.home(); },
                 [this](const SendRest&) { desk_.replace(AtPush{}); },
                 [this](const FollowHeader& header) {
                   if (header.tap == ui::HeaderTap::back && state_.open)
                     state_.open.reset();
                   else
                     follow_header(desk_, header.tap);
                 }},
      action);
  refresh();
}

}  // namespace screens::receipt
