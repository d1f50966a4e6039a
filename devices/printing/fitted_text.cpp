#include "devices/printing/fitted_text.hpp"

#include <algorithm>

namespace printing {
namespace {

constexpr double inter_capitals = 0.727;  // height of Inter's capitals, in em
constexpr float line_spacing = 0.88F;     // of the font's own, which is 1.21 em
constexpr double shrink_step = 0.95;

// Far more than any box holds; what is cut off would be behind the ellipsis. Pango takes minutes
// for millions of letters.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t most = 4000;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

double points(double mm) { return mm * points_per_mm; }
double to_mm(int pango_units) { return pango_units / (PANGO_SCALE * points_per_mm); }

}  // namespace

FittedText::FittedText(const Type& type, const TextBox& box, std::string_view text)
    : wanted_(box),
      layout_(type.line(beginning(text), points(box.size), box.stroke,
                        points(box.letter_spacing_em * box.size))),
      size_(box.size) {
  if (!fits()) wrap_or_shrink();
  settle();
}

void FittedText::wrap_or_shrink() {
  PangoLayout* layout = layout_.get();
  int natural = 0;
  pango_layout_get_size(layout, &natural, nullptr);
  const double width = wanted_.box.right - wanted_.box.left;
  pango_layout_set_width(layout, static_cast<int>(points(width) * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
  pango_layout_set_line_spacing(layout, line_spacing);
  // Pango 1.50 measures an ellipsis without the spacing of the letters that it replaces.
  set_letter_spacing(layout, 0);
  if (wanted_.side == Side::centre) pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
  if (wanted_.side == Side::right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
  // Above this size even lines filled to the last letter are too many.
  const double bound = wanted_.size * wanted_.lines * width / std::max(to_mm(natural), 0.001);
  size_ = std::clamp(bound, wanted_.smallest, wanted_.size);
  set_size(layout, points(size_));
  while (!fits()) {
    if (size_ <= wanted_.smallest) return shorten();
    size_ = std::max(size_ * shrink_step, wanted_.smallest);
    set_size(layout, points(size_));
  }
}

bool FittedText::fits() {
  PangoLayout* layout = layout_.get();
  PangoRectangle ink, logical;
  pango_layout_get_extents(layout, &ink, &logical);
  const double width = wanted_.box.right - wanted_.box.left;
  return pango_layout_get_line_count(layout) <= wanted_.lines && to_mm(logical.width) <= width &&
         to_mm(ink.width) <= width && to_mm(ink.height) <= wanted_.box.bottom - wanted_.box.top;
}

void FittedText::shorten() {
  PangoLayout* layout = layout_.get();
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  for (int lines = wanted_.lines; lines >= 1; --lines) {
    pango_layout_set_height(layout, -lines);
    PangoRectangle ink;
    pango_layout_get_extents(layout, &ink, nullptr);
    if (to_mm(ink.height) <= wanted_.box.bottom - wanted_.box.top) break;
  }
}

// Centres the capitals where those of a short text stand, then moves the ink into the box.
void FittedText::settle() {
  PangoLayout* layout = layout_.get();
  PangoRectangle ink, logical;
  pango_layout_get_extents(layout, &ink, &logical);
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  const double first = to_mm(pango_layout_iter_get_baseline(iter));
  while (pango_layout_iter_next_line(iter)) {
  }
  const double last = to_mm(pango_layout_iter_get_baseline(iter));
  pango_layout_iter_free(iter);

  const BoxMm& box = wanted_.box;
  const double middle = wanted_.baseline - inter_capitals * wanted_.size / 2;
  double top = middle - (first - inter_capitals * size_ + last) / 2;
  top = std::min(top, box.bottom - to_mm(ink.y + ink.height));
  top = std::max(top, box.top - to_mm(ink.y));
  double left = box.left;  // the layout aligns by itself where it has a width
  if (pango_layout_get_width(layout) < 0) {
    const double width = box.right - box.left;
    if (wanted_.side == Side::centre) left += (width - to_mm(ink.width)) / 2 - to_mm(ink.x);
    if (wanted_.side == Side::right) left += width - to_mm(logical.width);
  }
  left = std::min(left, box.right - to_mm(ink.x + ink.width));
  left = std::max(left, box.left - to_mm(ink.x));
  x_ = points(left);
  y_ = points(top);
  placed_ = {wanted_.key,
             box,
             {left + to_mm(ink.x), top + to_mm(ink.y), left + to_mm(ink.x + ink.width),
              top + to_mm(ink.y + ink.height)},
             size_,
             pango_layout_get_line_count(layout),
             pango_layout_is_ellipsized(layout) != FALSE};
}

void FittedText::draw(cairo_t* canvas) const {
  const BoxMm& box = placed_.box;
  const BoxMm& ink = placed_.ink;
  // Marks stacked beyond every box (combining characters by the dozen) are cut at its edge.
  const bool beyond = ink.left < box.left - 0.01 || ink.top < box.top - 0.01 ||
                      ink.right > box.right + 0.01 || ink.bottom > box.bottom + 0.01;
  cairo_save(canvas);
  if (beyond) {
    cairo_rectangle(canvas, points(box.left), points(box.top), points(box.right - box.left),
                    points(box.bottom - box.top));
    cairo_clip(canvas);
  }
  cairo_move_to(canvas, x_, y_);
  pango_cairo_show_layout(canvas, layout_.get());
  cairo_restore(canvas);
}

}  // namespace printing
