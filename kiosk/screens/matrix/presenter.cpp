#include "kiosk/screens/matrix/presenter.hpp"

#include <algorithm>
#include <charconv>
#include <type_traits>

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::matrix {
namespace {

using domain::CellPlace;

// Where the window begins when a cell is brought into view: a column before it, two rows above.
constexpr int columns_before = 1, rows_above = 2;

int brought_into(int first, int shown, int at, int before) {
  if (at >= first && at < first + shown) return first;
  return at - std::min(before, (shown - 1) / 2);
}

Lit lit(bool yes) { return yes ? Lit::yes : Lit::no; }

std::optional<std::int64_t> id_after(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return std::nullopt;
  name.remove_prefix(prefix.size());
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), id);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return id;
}

}  // namespace

Presenter::Presenter(Desk& desk, AtMatrix place) : desk_(desk), place_(place) {}

// The cell that is lit: the one that was asked for, else the one that work goes on with.
std::optional<CellPlace> Presenter::focus() const {
  const domain::Day& day = desk_.day();
  if (place_.cell.value != 0)
    if (const auto asked = day.find(place_.cell)) return asked;
  const auto open = desk_.open_cell();
  if (open && day.state(*open) == domain::CellState::to_do) return open;
  if (const auto next = desk_.next(open)) return next;
  return open;
}

void Presenter::clamp(Position& p) const {
  const auto& matrix = desk_.matrix();
  p.column = std::clamp(p.column, 0, std::max(0, matrix.columns() - fit_.columns));
  p.row = std::clamp(p.row, 0, std::max(0, matrix.rows() - fit_.rows));
}

void Presenter::bring_into_view(Position& p) const {
  const auto at = focus();
  if (!at) return clamp(p);
  const domain::CellId cell = desk_.day().cell(*at).id;
  clamp(p);
  if (cell == p.brought) return;
  const bool stay = p.brought == stays;
  p.brought = cell;
  if (stay) return;
  const auto spot = desk_.matrix().find(desk_.day(), *at);
  if (!spot) return;
  p.column = brought_into(p.column, fit_.columns, spot->column, columns_before);
  p.row = brought_into(p.row, fit_.rows, spot->row, rows_above);
  clamp(p);
}

const State& Presenter::state(Fit fit, Position& position) {
  if (!stale_ && fit == fit_) return state_;
  fit_ = fit;
  bring_into_view(position);
  fill(position);
  stale_ = false;
  return state_;
}

void Presenter::fill(const Position& p) {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  const unsigned long version = state_.version + 1;
  state_ = State{};
  state_.version = version;
  state_.frame = desk_.frame();
  state_.day_open = desk_.day_open();
  state_.first_column = p.column;
  state_.first_row = p.row;
  state_.all_columns = matrix.columns();
  state_.all_rows = matrix.rows();

  const auto at = focus();
  const auto spot = at ? matrix.find(day, *at) : std::nullopt;
  const int lit_row = spot ? spot->row : -1, lit_column = spot ? spot->column : -1;
  std::optional<CellPlace> next;
  if (at) next = day.state(*at) == domain::CellState::to_do ? at : desk_.next(at);
  state_.step = step_to(desk_, next);

  const int columns = std::min(fit_.columns, matrix.columns() - p.column);
  for (int c = p.column; c < p.column + columns; ++c) {
    const domain::MatrixColumn& column = matrix.column(c);
    Head head{column.ordergroup, {}, lit(lit_column == c)};
    for (const auto& part : column.parts)
      head.group_orders.push_back(day.orders()[static_cast<std::size_t>(part.order)]
                                      .group_orders[static_cast<std::size_t>(part.group)]
                                      .id);
    state_.heads.push_back(std::move(head));
  }
  const int rows = std::min(fit_.rows, matrix.rows() - p.row);
  for (int r = p.row; r < p.row + rows; ++r) {
    fill_row(r, p, next);
    state_.rows.back().lit = lit(lit_row == r);
  }
  if (rows > 0) {
    const bool shown = lit_row >= p.row && lit_row < p.row + rows;
    const domain::ArticlePlace titled = matrix.row(shown ? lit_row : p.row);
    state_.supplier = day.orders()[static_cast<std::size_t>(titled.order)].supplier;
  }
}

