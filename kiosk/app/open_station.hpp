// Opens what the kiosk works on: the station's own data, or the demo's made-up day.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/app/station.hpp"
#include "kiosk/cli/globals.hpp"
#include "kiosk/config.hpp"

namespace kiosk {

struct OpenedStation {
  Config config;
  std::filesystem::path data;
  std::unique_ptr<Station> station;
};

// A journal that is refused gives a station that says so (Station::refusal).
domain::Result<OpenedStation> open_own_station(const Globals& globals);
// In a data folder of its own, made anew, unless --data names one. Never opens the default data
// folder, nor a configured scale, printer or server.
domain::Result<OpenedStation> open_demo_station(const Globals& globals);

}  // namespace kiosk
