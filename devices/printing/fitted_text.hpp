// One text fitted into one box: wraps, else shrinks, else ends in an ellipsis, and no ink outside.
#pragma once

#include <string_view>

#include "devices/printing/label_renderer.hpp"
#include "devices/printing/type.hpp"

namespace printing {

enum class Side { left, centre, right };

// Lengths in mm. `size` is the em that a short text gets, `baseline` where it then stands.
struct TextBox {
  std::string_view key;
  BoxMm box;
  double size;
  double baseline;
  double smallest;
  int lines = 1;
  Stroke stroke = Stroke::medium;
  Side side = Side::left;
  double letter_spacing_em = 0;
};

class FittedText {
 public:
  FittedText(const Type& type, const TextBox& box, std::string_view text);

  const PlacedText& placed() const { return placed_; }
  // Draws with the canvas' colour; the canvas counts in points.
  void draw(cairo_t* canvas) const;

 private:
  bool fits();
  void wrap_or_shrink();
  void shorten();
  void settle();

  TextBox wanted_;
  Owned<PangoLayout> layout_;
  double size_;
  double x_ = 0, y_ = 0;  // of the layout, in points
  PlacedText placed_;
};

}  // namespace printing
