#include "kiosk/screens/matrix/position.hpp"

#include <algorithm>

#include "kiosk/screens/matrix/table.hpp"

namespace screens::matrix {
namespace {

constexpr std::string_view columns_name = "matrix.columns", rows_name = "matrix.rows";
constexpr float least_mm = 10;  // pitch of cells that are tapped

int as_many(int usual, float room, float mm) {
  return std::clamp(static_cast<int>(room * mm / least_mm), 1, usual);
}

}  // namespace

Position position_in(ui::Ui& ui) {
  const ui::Ui::Scroll &columns = ui.scroll(columns_name), &rows = ui.scroll(rows_name);
  return {static_cast<int>(columns.offset), static_cast<int>(rows.offset),
          domain::CellId{columns.current}};
}

void keep_position(ui::Ui& ui, const Position& position) {
  ui.scroll(columns_name) = {static_cast<float>(position.column),
                             static_cast<long>(position.brought.value)};
  ui.scroll(rows_name) = {static_cast<float>(position.row),
                          static_cast<long>(position.brought.value)};
}

void forget_cell(ui::Ui& ui) {
  Position position = position_in(ui);
  position.brought = {};
  keep_position(ui, position);
}

void turn_to(ui::Ui& ui, Position position) {
  position.brought = stays;
  keep_position(ui, position);
}

Fit fit_of(const ui::Metrics& m) {
  const Figures f = figures_of(m);
  const float across = m.width - 2 * m.edge - 2 * ui::stroke::hair - f.row_head - f.margin;
  const float down = m.height - m.header - m.work_top() - m.bar - m.edge - m.above_bar -
                     2 * ui::stroke::hair - f.head;
  return {as_many(f.columns, across, m.mm), as_many(f.rows, down, m.mm)};
}

}  // namespace screens::matrix
