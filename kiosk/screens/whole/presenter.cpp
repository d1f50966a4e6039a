#include "kiosk/screens/whole/presenter.hpp"

#include <algorithm>
#include <charconv>

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::whole {
namespace {

using domain::CellPlace;

float height_of(const Block& block) { return rows_high(block, Heads::yes); }
float height_of(const Panel& panel) { return rows_high(panel, Heads::yes); }

// Where the work goes on.
std::optional<CellPlace> work(const Desk& desk) {
  const auto open = desk.open_cell();
  if (open && desk.day().state(*open) == domain::CellState::to_do) return open;
  return desk.next(open);
}

// Blocks of at most `rows` rows each, cut between regions.
std::vector<Block> cut(Block order, int rows) {
  std::vector<Block> blocks;
  rows = std::max(region_rows, rows / region_rows * region_rows);
  const int all = static_cast<int>(order.rows.size());
  for (int from = 0; from < all; from += rows) {
    Block block{order.supplier, order.done, order.cells, {}, 0};
    const int to = std::min(all, from + rows);
    for (int r = from; r < to; ++r)
      block.rows.push_back(std::move(order.rows[static_cast<std::size_t>(r)]));
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

Row Presenter::row_of(int r, std::optional<CellPlace> next, int lit_row) const {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  const domain::ArticlePlace at = matrix.row(r);
  const Supply supply = supply_of(day, at);
  Row row{day.article(at).name, r, r == lit_row, supply.kind, {}, {}};
  if (supply.lack > domain::Quantity()) row.lack = amount_of(supply.lack, day.figures(at).meaning);
  row.tiles.reserve(static_cast<std::size_t>(matrix.columns()));
  for (int c = 0; c < matrix.columns(); ++c) {
    const auto cell = matrix.at(r, c);
    if (!cell) {
      row.tiles.emplace_back();
    } else {
      row.tiles.push_back(Tile{mark_of(day, *cell), cell == next});
    }
  }
  return row;
}

// The orders of the day with their rows, as the matrix has them.
std::vector<Block> Presenter::orders() const {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  const auto next = work(desk_);
  const auto spot = next ? matrix.find(day, *next) : std::nullopt;
  const int lit_row = spot ? spot->row : -1;
  std::vector<Block> orders(day.orders().size());
  for (std::size_t o = 0; o < orders.size(); ++o) {
    const domain::OrderCounts& counts = day.counts(static_cast<int>(o));
    orders[o].supplier = day.orders()[o].supplier;
    orders[o].cells = counts.cells;
    orders[o].done = counts.cells - counts.open;
  }
  for (int r = 0; r < matrix.rows(); ++r)
    orders[static_cast<std::size_t>(matrix.row(r).order)].rows.push_back(row_of(r, next, lit_row));
  std::erase_if(orders, [](const Block& order) { return order.rows.empty(); });
  return orders;
}

std::vector<Presenter::Page> Presenter::paged(std::vector<Block> orders) const {
  std::vector<Page> pages;
  const bool by_order = capacity_.pages == Capacity::by_order;
  std::vector<Block> blocks;
  for (Block& order : orders)
    for (Block& block :
         cut(std::move(order), static_cast<int>(capacity_.rows - (by_order ? 0 : head_rows))))
      blocks.push_back(std::move(block));
  if (by_order) {
    for (Block& block : blocks) pages.push_back({Panel{{std::move(block)}}});
    return pages;
  }
  // All on one page, the two panels as equal as they can be.
  float all = 0, above = 0, best = -1;
  for (const Block& block : blocks) all += height_of(block);
  std::size_t split = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    above += height_of(blocks[i]);
    const float higher = std::max(above, all - above);
    if (best >= 0 && higher >= best) continue;
    best = higher;
    split = i + 1;
  }
  if (best <= capacity_.rows) {
    Page page(1);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (i == split) page.emplace_back();
      page.back().blocks.push_back(std::move(blocks[i]));
    }
    pages.push_back(std::move(page));
    return pages;
  }
  for (Block& block : blocks) {
    const bool fits =
        !pages.empty() && height_of(pages.back().back()) + height_of(block) <= capacity_.rows;
    if (!fits) {
      if (pages.empty() || static_cast<int>(pages.back().size()) == capacity_.panels)
        pages.emplace_back();
      pages.back().emplace_back();
    }
    pages.back().back().blocks.push_back(std::move(block));
  }
  return pages;
}

void Presenter::count(State& s) const {
  const auto add = [&](const Row& row) {
    for (const auto& tile : row.tiles) {
      if (!tile) continue;
      long* const of_mark[] = {&s.counts.to_do,     &s.counts.begun,  &s.counts.good,
                               &s.counts.shortfall, &s.counts.absent, &s.counts.over};
      ++*of_mark[static_cast<std::size_t>(tile->mark)];
    }
    if (row.supply == Supply::enough) ++s.counts.enough;
    if (row.supply == Supply::will_lack) ++s.counts.will_lack;
    if (row.supply == Supply::noted) ++s.counts.noted;
  };
  for (const Panel& panel : s.panels)
    for (const Block& block : panel.blocks)
      for (const Row& row : block.rows) add(row);
}

const State& Presenter::state(const Capacity& capacity, const matrix::Position& position,
                              matrix::Fit fit) {
  if (!stale_ && capacity == capacity_) return state_;
  capacity_ = capacity;
  stale_ = false;
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  state_ = State{};
  state_.frame = desk_.frame();
  const auto next = work(desk_);
  state_.step = step_to(desk_, next);
  if (const auto spot = next ? matrix.find(day, *next) : std::nullopt) {
    state_.lit_column = spot->column;
    state_.lit_ordergroup = matrix.column(spot->column).ordergroup;
  }
  for (int c = 0; c < matrix.columns(); ++c)
    state_.crates.push_back(desk_.crate(matrix.column(c).ordergroup));
  state_.frame_row = position.row;
  state_.frame_rows = std::min(fit.rows, matrix.rows() - position.row);
  state_.frame_column = position.column;
  state_.frame_columns = std::min(fit.columns, matrix.columns() - position.column);

  std::vector<Block> blocks = orders();
  for (const Block& block : blocks) {
    state_.done += block.done;
    state_.cells += block.cells;
  }
  if (capacity.pages == Capacity::by_panels) {
    state_.panels = {Panel{blocks}};
    count(state_);
  }
  std::vector<Page> pages = paged(std::move(blocks));
  int region = 0, lit_page = 0;
  regions_.clear();
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const int first = region + 1;
    for (Panel& panel : pages[p])
      for (Block& block : panel.blocks) {
        block.first_region = region + 1;
        region += regions_of(static_cast<int>(block.rows.size()));
        if (std::any_of(block.rows.begin(), block.rows.end(), [](const Row& r) { return r.lit; }))
          lit_page = static_cast<int>(p);
      }
    regions_.emplace_back(first, region);
  }
  state_.pages = std::max(1, static_cast<int>(pages.size()));
  if (page_ < 0) page_ = lit_page;
  page_ = std::clamp(page_, 0, state_.pages - 1);
  state_.page = page_;
  state_.panels.clear();
  if (!pages.empty()) state_.panels = std::move(pages[static_cast<std::size_t>(page_)]);
  if (capacity.pages == Capacity::by_order) count(state_);
  return state_;
}

std::optional<matrix::Position> Presenter::act(const Action& action) {
  std::optional<matrix::Position> opened;
  std::visit(Overloaded{
                 [&](ui::HeaderTap tap) { follow_header(desk_, tap); },
                 [&](OpenRegion region) {
                   opened = matrix::Position{region.column, region.row, {}};
                   desk_.go(AtMatrix{});
                 },
                 [&](TurnPage turn) {
                   page_ = std::clamp(page_ + turn.by, 0, state_.pages - 1);
                   stale_ = true;
                 },
                 [&](Go) {
                   if (const auto place = place_of(state_.step, desk_)) desk_.go(*place);
                 },
             },
             action);
  return opened;
}

std::string_view Presenter::lead(std::string_view target) const {
  constexpr std::string_view prefix = "whole.region.";
  if (!target.starts_with(prefix)) return {};
  target.remove_prefix(prefix.size());
  int row = 0;
  std::from_chars(target.data(), target.data() + target.size(), row);
  for (std::size_t p = 0; p < regions_.size(); ++p) {
    if (row < regions_[p].first || row > regions_[p].second) continue;
    if (static_cast<int>(p) < page_) return "whole.up";
    if (static_cast<int>(p) > page_) return "whole.down";
  }
  return {};
}

}  // namespace screens::whole
