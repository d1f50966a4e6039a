// SIGTERM and SIGINT as a wish to end: a service is stopped and a machine shut down so, and neither
// is a power cut. Made once, by whoever runs the main loop, which asks wanted() at each turn (it
// turns every two seconds at least).
#pragma once

namespace kiosk {

class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  bool wanted() const;
};

}  // namespace kiosk
