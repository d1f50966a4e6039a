#include "kiosk/ui/audit.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace ui {
namespace {

constexpr float tolerance_mm = 0.06f;  // a third of a pixel on the coarsest panel
constexpr float small_panel_mm = 8 * 25.4f;

using Faults = std::vector<std::string>;

std::string mm_text(float mm) {
  const long tenths = std::lround(mm * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " mm";
}

bool judged(const Target& t) { return t.enabled.has_value() && t.shown != Shown::scrolled; }

// What a finger has of a cell of a grid or a row of a list: the distance to the nearest edge of its
// like in the same line, for a miss there costs no more than the neighbour.
struct Pitch {
  float width, height;
};

Pitch pitch_of(const Target& t, const TouchTargets& targets) {
  std::optional<float> width, height;
  for (const Target& other : targets.all()) {
    if (other.group != t.group || !judged(other)) continue;
    const bool same_row = other.box.y < t.box.bottom() && t.box.y < other.box.bottom();
    const bool same_column = other.box.x < t.box.right() && t.box.x < other.box.right();
    const float across = std::abs(other.box.x - t.box.x), down = std::abs(other.box.y - t.box.y);
    if (same_row && across > 0) width = std::min(width.value_or(across), across);
    if (same_column && down > 0) height = std::min(height.value_or(down), down);
  }
  return {width.value_or(t.box.w), height.value_or(t.box.h)};
}

void sizes(const TouchTargets& targets, const Panel& panel, Faults& found) {
  const float diagonal =
      std::hypot(static_cast<float>(panel.width), static_cast<float>(panel.height));
  const bool small_panel = diagonal < small_panel_mm * panel.px_per_mm;
  for (const Target& t : targets.all()) {
    if (!judged(t)) continue;
    float width = t.box.w, height = t.box.h;
    const bool pad = t.name.starts_with("pad.");
    if (!t.group.empty() && !pad) {
      const Pitch pitch = pitch_of(t, targets);
      width = pitch.width;
      height = pitch.height;
    }
    const float floor = !pad ? floor_target_mm : small_panel ? floor_pad_small_mm : floor_pad_mm;
    const float side = std::min(width, height) / panel.px_per_mm;
    if (side < floor - tolerance_mm) found.push_back(t.name + ": too small, " + mm_text(side));
  }
}

void distances(const TouchTargets& targets, const Panel& panel, Faults& found) {
  const auto& all = targets.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!judged(all[i])) continue;
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const Target &a = all[i], &b = all[j];
      if (!judged(b) || (!a.group.empty() && a.group == b.group)) continue;
      const float across = std::max(a.box.x, b.box.x) - std::min(a.box.right(), b.box.right());
      const float down = std::max(a.box.y, b.box.y) - std::min(a.box.bottom(), b.box.bottom());
      const float gap = std::max(across, down) / panel.px_per_mm;
      if (gap < floor_gap_mm - tolerance_mm)
        found.push_back(a.name + " and " + b.name + ": too close, " +
                        (gap < 0 ? "they overlap" : mm_text(gap)));
    }
  }
}

}  // namespace

Faults faults(const TouchTargets& targets, const Panel& panel) {
  Faults found;
  std::set<std::string> names;
  const Rect screen{0, 0, static_cast<float>(panel.width), static_cast<float>(panel.height)};
  for (const Target& t : targets.all()) {
    if (!names.insert(t.name).second) found.push_back(t.name + ": two of this name");
    if (!t.enabled) continue;
    const bool outside = t.box.x < screen.x || t.box.y < screen.y ||
                         t.box.right() > screen.right() || t.box.bottom() > screen.bottom();
    if (t.shown == Shown::cut_off || (outside && t.shown != Shown::scrolled))
      found.push_back(t.name + ": cut off");
  }
  sizes(targets, panel, found);
  distances(targets, panel, found);
  return found;
}

Faults faults(const Ui& ui) {
  Faults found = faults(ui.targets(), ui.settings().panel);
  for (const Ui::TooWide& text : ui.too_wide())
    found.push_back("\"" + text.text + "\": wider than its box by " +
                    std::to_string(std::lround(text.by_pixels)) + " pixels");
  return found;
}

}  // namespace ui
