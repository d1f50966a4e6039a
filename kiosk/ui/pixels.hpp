// From u to whole pixels: the edges of boxes are rounded, strokes are cut down to at least one.
#pragma once

#include <algorithm>
#include <cmath>

#include "kiosk/ui/geometry.hpp"

namespace ui {

struct PixelRect {
  float x0, y0, x1, y1;
};

inline PixelRect to_pixels(const Rect& r, float px) {
  return {std::round(r.x * px), std::round(r.y * px), std::round(r.right() * px),
          std::round(r.bottom() * px)};
}

inline float stroke_pixels(float u, float px) {
  return std::max(1.0f, std::floor(u * px + 0.001f));
}

}  // namespace ui
