// The wall clock of a station, in its own time zone.
#pragma once

#include <string>

#include "domain/entry.hpp"
#include "domain/reading.hpp"

namespace kiosk {

domain::Stamp wall_now();
// Milliseconds on a clock that counts suspend and never jumps (CLOCK_BOOTTIME).
domain::Moment boot_now();

std::string clock_text(domain::Stamp at);  // "10:42"
std::string iso_date(domain::Stamp at);    // "2026-11-28"

}  // namespace kiosk
