// The middle of the main loop, the same with a window and without: draws an application's frames
// while something changes, and none otherwise. UI thread.
#pragma once

#include <functional>

#include "kiosk/application.hpp"
#include "kiosk/ui/touch.hpp"

namespace kiosk {

class Frames {
 public:
  Frames(Application& application, ui::Ui& ui) : application_(application), ui_(ui) {}

  ui::TouchQueue& touch() { return touch_; }
  ui::Ui& ui() { return ui_; }
  Application& application() { return application_; }

  enum class Exposed { no, yes };  // yes: the window lost its picture, draw in any case
  // Handles what arrived and draws the frames that are due at `now`; `present` shows each.
  // Returns how many were drawn.
  int run(Time now, Exposed exposed, const std::function<void()>& present);

 private:
  void draw(Time now);

  Application& application_;
  ui::Ui& ui_;
  ui::TouchQueue touch_;
  Time drawn_at_{};
};

// A number that is the same for two equal pictures: of the frame drawn last.
std::uint64_t picture_hash();

}  // namespace kiosk
