#include "kiosk/screens/changes/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::changes {

void Presenter::refresh() {
  const ServerChanges& changes = server_of(desk_).changes();
  state_.frame = desk_.frame();
  state_.since = desk_.clock(changes.since);
  state_.rows.clear();
  const auto amount = [&](domain::CellId cell, std::optional<domain::Quantity> quantity) {
    return quantity ? std::optional(amount_in(desk_.day(), cell, *quantity)) : std::nullopt;
  };
  for (const ChangedCell& cell : changes.cells)
    state_.rows.push_back({cell.ordergroup, cell.article, amount(cell.cell, cell.before),
                           amount(cell.cell, cell.now)});
}

void Presenter::act(const Action& action) {
  if (const auto* header = std::get_if<FollowHeader>(&action))
    follow_header(desk_, header->tap);
  else
    desk_.back();
}

}  // namespace screens::changes
