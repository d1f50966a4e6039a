#include "kiosk/ui/metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

struct Figures {
  float up_to_mm;  // the profile holds while u is below this
  float table, small, normal, large, verb, digits;
  float header, strip, row, bar, accent, widest, edge, gap, above_bar, key, radius;
};

constexpr std::array<Figures, 3> figures{{
    // mm    table   small normal large verb digits head strip row  bar   accent most  edge gap over
    // key   radius
    {1.9f, 3.0f, 3.0f, 3.6f, 4.6f, 6.0f, 22.0f, 6.6f, 6.4f, 7.8f, 13.0f, 31.0f, 27.0f, 1.5f, 1.5f,
     1.35f, 6.5f, 1.0f},
    {2.7f, 2.5f, 2.5f, 3.1f, 4.2f, 6.0f, 20.0f, 6.4f, 7.8f, 5.8f, 10.4f, 27.0f, 23.0f, 1.4f, 1.2f,
     1.1f, 5.8f, 0.9f},
    {1e9f, 1.75f, 2.1f, 2.6f, 3.6f, 5.2f, 22.0f, 5.4f, 7.4f, 5.0f, 8.6f, 18.4f, 18.0f, 1.4f, 1.2f,
     1.1f, 5.0f, 0.8f},
}};

constexpr float inch = 25.4f;

}  // namespace

Panel panel_of_diagonal(int width, int height, float diagonal) {
  const float pixels = std::hypot(static_cast<float>(width), static_cast<float>(height));
  return {width, height, pixels / (diagonal * inch)};
}

Panel usual_panel(int width, int height) {
  float diagonal = 10.1f;
  if (width == 800 && height == 480) diagonal = 7.0f;
  if (width == 1920 && height == 1080) diagonal = 15.6f;
  return panel_of_diagonal(width, height, diagonal);
}

Metrics Metrics::of(const Panel& panel, InterfaceSize size) {
  const float w = static_cast<float>(panel.width), h = static_cast<float>(panel.height);
  const float px = std::min(w / 100, h / 60);
  const float mm = px / panel.px_per_mm;
  std::size_t at = 0;
  while (at + 1 < figures.size() && mm >= figures[at].up_to_mm) ++at;
  // Large is the next smaller panel's profile: bigger things, fewer of them. The smallest panel
  // has no such neighbour, there only the rows grow.
  const bool larger_rows = size == InterfaceSize::large && at == 0;
  if (size == InterfaceSize::large && at > 0) --at;
  const Figures& f = figures[at];
  Metrics m{};
  m.profile = static_cast<Profile>(at);
  m.px = px;
  m.mm = mm;
  m.width = w / px;
  m.height = h / px;
  m.table = f.table;
  m.small = f.small;
  m.normal = f.normal;
  m.large = f.large;
  m.verb = f.verb;
  m.digits = f.digits;
  m.header = f.header;
  m.strip = f.strip;
  m.row = larger_rows ? f.row * 1.25f : f.row;
  m.bar = f.bar;
  m.accent = f.accent;
  m.widest = f.widest;
  m.edge = f.edge;
  m.gap = f.gap;
  m.above_bar = f.above_bar;
  m.least_side = std::ceil(floor_target_mm * panel.px_per_mm) / px;
  m.least_gap = std::ceil(floor_gap_mm * panel.px_per_mm) / px;
  m.key = m.side(f.key);
  m.radius = f.radius;
  return m;
}

}  // namespace ui
