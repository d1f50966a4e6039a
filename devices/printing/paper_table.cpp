#include "devices/printing/paper_table.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <numbers>

#include "devices/printing/paper_plan.hpp"

namespace printing {
namespace {

constexpr double title_size = 13;
constexpr double hairline = 0.3, head_line = 0.9;

class Press {
 public:
  Press(const Paper& paper, const Type& type, Ruler& ruler, cairo_t* canvas, std::size_t pages)
      : paper_(paper),
        page_(page_size(paper.side)),
        type_(type),
        ruler_(ruler),
        canvas_(canvas),
        pages_(pages) {}

  void print(const PaperTable& table, const TablePlan& plan, const TablePage& page) {
    table_ = &table;
    plan_ = &plan;
    columns_.clear();
    const auto heads = static_cast<std::size_t>(std::max(table.row_heads, 0));
    for (std::size_t i = 0; i < std::min(heads, table.columns.size()); ++i) columns_.push_back(i);
    for (std::size_t i = page.first_column; i < page.end_column; ++i) columns_.push_back(i);
    y_ = paper_margin;
    line(table.title, title_size, Stroke::semibold, title_height);
    if (page.with_notes) lines(table.notes);
    if (page.first_row < page.end_row || table.rows.empty()) heading();
    for (std::size_t row = page.first_row; row < page.end_row; ++row) cells(row);
    if (page.with_closing) lines(table.closing);
    foot();
    cairo_show_page(canvas_);
  }

 private:
  void line(const std::string& text, double size, Stroke stroke, double down) {
    const auto layout = type_.line(text, size, stroke);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    const double room = page_.width - 2 * paper_margin;
    // Never cut: a title that is too long gets smaller.
    if (width > room * PANGO_SCALE) set_size(layout.get(), size * room * PANGO_SCALE / width);
    show(layout.get(), paper_margin, y_);
    y_ += down;
  }

  void lines(const std::vector<std::string>& texts) {
    y_ += 2;
    for (const std::string& text : texts) line(text, body_size + 0.5, Stroke::medium, line_height);
    y_ += 2;
  }

  void heading() {
    double x = paper_margin;
    for (const std::size_t i : columns_) {
      const PaperColumn& column = table_->columns[i];
      const double width = plan_->widths[i];
      const double bottom = y_ + plan_->head_height - cell_padding_down;
      if (column.head_text == HeadText::level) {
        const auto layout =
            ruler_.layout(column.head, Stroke::semibold, width - 2 * cell_padding, column.align);
        show(layout.get(), x + cell_padding, bottom - height_of(layout.get()));
      } else {
        const auto layout = ruler_.layout(column.head, Stroke::semibold,
                                          plan_->head_height - 2 * cell_padding_down, Align::left);
        cairo_save(canvas_);
        cairo_translate(canvas_, x + (width - height_of(layout.get())) / 2, bottom);
        cairo_rotate(canvas_, -std::numbers::pi / 2);
        show(layout.get(), 0, 0);
        cairo_restore(canvas_);
      }
      x += width;
    }
    y_ += plan_->head_height;
    rule(x, head_line);
  }

  void cells(std::size_t index) {
    const PaperRow& row = table_->rows[index];
    double x = paper_margin;
    if (row.kind == PaperRow::Kind::strong) {
      double end = paper_margin;
      for (const std::size_t i : columns_) end += plan_->widths[i];
      rule(end, head_line);
    }
    for (const std::size_t i : columns_) {
      const double width = plan_->widths[i];
      if (i < row.cells.size() && !row.cells[i].empty())
        cell(row.cells[i], stroke_of(row), x + cell_padding, width - 2 * cell_padding,
             table_->columns[i].align);
      x += width;
    }
    y_ += plan_->heights[index];
    rule(x, hairline);
  }

  void cell(const std::string& text, Stroke stroke, double x, double room, Align align) {
    const Ruler::Line& known = ruler_.line(text, stroke);
    const double y = y_ + cell_padding_down;
    if (!known.layout || known.width > room)
      return show(ruler_.layout(text, stroke, room, align).get(), x, y);
    const double spare = room - known.width;
    show(known.layout.get(),
         x + (align == Align::right    ? spare
              : align == Align::centre ? spare / 2
                                       : 0),
         y);
  }

  void rule(double end, double thick) {
    const double grey = thick < head_line ? 0.6 : 0;
    cairo_set_source_rgb(canvas_, grey, grey, grey);
    cairo_rectangle(canvas_, paper_margin, y_ - thick / 2, end - paper_margin, thick);
    cairo_fill(canvas_);
    cairo_set_source_rgb(canvas_, 0, 0, 0);
  }

  void foot() {
    ++number_;
    y_ = page_.height - paper_margin - line_height;
    line(paper_.foot, body_size - 0.5, Stroke::medium, 0);
    const auto layout = type_.line(std::to_string(number_) + "/" + std::to_string(pages_),
                                   body_size - 0.5, Stroke::medium);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    show(layout.get(), page_.width - paper_margin - static_cast<double>(width) / PANGO_SCALE, y_);
  }

  static double height_of(PangoLayout* layout) {
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
  }

  void show(PangoLayout* layout, double x, double y) {
    cairo_move_to(canvas_, x, y);
    pango_cairo_show_layout(canvas_, layout);
  }

  const Paper& paper_;
  const PageSize page_;
  const Type& type_;
  Ruler& ruler_;
  cairo_t* canvas_;
  const std::size_t pages_;
  std::size_t number_ = 0;
  const PaperTable* table_ = nullptr;
  const TablePlan* plan_ = nullptr;
  std::vector<std::size_t> columns_;  // of this page
  double y_ = 0;
};

bool all_utf8(const Paper& paper) {
  const auto good = [](const std::vector<std::string>& texts) {
    return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return is_utf8(text); });
  };
  bool holds = is_utf8(paper.foot);
  for (const PaperTable& table : paper.tables) {
    holds = holds && is_utf8(table.title) && good(table.notes) && good(table.closing);
    for (const PaperColumn& column : table.columns) holds = holds && is_utf8(column.head);
    for (const PaperRow& row : table.rows) holds = holds && good(row.cells);
  }
  return holds;
}

}  // namespace

domain::Result<std::string> paper_pdf(const Paper& paper) {
  if (!all_utf8(paper))
    return domain::fail(domain::Fault::bad_value,
                        "A text for the sheet is not UTF-8; nothing was written");
  const Type type;
  Ruler ruler(type);
  std::vector<TablePlan> plans;
  std::size_t pages = 0;
  for (const PaperTable& table : paper.tables) {
    auto plan = plan_table(table, paper.side, ruler);
    if (!plan) return tl::unexpected(plan.error());
    pages += plan->pages.size();
    plans.push_back(std::move(*plan));
  }
  std::string bytes;
  const PageSize size = page_size(paper.side);
  const Surface surface(
      cairo_pdf_surface_create_for_stream(append_bytes, &bytes, size.width, size.height));
  const Canvas canvas(cairo_create(surface.get()));
  Press press(paper, type, ruler, canvas.get(), pages);
  for (std::size_t i = 0; i < plans.size(); ++i)
    for (const TablePage& page : plans[i].pages) press.print(paper.tables[i], plans[i], page);
  cairo_status_t status = cairo_status(canvas.get());
  cairo_surface_finish(surface.get());
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface.get());
  if (status == CAIRO_STATUS_SUCCESS) return bytes;
  return domain::fail(domain::Fault::io, std::string("The sheet could not be drawn (") +
                                             cairo_status_to_string(status) + ")");
}

}  // namespace printing
