#include "devices/printing/label_renderer.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <bitset>
#include <cmath>
#include <numbers>
#include <optional>

#include "devices/printing/barcode.hpp"
#include "devices/printing/fitted_text.hpp"

namespace printing {
namespace {

// The design, in mm. A size is an em; a baseline is where the design's own short text stands.
constexpr double left_edge = 2.0;
constexpr double top_edge = 3.05;      // of what a QL head prints
constexpr double bottom_edge = 25.95;  //
constexpr double head_right = 60.45;   //
constexpr double six_points = 6 / points_per_mm;
constexpr BoxMm crate_box{left_edge, 3.15, 12.0, 9.75};
constexpr double crate_padding = 0.9;
constexpr double crate_spacing = -0.045;  // em
constexpr double crate_widest = 14.0;
constexpr double crate_radius = 0.8;
constexpr double rule_top = 10.08;
constexpr double bars_top = 15.07;
constexpr double bars_bottom = 23.2;
constexpr double foot_top = 23.35;
constexpr double date_widest = 18.0;
constexpr double inset = 0.1;  // of a dot, at each side of a bar: rasterisers fatten what touches

// Everything that depends on where the print head's dots are.
struct Grid {
  explicit Grid(Dpi d) : dpi(static_cast<int>(d)), module(d == Dpi::dpi203 ? 3 : 4) {
    bars_right = at(head_right) - ean13_quiet_right * module;
    bars_left = bars_right - ean13_modules * module;
    quiet_left = bars_left - ean13_quiet_left * module;
  }
  int at(double mm) const { return static_cast<int>(std::lround(mm * dpi / 25.4)); }
  double mm(int dots) const { return dots * 25.4 / dpi; }
  double points(double dots) const { return dots * 72 / dpi; }

  int dpi;
  int module;  // dots
  int bars_left, bars_right, quiet_left;
};

double width_mm(const Type& type, std::string_view text, double size, Stroke stroke,
                double spacing_em = 0) {
  int width = 0;
  pango_layout_get_size(
      type.line(text, size * points_per_mm, stroke, spacing_em * size * points_per_mm).get(),
      &width, nullptr);
  return width / (PANGO_SCALE * points_per_mm);
}

struct Layout {
  std::optional<FittedText> crate;
  BoxMm crate_fill{};
  std::vector<FittedText> texts;
  std::optional<std::bitset<ean13_modules>> bars;
};

class Compositor {
 public:
  Compositor(const Type& type, const BagLabel& label, const Grid& grid)
      : type_(type),
        label_(label),
        right_(grid.mm(grid.bars_right)),
        beside_bars_(grid.mm(grid.quiet_left)) {}

  Layout compose() {
    head();
    product();
    beside_bars();
    foot();
    return std::move(layout_);
  }

 private:
  // A text's ink, or nothing where the text is empty: its box stays empty.
  std::optional<BoxMm> add(const TextBox& box, std::string_view text) {
    if (text.empty()) return std::nullopt;
    layout_.texts.emplace_back(type_, box, text);
    return layout_.texts.back().placed().ink;
  }

  void head() {
    BoxMm fill = crate_box;
    if (!label_.crate.empty()) {
      const double wish =
          width_mm(type_, label_.crate, 6.2, Stroke::semibold, crate_spacing) + 2 * crate_padding;
      fill.right = fill.left + std::clamp(wish, fill.right - fill.left, crate_widest);
      layout_.crate_fill = fill;
      layout_.crate.emplace(
          type_,
          TextBox{.key = "crate",
                  .box = {fill.left + crate_padding, 3.35, fill.right - crate_padding, 9.55},
                  .size = 6.2,
                  .baseline = 8.62,
                  .smallest = six_points,
                  .lines = 2,
                  .stroke = Stroke::semibold,
                  .side = Side::centre,
                  .letter_spacing_em = crate_spacing},
          label_.crate);
    }
    add({.key = "ordergroup",
         .box = {fill.right + 1.6, top_edge, right_, rule_top - 0.15},
         .size = 6,
         .baseline = 8.435,
         .smallest = 2.6,
         .lines = 2,
         .stroke = Stroke::semibold},
        label_.ordergroup);
  }