void Presenter::fill_row(int r, const Position& p, std::optional<CellPlace> next) {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  const domain::ArticlePlace at = matrix.row(r);
  const domain::OrderArticle& article = day.article(at);
  const domain::ArticleFigures& figures = day.figures(at);
  Row row;
  row.article = article.name;
  if (!figures.meaning.is_mass()) row.unit = article.unit.name;
  row.id = article.id;
  row.given = amount_of(figures.given, figures.meaning);
  if (figures.received) row.received = amount_of(*figures.received, figures.meaning);
  row.expected = figures.received_by == domain::ReceivedBy::expected;
  row.supply = supply_of(day, at);
  row.begins_order = r > p.row && matrix.row(r - 1).order != at.order;
  state_.rows.push_back(std::move(row));

  for (std::size_t c = 0; c < state_.heads.size(); ++c) {
    const auto place = matrix.at(r, p.column + static_cast<int>(c));
    if (!place) {
      state_.cells.emplace_back();
      continue;
    }
    const domain::CellFigures cell = day.figures(*place);
    Cell shown;
    shown.id = day.cell(*place).id;
    shown.mark = mark_of(cell.state, cell.given.has_value());
    if (shown.mark != Mark::to_do)
      shown.amount = given_of(cell, figures.meaning);
    else if (cell.target)
      shown.amount = amount_of(*cell.target, figures.meaning);
    shown.next = place == next;
    state_.cells.emplace_back(std::move(shown));
  }
}

void Presenter::act(const Action& action, Position& p) {
  const auto turn = [&](int columns, int rows) {
    const Position before = p;
    p.column += columns;
    p.row += rows;
    clamp(p);
    if (p.column != before.column || p.row != before.row) {
      fill(p);
    }
  };
  std::visit(
      [&](const auto& tapped) {
        using Tapped = std::decay_t<decltype(tapped)>;
        if constexpr (std::is_same_v<Tapped, ui::HeaderTap>) {
          follow_header(desk_, tapped);
        } else if constexpr (std::is_same_v<Tapped, OpenCell>) {
          if (const auto at = desk_.day().find(tapped.cell)) desk_.go(place_of(desk_.day(), *at));
        } else if constexpr (std::is_same_v<Tapped, OpenHead>) {
          desk_.go(AtCrate{state_.heads[static_cast<std::size_t>(tapped.column)].ordergroup});
        } else if constexpr (std::is_same_v<Tapped, OpenReceived>) {
          desk_.go(AtReceived{tapped.article});
        } else if constexpr (std::is_same_v<Tapped, OpenWhole>) {
          desk_.go(AtWhole{});
        } else if constexpr (std::is_same_v<Tapped, OpenFind>) {
          desk_.go(AtFind{});
        } else if constexpr (std::is_same_v<Tapped, Turn>) {
          turn(tapped == Turn::left    ? -fit_.columns
               : tapped == Turn::right ? fit_.columns
                                       : 0,
               tapped == Turn::up     ? -fit_.rows
               : tapped == Turn::down ? fit_.rows
                                      : 0);
        } else if constexpr (std::is_same_v<Tapped, ScrollRows>) {
          turn(0, tapped.by);
        } else if constexpr (std::is_same_v<Tapped, Go>) {
          if (const auto place = place_of(state_.step, desk_)) desk_.go(*place);
        }
      },
      action);
}

std::optional<domain::AllocationMatrix::Spot> Presenter::spot_of(std::string_view target) const {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  if (const auto id = id_after(target, "matrix.cell.")) {
    const auto at = day.find(domain::CellId{*id});
    return at ? matrix.find(day, *at) : std::nullopt;
  }
  if (const auto id = id_after(target, "matrix.head.")) {
    const auto column = matrix.column_of(domain::GroupOrderId{*id});
    if (column) return domain::AllocationMatrix::Spot{-1, *column};
  }
  if (const auto id = id_after(target, "matrix.received.")) {
    const auto at = day.find(domain::OrderArticleId{*id});
    const auto row = at ? matrix.row_of(*at) : std::nullopt;
    if (row) return domain::AllocationMatrix::Spot{*row, -1};
  }
  return std::nullopt;
}

std::string_view Presenter::lead(std::string_view target, const Position& p) const {
  const auto spot = spot_of(target);
  if (!spot) return {};
  if (spot->column >= 0 && spot->column < p.column) return "matrix.left";
  if (spot->column >= p.column + fit_.columns) return "matrix.right";
  if (spot->row >= 0 && spot->row < p.row) return "matrix.up";
  if (spot->row >= p.row + fit_.rows) return "matrix.down";
  return {};
}

}  // namespace screens::matrix
