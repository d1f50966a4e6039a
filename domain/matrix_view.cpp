#include "domain/matrix_view.hpp"

#include <algorithm>
#include <map>

#include "domain/sort_name.hpp"

namespace domain {

namespace {

std::size_t idx(int i) { return static_cast<std::size_t>(i); }

struct NameBefore {
  bool operator()(const std::string& a, const std::string& b) const { return name_before(a, b); }
};

}  // namespace

AllocationMatrix::AllocationMatrix(const Day& day, std::vector<ArticlePlace> rows,
                                   const CrateOf& crate_of)
    : rows_(std::move(rows)) {
  const auto& orders = day.orders();
  std::map<std::string, MatrixColumn, NameBefore> by_name;
  for (int o = 0; o < static_cast<int>(orders.size()); ++o)
    for (int g = 0; g < static_cast<int>(orders[idx(o)].group_orders.size()); ++g)
      by_name[orders[idx(o)].group_orders[idx(g)].ordergroup].parts.push_back({o, g});

  column_index_.resize(orders.size());
  row_index_.resize(orders.size());
  for (std::size_t o = 0; o < orders.size(); ++o) {
    column_index_[o].resize(orders[o].group_orders.size(), -1);
    row_index_[o].resize(orders[o].articles.size(), -1);
  }
  for (auto& [name, column] : by_name) {
    for (const auto& part : column.parts) {
      column_index_[idx(part.order)][idx(part.group)] = columns();
      column_by_id_.emplace(orders[idx(part.order)].group_orders[idx(part.group)].id, columns());
    }
    column.ordergroup = name;
    column.crate = crate_of ? crate_of(name) : std::nullopt;
    columns_.push_back(std::move(column));
  }

  grid_.assign(rows_.size() * columns_.size(), -1);
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const ArticlePlace at = rows_[r];
    row_index_[idx(at.order)][idx(at.article)] = static_cast<std::int32_t>(r);
    for (const int cell : day.cells_of(at)) {
      const int group = orders[idx(at.order)].cells[idx(cell)].group;
      const auto column = static_cast<std::size_t>(column_index_[idx(at.order)][idx(group)]);
      auto& there = grid_[r * columns_.size() + column];
      if (there < 0) there = cell;
    }
  }
}

std::optional<AllocationMatrix::Spot> AllocationMatrix::find(const Day& day, CellPlace at) const {
  const ReferenceCell& cell = day.cell(at);
  const auto row = row_of({at.order, cell.article});
  const int column = column_index_[idx(at.order)][idx(cell.group)];
  if (!row || this->at(*row, column) != at) return std::nullopt;
  return Spot{*row, column};
}

std::optional<int> AllocationMatrix::row_of(ArticlePlace at) const {
  const int row = row_index_[idx(at.order)][idx(at.article)];
  return row < 0 ? std::nullopt : std::optional(row);
}

std::optional<int> AllocationMatrix::column_of(GroupOrderId id) const {
  const auto at = column_by_id_.find(id);
  return at == column_by_id_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<CellPlace> AllocationMatrix::cells_of_column(int column) const {
  std::vector<CellPlace> cells;
  for (int r = 0; r < rows(); ++r)
    if (const auto cell = at(r, column)) cells.push_back(*cell);
  return cells;
}

MatrixMargin AllocationMatrix::margin(const Day& day, int row) const {
  const ArticleFigures& figures = day.figures(this->row(row));
  return {figures.given,   figures.received, figures.received_by,
          figures.meaning, figures.cells,    figures.open};
}

}  // namespace domain
