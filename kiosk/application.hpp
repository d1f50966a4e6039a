// What the main loop drives, with a window or without: it takes in what devices and people did,
// and draws. One thread, the UI's. Time is handed in, so that play and tests have a clock of their
// own.
#pragma once

#include <chrono>

#include "kiosk/ui/ui.hpp"

namespace kiosk {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;
using std::chrono::milliseconds;

// A key as a scanner or keyboard sends it, by its place on a US keyboard whatever the layout of the
// system (an AZERTY one would turn a bar code into signs). '\n' ends a scan.
struct KeyPress {
  char symbol;
  Time at;
};

class Application {
 public:
  virtual ~Application() = default;
  // Takes in everything that arrived and whatever is due at `now`. True: the picture may differ.
  virtual bool handle_events(Time now) = 0;
  virtual void key(const KeyPress& press) = 0;
  // One frame, between ui.begin() and ui.end(). Taps found here are acted upon here; a change that
  // shows is drawn in the frames that follow a touch anyway.
  virtual void draw(ui::Ui& ui) = 0;
  // When handle_events() must be called next even if nothing arrives. No frame is drawn before.
  virtual Time next_deadline() = 0;
  // The settings wanted for the next frame: theme, size, language. The panel belongs to the window.
  virtual ui::Settings settings(const ui::Settings& current) { return current; }
  virtual bool finished() const { return false; }
};

}  // namespace kiosk
