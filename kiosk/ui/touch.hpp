// One finger: a queue of touches that gives ImGui at most one change a frame, and the registry of
// what a tap would do in the current frame. Window callbacks and tests push into the same queue.
// UI thread only. ImGui 1.86 has no event queue of its own and would lose a press and release of
// one batch (imgui#1470, imgui#2074).
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/geometry.hpp"

namespace ui {

struct Touch {
  float x, y;  // pixels
  bool down;
};

class TouchQueue {
 public:
  struct Finger {
    std::optional<Point> at;  // none: no finger, nothing is hovered
    bool down = false;
  };
  void push(Touch touch) { pending_.push_back(touch); }
  // The finger of the coming frame.
  Finger next();
  // True while a further frame is due.
  bool more() const { return lifting_ || !pending_.empty(); }

 private:
  std::deque<Touch> pending_;
  Finger finger_;
  bool lifting_ = false;
};

enum class Shown { whole, cut_off, scrolled };  // scrolled: partly out of a list that can be paged

// A place where a tap does something, or a text with a name. Rectangles in pixels.
struct Target {
  std::string name;
  Rect box;
  std::optional<bool> enabled;  // none: a named text
  Shown shown = Shown::whole;
  std::string text;   // what stands on it, lines joined by one blank
  std::string group;  // cells of one grid, rows of one list: judged by their pitch
  std::vector<std::string> also = {};  // further names that scripts know it by
};

// The targets and named texts of one frame, in the order they were drawn.
class TouchTargets {
 public:
  void clear() { all_.clear(); }
  void add(Target target) { all_.push_back(std::move(target)); }
  const Target* find(std::string_view name) const;
  const std::vector<Target>& all() const { return all_; }

 private:
  std::vector<Target> all_;
};

}  // namespace ui
