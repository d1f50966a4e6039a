// An application without a window: frames go nowhere, the clock moves when told. Whole days run
// through the one touch queue this way, at thousands of frames a second. One thread.
#pragma once

#include "kiosk/frames.hpp"

namespace kiosk {

class Headless {
 public:
  // Draws the first frame. The clock starts at `start`.
  Headless(Application& application, ui::Ui& ui, Time start = Time{});

  Time now() const { return now_; }
  ui::TouchQueue& touch() { return frames_.touch(); }
  ui::Ui& ui() { return frames_.ui(); }
  Application& application() { return frames_.application(); }
  void key(char symbol) { frames_.application().key({symbol, now_}); }

  // Lets time pass, stopping at every deadline of the application on the way. Zero: only what is
  // due now. Ends early when the application has finished.
  void pass(milliseconds time);
  // The frames of this moment once more, although nothing changed.
  void redraw() { run(Frames::Exposed::yes); }

 private:
  void run(Frames::Exposed exposed);
  Frames frames_;
  Time now_;
};

}  // namespace kiosk
