// A scale's events, profiles and ports as the JSON lines of docs/contracts.md 3.
#pragma once

#include <optional>
#include <string>

#include "devices/scales/profiles.hpp"
#include "devices/scales/scale_event.hpp"

namespace kiosk {

// {"event":"weight","value":"0.850","unit":"kg","stable":true,"mode":"net"}; `at` in ms where told.
std::string json_line(const scales::ScaleEvent& event,
                      std::optional<std::chrono::milliseconds> at = std::nullopt);
std::string json_line(const scales::Profile& profile);

}  // namespace kiosk
