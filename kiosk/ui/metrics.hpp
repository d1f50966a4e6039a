// Every length of the screens, in u = min(width/100, height/60) pixels. The profile is chosen by
// how many millimetres u is on this panel; the figures are one table (metrics.cpp), measured on the
// reference pictures. Pure values.
#pragma once

#include <algorithm>

namespace ui {

// The panel the window fills. px_per_mm comes from the configuration or the monitor.
struct Panel {
  int width = 1280, height = 800;
  float px_per_mm = 5.884f;
};

// The panel that a size stands for in play and tests: 7" at 800x480, 10.1" at 1024x600 and
// 1280x800, 15.6" at 1920x1080, 10.1" for any other.
Panel usual_panel(int width, int height);
Panel panel_of_diagonal(int width, int height, float inch);

enum class Profile { compact, wide, extra };
// "large" shows fewer and bigger things, never smaller gaps.
enum class InterfaceSize { normal, large };

// Floors of the audit, in millimetres.
inline constexpr float floor_target_mm = 10;
inline constexpr float floor_gap_mm = 2;
inline constexpr float floor_pad_small_mm = 15;  // panels up to 8 inches
inline constexpr float floor_pad_mm = 20;

struct Metrics {
  Profile profile;
  float px;             // pixels of one u
  float mm;             // millimetres of one u
  float width, height;  // of the screen, in u

  // text sizes (ImGui's size, which is the line height); table is the matrix's own
  float table, small, normal, large, verb, digits;
  float header, strip, row;
  float bar;        // height of the action bar's buttons
  float accent;     // width of the accent button
  float widest;     // no other button of the bar is wider
  float edge;       // screen edge to content
  float gap;        // between two targets
  float above_bar;  // between work zone and bar
  float key;        // height of a small button inside the work zone
  float radius;
  float least_side, least_gap;  // of targets: the floors in mm, in u

  bool compact() const { return profile == Profile::compact; }
  bool extra() const { return profile == Profile::extra; }
  // A distance between two targets, or a side of one: what the design says, but never below the
  // floor, which is counted in whole pixels since edges are.
  float apart(float u) const { return std::max(u, least_gap); }
  float side(float u) const { return std::max(u, least_side); }
  // From the header to the work zone. On the compact profile the header's own targets are as low as
  // they may be, so the work zone keeps its distance; elsewhere they end a little above its line.
  float work_top() const { return compact() ? apart(0.8f) : 0.8f; }
  // Value by profile, for the figures that only one screen has.
  float pick(float of_compact, float of_wide, float of_extra) const {
    return profile == Profile::compact ? of_compact : profile == Profile::wide ? of_wide : of_extra;
  }

  static Metrics of(const Panel& panel, InterfaceSize size);
};

// Strokes and paddings that are the same in every profile.
namespace stroke {
inline constexpr float hair = 0.12f;     // divides only
inline constexpr float control = 0.2f;   // outline of what can be tapped
inline constexpr float chosen = 0.4f;    // chosen, in ink
inline constexpr float current = 0.45f;  // the matrix cell that is next
}  // namespace stroke
inline constexpr float card_pad_y = 1.0f;
inline constexpr float card_pad_x = 1.4f;
inline constexpr float row_pad = 1.2f;

}  // namespace ui
