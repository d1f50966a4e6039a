#include "devices/printing/paper_plan.hpp"

#include <algorithm>
#include <numeric>

namespace printing {
namespace {

constexpr double widest_column = 70 * points_per_mm;
constexpr std::size_t most_kept = 5000;  // about 10 MB
constexpr double longest_turned_head = 60 * points_per_mm;

double height_of(PangoLayout* layout) {
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

double column_width(const PaperTable& table, std::size_t index, Ruler& ruler) {
  const PaperColumn& column = table.columns[index];
  if (column.width_mm > 0) return column.width_mm * points_per_mm;
  double width = 0;
  if (column.head_text == HeadText::level)
    width = ruler.width(column.head, Stroke::semibold);
  else
    width = ruler.height(column.head, Stroke::semibold, longest_turned_head);
  for (const PaperRow& row : table.rows)
    if (index < row.cells.size())
      width = std::max(width, ruler.width(row.cells[index], stroke_of(row)));
  return std::min(width + 2 * cell_padding, widest_column);
}

double head_height(const PaperTable& table, const std::vector<double>& widths, Ruler& ruler) {
  double height = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const PaperColumn& column = table.columns[i];
    height = std::max(
        height, column.head_text == HeadText::level
                    ? ruler.height(column.head, Stroke::semibold, widths[i] - 2 * cell_padding)
                    : std::min(ruler.width(column.head, Stroke::semibold), longest_turned_head));
  }
  return height + 2 * cell_padding_down;
}

double row_height(const PaperRow& row, const std::vector<double>& widths, Ruler& ruler) {
  double height = line_height;
  for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i) {
    const double room = widths[i] - 2 * cell_padding;
    if (ruler.width(row.cells[i], stroke_of(row)) > room)
      height = std::max(height, ruler.height(row.cells[i], stroke_of(row), room));
  }
  return height + 2 * cell_padding_down;
}

// The columns of each page: as many as fit behind the row heads, at least one.
std::vector<std::pair<std::size_t, std::size_t>> column_groups(std::vector<double>& widths,
                                                               std::size_t heads, double room) {
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  std::size_t first = heads;
  do {
    double used = 0;
    std::size_t end = first;
    while (end < widths.size() && used + std::min(widths[end], room) <= room + 0.01) {
      widths[end] = std::min(widths[end], room);
      used += widths[end++];
    }
    groups.emplace_back(first, end);
    first = end;
  } while (first < widths.size());
  return groups;
}

}  // namespace

PageSize page_size(PaperSide side) {
  const double narrow = 210 * points_per_mm, wide = 297 * points_per_mm;
  return side == PaperSide::portrait ? PageSize{narrow, wide} : PageSize{wide, narrow};
}

Stroke stroke_of(const PaperRow& row) {
  return row.kind == PaperRow::Kind::strong ? Stroke::semibold : Stroke::medium;
}

const Ruler::Line& Ruler::line(const std::string& text, Stroke stroke) {
  auto& known = lines_[stroke == Stroke::semibold ? 1 : 0];
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  Line made{0, type_.line(text, body_size, stroke)};
  int width = 0;
  pango_layout_get_size(made.layout.get(), &width, nullptr);
  made.width = static_cast<double>(width) / PANGO_SCALE;
  if (kept_ < most_kept)
    ++kept_;
  else
    made.layout.reset();
  return known.emplace(text, std::move(made)).first->second;
}

double Ruler::height(const std::string& text, Stroke stroke, double width) const {
  return height_of(layout(text, stroke, width, Align::left).get());
}

Owned<PangoLayout> Ruler::layout(const std::string& text, Stroke stroke, double width,
                                 Align align) const {
  Owned<PangoLayout> made = type_.line(text, body_size, stroke);
  pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
  // A rounding below a column's own width must not break the word that gave it that width.
  pango_layout_set_width(made.get(), static_cast<int>((width + 0.05) * PANGO_SCALE));
  pango_layout_set_alignment(made.get(), align == Align::right    ? PANGO_ALIGN_RIGHT
                                         : align == Align::centre ? PANGO_ALIGN_CENTER
                                                                  : PANGO_ALIGN_LEFT);
  return made;
}

domain::Result<TablePlan> plan_table(const PaperTable& table, PaperSide side, Ruler& ruler) {
  const PageSize page = page_size(side);
  TablePlan plan;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    plan.widths.push_back(column_width(table, i, ruler));
  const std::size_t heads =
      std::min(static_cast<std::size_t>(std::max(table.row_heads, 0)), plan.widths.size());
  const double heads_width = std::accumulate(
      plan.widths.begin(), plan.widths.begin() + static_cast<std::ptrdiff_t>(heads), 0.0);
  const double room = page.width - 2 * paper_margin - heads_width;
  if (room < (heads < plan.widths.size() ? 20 * points_per_mm : 0))
    return domain::fail(domain::Fault::refused,
                        "The heads of the rows of \"" + table.title +
                            "\" leave no room for a column on A4; nothing was written");
  const auto groups = column_groups(plan.widths, heads, room);
  plan.head_height = head_height(table, plan.widths, ruler);
  plan.notes_height = static_cast<double>(table.notes.size()) * line_height + 4;
  const double closing = static_cast<double>(table.closing.size()) * line_height + 4;
  for (const PaperRow& row : table.rows)
    plan.heights.push_back(row_height(row, plan.widths, ruler));

  const double full =
      page.height - 2 * paper_margin - title_height - foot_height - plan.head_height;
  for (const auto& [first_column, end_column] : groups) {
    std::size_t row = 0;
    do {
      const bool first = plan.pages.empty();
      double left = full - (first ? plan.notes_height : 0);
      TablePage on{row, row, first_column, end_column, first, false};
      while (on.end_row < plan.heights.size() && plan.heights[on.end_row] <= left)
        left -= plan.heights[on.end_row++];
      if (on.end_row == row && row < plan.heights.size() && plan.heights[row] > full)
        return domain::fail(
            domain::Fault::refused,
            "A row of \"" + table.title + "\" is higher than a page of A4; nothing was written");
      row = on.end_row;
      on.with_closing = row == plan.heights.size() && end_column == plan.widths.size() &&
                        (left >= closing || on.first_row == on.end_row);
      plan.pages.push_back(on);
    } while (row < plan.heights.size());
  }
  if (!table.closing.empty() && !plan.pages.back().with_closing) {
    TablePage last = plan.pages.back();
    last.first_row = last.end_row;
    last.with_notes = false;
    last.with_closing = true;
    plan.pages.push_back(last);
  }
  return plan;
}

}  // namespace printing
