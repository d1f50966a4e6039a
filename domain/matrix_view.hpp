// The allocation matrix of a day as it is looked at: a row an article, a column an ordergroup, over
// all orders. It says where a cell lies; what is in it is asked of the day, so a frame touches only
// what it shows. Made anew when the reference changes. A value; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/day.hpp"

namespace domain {

struct MatrixColumn {
  std::string ordergroup;
  std::optional<int> crate;
  // Its group orders, one an order: index into Day::orders() and into group_orders there.
  struct Part {
    int order, group;
  };
  std::vector<Part> parts;
};

// Of the margin: what an article's cells have over what arrived, in its member unit.
struct MatrixMargin {
  Quantity given;
  std::optional<Quantity> received;
  ReceivedBy received_by = ReceivedBy::unknown;
  UnitMeaning meaning;
  int cells = 0, open = 0;
};

class AllocationMatrix {
 public:
  using CrateOf = std::function<std::optional<int>(const std::string& ordergroup)>;

  AllocationMatrix() = default;
  // Rows as given (ordered_articles of walk.hpp), columns by name.
  AllocationMatrix(const Day& day, std::vector<ArticlePlace> rows, const CrateOf& crate_of);

  int rows() const { return static_cast<int>(rows_.size()); }
  int columns() const { return static_cast<int>(columns_.size()); }
  ArticlePlace row(int row) const { return rows_[static_cast<std::size_t>(row)]; }
  const MatrixColumn& column(int column) const {
    return columns_[static_cast<std::size_t>(column)];
  }

  // Nothing where the ordergroup has no cell in this article.
  std::optional<CellPlace> at(int row, int column) const {
    const std::int32_t cell =
        grid_[static_cast<std::size_t>(row) * columns_.size() + static_cast<std::size_t>(column)];
    if (cell < 0) return std::nullopt;
    return CellPlace{rows_[static_cast<std::size_t>(row)].order, cell};
  }
  // Where a cell lies; nothing for a cell that another one hides (a page that lists one twice).
  struct Spot {
    int row, column;
    auto operator<=>(const Spot&) const = default;
  };
  std::optional<Spot> find(const Day& day, CellPlace at) const;
  std::optional<int> row_of(ArticlePlace at) const;
  std::optional<int> column_of(GroupOrderId id) const;
  // The cells of a column from top to bottom.
  std::vector<CellPlace> cells_of_column(int column) const;

  MatrixMargin margin(const Day& day, int row) const;

 private:
  std::vector<ArticlePlace> rows_;
  std::vector<MatrixColumn> columns_;
  std::vector<std::int32_t> grid_;                       // index into the order's cells, or -1
  std::vector<std::vector<std::int32_t>> row_index_;     // by order and article
  std::vector<std::vector<std::int32_t>> column_index_;  // by order and group
  std::unordered_map<GroupOrderId, int> column_by_id_;
};

}  // namespace domain