  void product() {
    const auto amount = add({.key = "amount",
                             .box = {right_ - 26, 10.45, right_, 14.95},
                             .size = 4.4,
                             .baseline = 13.97,
                             .smallest = six_points,
                             .stroke = Stroke::semibold,
                             .side = Side::right},
                            label_.amount);
    add({.key = "article",
         .box = {left_edge, 10.4, amount ? amount->left - 1.2 : right_, 14.65},
         .size = 3.6,
         .baseline = 13.72,
         .smallest = six_points,
         .lines = 2,
         .stroke = Stroke::semibold},
        label_.article);
  }

  // The origin is as large as the price, whichever of them had to shrink (décret 2010-109).
  void beside_bars() {
    TextBox origin{.key = "origin",
                   .box = {left_edge, 14.65, beside_bars_, 17.45},
                   .size = 2.8,
                   .baseline = 16.6,
                   .smallest = six_points};
    TextBox price{.key = "unit_price",
                  .box = {left_edge, 20.6, beside_bars_, foot_top},
                  .size = 2.8,
                  .baseline = 22.7,
                  .smallest = six_points};
    FittedText where(type_, origin, label_.origin);
    FittedText cost(type_, price, label_.unit_price);
    const double size = std::min(where.placed().size_mm, cost.placed().size_mm);
    origin.size = price.size = size;
    if (where.placed().size_mm > size) where = FittedText(type_, origin, label_.origin);
    if (cost.placed().size_mm > size) cost = FittedText(type_, price, label_.unit_price);
    if (!label_.origin.empty()) layout_.texts.push_back(std::move(where));
    if (!label_.unit_price.empty()) layout_.texts.push_back(std::move(cost));
    add({.key = "net",
         .box = {left_edge, 17.45, beside_bars_, 20.6},
         .size = 3.2,
         .baseline = 19.81,
         .smallest = six_points,
         .stroke = Stroke::semibold},
        label_.net);
  }

  void foot() {
    double right = right_;
    if (!label_.bag.empty()) {
      layout_.bars = *ean13_bars(label_.bag);
      right = add({.key = "bag",
                   .box = {right_ - 24, foot_top, right_, bottom_edge},
                   .size = 2.2,
                   .baseline = 25.4,
                   .smallest = six_points,
                   .side = Side::right,
                   .letter_spacing_em = 0.04},
                  label_.bag)
                  ->left -
              1.2;
    }
    TextBox line{.key = "producer",
                 .box = {left_edge, foot_top, right, bottom_edge},
                 .size = 2.15,
                 .baseline = 25.4,
                 .smallest = 2.15};
    const std::string date = label_.producer.empty() ? label_.date : ", " + label_.date;
    if (!label_.date.empty()) {
      const double wish = width_mm(type_, date, line.size, Stroke::medium) + 0.2;
      line.box.right -= std::min(wish, date_widest);
    }
    const auto producer = add(line, label_.producer);
    line.key = "date";
    line.box = {producer ? producer->right + 0.1 : left_edge, foot_top, right, bottom_edge};
    if (!label_.date.empty()) add(line, date);
  }

  const Type& type_;
  const BagLabel& label_;
  const double right_;
  const double beside_bars_;
  Layout layout_;
};

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

void draw(cairo_t* canvas, const Layout& layout, const Grid& grid) {
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
  const Layout layout = Compositor(impl_->type, label, grid).compose();
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
  const Layout layout = Compositor(impl_->type, label, grid).compose();
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
  const Layout layout = Compositor(impl_->type, label, Grid(dpi)).compose();
  std::vector<PlacedText> places;
  if (layout.crate) places.push_back(layout.crate->placed());
  for (const FittedText& text : layout.texts) places.push_back(text.placed());
  return places;
}

}  // namespace printing
