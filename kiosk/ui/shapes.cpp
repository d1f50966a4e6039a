// The shapes of Ui, on ImGui's draw list.
#include <imgui.h>

#include <cmath>
#include <vector>

#include "kiosk/ui/pixels.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {
namespace {

ImU32 packed(Color c) { return IM_COL32(c.r, c.g, c.b, 255); }

ImDrawFlags flags_of(Corners corners) {
  switch (corners) {
    case Corners::all:
      return ImDrawFlags_RoundCornersAll;
    case Corners::none:
      return ImDrawFlags_RoundCornersNone;
    case Corners::left:
      return ImDrawFlags_RoundCornersLeft;
    case Corners::right:
      return ImDrawFlags_RoundCornersRight;
    case Corners::top:
      return ImDrawFlags_RoundCornersTop;
    case Corners::bottom:
      return ImDrawFlags_RoundCornersBottom;
  }
  return ImDrawFlags_RoundCornersAll;
}

void filled(ImDrawList& draw, const PixelRect& box, ImU32 color, float radius, Corners corners) {
  if (box.x1 <= box.x0 || box.y1 <= box.y0) return;
  draw.AddRectFilled({box.x0, box.y0}, {box.x1, box.y1}, color, radius, flags_of(corners));
}

}  // namespace

void Ui::fill(const Rect& rect, Token token, float radius, Corners corners) {
  filled(draw(), to_pixels(rect, metrics_.px), packed(theme()[token]), radius * metrics_.px,
         corners);
}

void Ui::fill_pressed(const Rect& rect, Token token, float radius, Corners corners) {
  filled(draw(), to_pixels(rect, metrics_.px), packed(theme().pressed(token)), radius * metrics_.px,
         corners);
}

void Ui::outline(const Rect& rect, Token token, float thickness, float radius, Corners corners) {
  const PixelRect box = to_pixels(rect, metrics_.px);
  const float thick = stroke_pixels(thickness, metrics_.px), half = thick / 2;
  // ImGui moves the corners of an outline by half a pixel itself.
  draw().AddRect({box.x0 + half - 0.5f, box.y0 + half - 0.5f},
                 {box.x1 - half + 0.5f, box.y1 - half + 0.5f}, packed(theme()[token]),
                 std::max(0.0f, radius * metrics_.px - half), flags_of(corners), thick);
}

void Ui::line_across(float x, float y, float width, Token token, float thickness) {
  const PixelRect box = to_pixels({x, y, width, 0}, metrics_.px);
  filled(draw(), {box.x0, box.y0, box.x1, box.y0 + stroke_pixels(thickness, metrics_.px)},
         packed(theme()[token]), 0, Corners::none);
}

void Ui::line_down(float x, float y, float height, Token token, float thickness) {
  const PixelRect box = to_pixels({x, y, 0, height}, metrics_.px);
  filled(draw(), {box.x0, box.y0, box.x0 + stroke_pixels(thickness, metrics_.px), box.y1},
         packed(theme()[token]), 0, Corners::none);
}

namespace {

std::vector<ImVec2> pixels_of(std::span<const Point> points, float px) {
  std::vector<ImVec2> result;
  result.reserve(points.size());
  for (const Point p : points) result.emplace_back(p.x * px, p.y * px);
  return result;
}

}  // namespace

void Ui::polygon(std::span<const Point> points, Token token) {
  const std::vector<ImVec2> corners = pixels_of(points, metrics_.px);
  draw().AddConvexPolyFilled(corners.data(), static_cast<int>(corners.size()),
                             packed(theme()[token]));
}

void Ui::polyline(std::span<const Point> points, Token token, float thickness, bool closed) {
  const std::vector<ImVec2> corners = pixels_of(points, metrics_.px);
  draw().AddPolyline(corners.data(), static_cast<int>(corners.size()), packed(theme()[token]),
                     closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                     std::max(1.0f, thickness * metrics_.px));
}

void Ui::disc(Point centre, float radius, Token token) {
  draw().AddCircleFilled({centre.x * metrics_.px, centre.y * metrics_.px}, radius * metrics_.px,
                         packed(theme()[token]));
}

void Ui::ring(Point centre, float radius, Token token, float thickness) {
  draw().AddCircle({centre.x * metrics_.px, centre.y * metrics_.px}, radius * metrics_.px,
                   packed(theme()[token]), 0, std::max(1.0f, thickness * metrics_.px));
}

void Ui::half_disc(Point centre, float radius, Token token) {
  constexpr float quarter = 1.57079633f;
  ImDrawList& list = draw();
  list.PathArcTo({centre.x * metrics_.px, centre.y * metrics_.px}, radius * metrics_.px, quarter,
                 3 * quarter);
  list.PathFillConvex(packed(theme()[token]));
}

}  // namespace ui
