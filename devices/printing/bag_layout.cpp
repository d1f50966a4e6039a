#include "devices/printing/bag_layout.hpp"

#include <algorithm>

namespace printing {
namespace {

// The rest of the design, in mm. A size is an em; a baseline is where the design's own short text
// stands.
constexpr double top_edge = 3.05;  // of what a QL head prints
constexpr double bottom_edge = 25.95;
constexpr double six_points = 6 / points_per_mm;
constexpr BoxMm crate_box{left_edge, 3.15, 12.0, 9.75};
constexpr double crate_padding = 0.9;
constexpr double crate_spacing = -0.045;  // em
constexpr double crate_widest = 14.0;
constexpr double foot_top = 23.35;
constexpr double date_widest = 18.0;

double width_mm(const Type& type, std::string_view text, double size, Stroke stroke,
                double spacing_em = 0) {
  int width = 0;
  pango_layout_get_size(
      type.line(text, size * points_per_mm, stroke, spacing_em * size * points_per_mm).get(),
      &width, nullptr);
  return width / (PANGO_SCALE * points_per_mm);
}

class Compositor {
 public:
  Compositor(const Type& type, const BagLabel& label, const Grid& grid)
      : type_(type),
        label_(label),
        right_(grid.mm(grid.bars_right)),
        beside_bars_(grid.mm(grid.quiet_left)) {}

  BagLayout compose() {
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
  BagLayout layout_;
};

}  // namespace

BagLayout lay_out(const Type& type, const BagLabel& label, const Grid& grid) {
  return Compositor(type, label, grid).compose();
}

}  // namespace printing
