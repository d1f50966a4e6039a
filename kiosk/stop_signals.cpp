#include "kiosk/stop_signals.hpp"

#include <csignal>

namespace kiosk {

namespace {

// All that a signal handler may touch.
volatile std::sig_atomic_t wanted_now = 0;

extern "C" void note_stop(int) { wanted_now = 1; }

}  // namespace

StopSignals::StopSignals() {
  wanted_now = 0;
  std::signal(SIGTERM, note_stop);
  std::signal(SIGINT, note_stop);
}

StopSignals::~StopSignals() {
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGINT, SIG_DFL);
}

bool StopSignals::wanted() const { return wanted_now != 0; }

}  // namespace kiosk
