// A scale's events, profiles and ports as the JSON lines of docs/contracts.md 3.
#pragma once

#include <optional>
#include <string>

#include "devices/scales/profiles.hpp"
#include "devices/scales/scale_event.hpp"
#include "devices/scales/serial_port.hpp"

namespace kiosk {

// {"event":"weight","value":"0.850","unit":"kg","stable":true,"mode":"net"}; `at` in ms where told.
std::string json_line(const scales::ScaleEvent& event,
                      std::optional<std::chrono::milliseconds> at = std::nullopt);
std::string json_line(const scales::Profile& profile);
// {"port":"/dev/ttyUSB0","usb":"1-2","vid":"0403","pid":"6001",…}; null where it is no USB port.
std::string json_line(const scales::PortInfo& port);

}  // namespace kiosk
