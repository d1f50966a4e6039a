#include "kiosk/screens/overview/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::overview {
namespace {

// Cells that an entry closed below what was due.
int noted_shortfalls(const domain::Day& day, int order) {
  int noted = 0;
  const auto cells = static_cast<int>(day.orders()[static_cast<std::size_t>(order)].cells.size());
  for (int c = 0; c < cells; ++c) {
    const auto state = day.state({order, c});
    const bool closed_short =
        state == domain::CellState::short_given || state == domain::CellState::absent;
    if (closed_short && day.figures(domain::CellPlace{order, c}).shortfall) ++noted;
  }
  return noted;
}

bool begun(const domain::Day& day, int order) {
  const auto cells = static_cast<int>(day.orders()[static_cast<std::size_t>(order)].cells.size());
  for (int c = 0; c < cells; ++c)
    if (day.any_standing({order, c})) return true;
  return false;
}

OrderRow row_of(const domain::Day& day, int index, std::optional<domain::CellPlace> current) {
  const auto& order = day.orders()[static_cast<std::size_t>(index)];
  const auto& counts = day.counts(index);
  OrderRow row{order.id.value, order.supplier, order.created_by, {}, {}, {}, {}};
  row.cells = counts.cells;
  row.done = counts.cells - counts.open;
  row.shortfalls = noted_shortfalls(day, index);
  if (current && current->order == index && begun(day, index))
    row.progress = Progress::under_way;
  else if (row.shortfalls > 0)
    row.progress = Progress::shortfalls;
  else if (counts.open == 0)
    row.progress = Progress::done;
  else
    row.progress = begun(day, index) ? Progress::under_way : Progress::not_begun;
  return row;
}

}  // namespace

Presenter::Presenter(Desk& desk) : desk_(desk) { refresh(); }

void Presenter::refresh() {
  const auto& day = desk_.day();
  state_.frame = desk_.frame();
  state_.day = desk_.day_open() ? desk_.day_name() : std::string();
  state_.ordergroups = desk_.matrix().columns();
  state_.resume = resume_of(desk_);
  state_.notice = desk_.notice();
  const auto current = state_.resume ? day.find(state_.resume->cell) : std::nullopt;
  state_.orders.clear();
  if (desk_.day_open())
    for (int o = 0; o < static_cast<int>(day.orders().size()); ++o)
      state_.orders.push_back(row_of(day, o, current));
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{[this](const Import&) { desk_.import_from_key(); },
                        [this](const NewDay&) {
                          if (state_.orders.empty())
                            new_day();
                          else
                            state_.asks_new_day = true;
                        },
                        [this](const Answer& answer) {
                          state_.asks_new_day = false;
                          if (answer.yes) new_day();
                        },
                        [this](const End&) { desk_.go(AtEnd{}); },
                        [this](const Continue&) {
                          if (state_.resume) desk_.work_on(state_.resume->cell);
                        },
                        [this](const OpenOrder& o) { open(o.order); },
                        [this](const FollowHeader& header) { follow_header(desk_, header.tap); }},
             action);
}

// The matrix, where this order has its first open cell.
void Presenter::open(long order) {
  const auto& orders = desk_.day().orders();
  for (int o = 0; o < static_cast<int>(orders.size()); ++o) {
    const auto& it = orders[static_cast<std::size_t>(o)];
    if (it.id.value != order || it.cells.empty()) continue;
    std::optional<domain::CellId> first;
    for (const auto& place : desk_.walk().cells())
      if (place.order == o && desk_.day().state(place) == domain::CellState::to_do && !first)
        first = desk_.day().cell(place).id;
    desk_.go(AtMatrix{first.value_or(it.cells.front().id)});
  }
}

void Presenter::new_day() {
  if (const auto begun = desk_.new_day(); !begun) desk_.set_notice(begun.error().detail);
  refresh();
}

}  // namespace screens::overview
