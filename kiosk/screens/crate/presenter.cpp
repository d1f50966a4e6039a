#include "kiosk/screens/crate/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::crate {
namespace {

using domain::CellPlace;
using domain::CellState;

bool open(const domain::Day& day, CellPlace at) { return day.state(at) == CellState::to_do; }

std::optional<NamedAmount> difference_of(const Line& line) {
  if (!line.asked || !line.given) return std::nullopt;
  const NamedAmount difference = less(*line.given, *line.asked);
  const bool none = std::holds_alternative<domain::Weight>(difference)
                        ? std::get<domain::Weight>(difference).units() == 0
                        : std::get<Pieces>(difference).number.units() == 0;
  return none ? std::nullopt : std::optional(difference);
}

}  // namespace

Presenter::Presenter(Desk& desk, const AtCrate& place)
    : desk_(desk), ordergroup_(place.ordergroup) {
  refresh();
}

void Presenter::refresh() {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  state_ = State{};
  state_.frame = desk_.frame();
  state_.ordergroup = ordergroup_;
  state_.crate = desk_.crate(ordergroup_);
  column_ = -1;
  for (int c = 0; c < matrix.columns(); ++c)
    if (matrix.column(c).ordergroup == ordergroup_) column_ = c;
  if (column_ < 0) return;
  state_.has_previous = column_ > 0;
  state_.has_next = column_ + 1 < matrix.columns();
  const auto now = current();
  for (const CellPlace at : matrix.cells_of_column(column_)) {
    if (at == now) state_.current = static_cast<long>(state_.lines.size());
    add_line(at);
  }
  if (!now)
    if (const auto elsewhere = desk_.next(std::nullopt))
      state_.next_open = day.ordergroup(*elsewhere);
  state_.step = step_to(desk_, now);
}

// The cell that was open last while it is this crate's and still to do, else the first to do.
std::optional<CellPlace> Presenter::current() const {
  const domain::Day& day = desk_.day();
  const auto cells = desk_.matrix().cells_of_column(column_);
  const auto last = desk_.open_cell();
  for (const CellPlace at : cells)
    if (at == last && open(day, at)) return at;
  for (const CellPlace at : cells)
    if (open(day, at)) return at;
  return std::nullopt;
}

void Presenter::add_line(CellPlace at) {
  const domain::Day& day = desk_.day();
  const domain::ArticlePlace article = day.article_of(at);
  const domain::CellFigures figures = day.figures(at);
  const domain::UnitMeaning& meaning = day.figures(article).meaning;
  Line line;
  line.cell = day.cell(at).id;
  line.article = day.article(article).name;
  line.supplier = day.orders()[static_cast<std::size_t>(at.order)].supplier;
  line.mark = mark_of(figures.state, figures.given.has_value());
  line.way = meaning.is_mass()                             ? Line::weigh
             : meaning.measure == domain::Measure::unknown ? Line::ask_unit
                                                           : Line::count;
  if (figures.target) line.asked = named_amount(day, at, *figures.target);
  if (figures.given || line.mark == Mark::absent) line.given = named_given(day, at);
  line.difference = difference_of(line);
  line.cause = figures.shortfall;
  if (figures.state == CellState::to_do) ++state_.open;
  if (figures.shortfall) state_.shortfalls.push_back(line.article);
  state_.lines.push_back(std::move(line));
}

void Presenter::act(const Action& action) {
  const domain::Day& day = desk_.day();
  const auto turn = [&](int by) {
    const int column = column_ + by;
    if (column_ < 0 || column < 0 || column >= desk_.matrix().columns()) return;
    desk_.replace(AtCrate{desk_.matrix().column(column).ordergroup});
  };
  std::visit(Overloaded{
                 [&](ui::HeaderTap tap) { follow_header(desk_, tap); },
                 [&](OpenLine tapped) {
                   if (const auto at = day.find(tapped.cell); at && desk_.day_open())
                     desk_.go(place_of(day, *at));
                 },
                 [&](Previous) { turn(-1); },
                 [&](Next) { turn(1); },
                 [&](Go) {
                   if (!state_.next_open.empty()) return desk_.replace(AtCrate{state_.next_open});
                   if (const auto place = place_of(state_.step, desk_)) desk_.go(*place);
                 },
             },
             action);
}

}  // namespace screens::crate
