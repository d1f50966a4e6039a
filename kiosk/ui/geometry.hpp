// Rectangles in u, the one unit of length of every screen (metrics.hpp). Pure arithmetic; pixels
// appear only where something is drawn. cut_* take a slice off a rectangle and shrink it.
#pragma once

#include <algorithm>

namespace ui {

struct Point {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }

  // Each takes off at most what is there; `gap` is thrown away between slice and rest.
  Rect cut_left(float size, float gap = 0) {
    const float taken = std::clamp(size, 0.0f, std::max(w, 0.0f)), lost = std::min(gap, w - taken);
    const Rect slice{x, y, taken, h};
    x += taken + lost;
    w -= taken + lost;
    return slice;
  }
  Rect cut_right(float size, float gap = 0) {
    const float taken = std::clamp(size, 0.0f, std::max(w, 0.0f)), lost = std::min(gap, w - taken);
    w -= taken + lost;
    return {x + w + lost, y, taken, h};
  }
  Rect cut_top(float size, float gap = 0) {
    const float taken = std::clamp(size, 0.0f, std::max(h, 0.0f)), lost = std::min(gap, h - taken);
    const Rect slice{x, y, w, taken};
    y += taken + lost;
    h -= taken + lost;
    return slice;
  }
  Rect cut_bottom(float size, float gap = 0) {
    const float taken = std::clamp(size, 0.0f, std::max(h, 0.0f)), lost = std::min(gap, h - taken);
    h -= taken + lost;
    return {x, y + h + lost, w, taken};
  }
  // Without `dx` at the left and right, `dy` above and below.
  Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  Rect inset(float all) const { return inset(all, all); }
  // A rectangle of this size in the middle of this one.
  Rect centred(float width, float height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }
  // Cell `index` of `count` equal ones side by side (or one above the other), `gap` between two.
  Rect column(int index, int count, float gap) const {
    const float each = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x + static_cast<float>(index) * (each + gap), y, each, h};
  }
  Rect row(int index, int count, float gap) const {
    const float each = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x, y + static_cast<float>(index) * (each + gap), w, each};
  }
};

inline Rect intersection(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

// Which corners of a rectangle are round: all, none, or an outer side of a list or tab.
enum class Corners { all, none, left, right, top, bottom };

enum class Across { left, centre, right };
enum class Down { top, middle, bottom };

}  // namespace ui
