#include "devices/printing/label_renderer.hpp"

#include <cairo-pdf.h>

#include <numbers>

#include "devices/printing/bag_layout.hpp"

namespace printing {
namespace {

void rounded(cairo_t* canvas, double left, double top, double right, double bottom, double r) {
  constexpr double quarter = std::numbers::pi / 2;
  cairo_new_sub_path(canvas);
  cairo_arc(canvas, right - r, top + r, r, -quarter, 0);
  cairo_arc(canvas, right - r, bottom - r, r, 0, quarter);
  cairo_arc(canvas, left + r, bottom - r, r, quarter, 2 * quarter);
  cairo_arc(canvas, left + r, top + r, r, 2 * quarter, 3 * quarter);
  cairo_close_path(canvas);
}

// Black and white only: a thermal head has no grey.
void draw_bars(cairo_t* canvas, const std::bitset<ean13_modules>& bars, const Grid& grid) {
  const double top = grid.points(grid.at(bars_top));
  const double height = grid.points(grid.at(bars_bottom)) - top;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (!bars[i]) continue;
    std::size_t end = i;
    while (end < bars.size() && bars[end]) ++end;
    const double left = grid.bars_left + static_cast<double>(i) * grid.module + inset;
    const double right = grid.bars_left + static_cast<double>(end) * grid.module - inset;
    cairo_rectangle(canvas, grid.points(left), top, grid.points(right - left), height);
    i = end;
  }
  cairo_save(canvas);
  cairo_set_antialias(canvas, CAIRO_ANTIALIAS_NONE);
  cairo_fill(canvas);
  cairo_restore(canvas);
}

void draw(cairo_t* canvas, const BagLayout& layout, const Grid& grid) {
  const auto on_dot = [&grid](double mm) { return grid.points(grid.at(mm)); };
  cairo_set_source_rgb(canvas, 0, 0, 0);
  if (layout.crate) {
    const BoxMm& fill = layout.crate_fill;
    rounded(canvas, on_dot(fill.left), on_dot(fill.top), on_dot(fill.right), on_dot(fill.bottom),
            crate_radius * points_per_mm);
    cairo_fill(canvas);
    cairo_set_source_rgb(canvas, 1, 1, 1);
    layout.crate->draw(canvas);
    cairo_set_source_rgb(canvas, 0, 0, 0);
  }
  const int thick = grid.dpi / 100;
  cairo_rectangle(canvas, on_dot(left_edge), on_dot(rule_top),
                  grid.points(grid.bars_right) - on_dot(left_edge), grid.points(thick));
  cairo_fill(canvas);
  for (const FittedText& text : layout.texts) text.draw(canvas);
  if (layout.bars) draw_bars(canvas, *layout.bars, grid);
}

domain::Result<std::string> finished(cairo_status_t status, std::string bytes) {
  if (status == CAIRO_STATUS_SUCCESS) return bytes;
  return domain::fail(domain::Fault::io, std::string("The label could not be drawn (") +
                                             cairo_status_to_string(status) +
                                             "); the weighing is not touched by it");
}

}  // namespace

struct LabelRenderer::Impl {
  Type type;
};

LabelRenderer::LabelRenderer() : impl_(std::make_unique<Impl>()) {}
LabelRenderer::~LabelRenderer() = default;

domain::Result<std::string> LabelRenderer::pdf(const BagLabel& label, Dpi dpi) {
  if (const auto good = check(label); !good) return tl::unexpected(good.error());
  const Grid grid(dpi);
  const BagLayout layout = lay_out(impl_->type, label, grid);
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(
      append_bytes, &bytes, bag_template.width_mm * points_per_mm,
      bag_template.height_mm * points_per_mm));
  const Canvas canvas(cairo_create(surface.get()));
  draw(canvas.get(), layout, grid);
  cairo_show_page(canvas.get());
  const cairo_status_t drawn = cairo_status(canvas.get());
  cairo_surface_finish(surface.get());
  return finished(drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface.get()) : drawn,
                  std::move(bytes));
}

domain::Result<std::string> LabelRenderer::png(const BagLabel& label, Dpi dpi) {
  if (const auto good = check(label); !good) return tl::unexpected(good.error());
  const Grid grid(dpi);
  const BagLayout layout = lay_out(impl_->type, label, grid);
  const Surface surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, grid.at(bag_template.width_mm), grid.at(bag_template.height_mm)));
  const Canvas canvas(cairo_create(surface.get()));
  cairo_set_source_rgb(canvas.get(), 1, 1, 1);
  cairo_paint(canvas.get());
  cairo_scale(canvas.get(), grid.dpi / 72.0, grid.dpi / 72.0);
  draw(canvas.get(), layout, grid);
  std::string bytes;
  cairo_status_t status = cairo_status(canvas.get());
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes);
  return finished(status, std::move(bytes));
}

domain::Result<std::vector<PlacedText>> LabelRenderer::place(const BagLabel& label, Dpi dpi) {
  if (const auto good = check(label); !good) return tl::unexpected(good.error());
  const BagLayout layout = lay_out(impl_->type, label, Grid(dpi));
  std::vector<PlacedText> places;
  if (layout.crate) places.push_back(layout.crate->placed());
  for (const FittedText& text : layout.texts) places.push_back(text.placed());
  return places;
}

}  // namespace printing
