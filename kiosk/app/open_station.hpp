// Opens what the kiosk works on: the station's own data, or the demo's made-up day. A thread of its
// own proves, reads and folds the journal, while the caller makes the window and its fonts.
#pragma once

#include <filesystem>
#include <future>
#include <memory>

#include "kiosk/app/station.hpp"
#include "kiosk/cli/globals.hpp"
#include "kiosk/config.hpp"

namespace kiosk {

struct OpeningStation {
  Config config;
  std::filesystem::path data;
  // From get() on the station is the caller's thread's alone.
  std::future<domain::Result<std::unique_ptr<Station>>> station;
};

// A journal that is refused gives a station that says so (Station::refusal).
domain::Result<OpeningStation> begin_own_station(const Globals& globals);
// In a data folder of its own, made anew, unless --data names one. Never opens the default data
// folder, nor a configured scale, printer or server.
domain::Result<OpeningStation> begin_demo_station(const Globals& globals);

}  // namespace kiosk
