#include "kiosk/headless.hpp"

#include <algorithm>

namespace kiosk {

Headless::Headless(Application& application, ui::Ui& ui, Time start)
    : frames_(application, ui), now_(start) {
  run(Frames::Exposed::yes);
}

void Headless::run(Frames::Exposed exposed) {
  frames_.run(now_, exposed, [] {});
}

void Headless::pass(milliseconds time) {
  const Time until = now_ + time;
  run(Frames::Exposed::no);
  while (now_ < until && !frames_.application().finished()) {
    const Time due = frames_.application().next_deadline();
    // A deadline that is past or now would stop the clock: it moves at least one millisecond.
    now_ = std::min(until, std::max(due, now_ + milliseconds(1)));
    run(Frames::Exposed::no);
  }
}

}  // namespace kiosk
