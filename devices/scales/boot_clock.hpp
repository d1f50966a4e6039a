// The clock of readings: CLOCK_BOOTTIME, which goes on in suspend (steady_clock stands still there,
// and an hour-old weight would pass for fresh). Whoever asks Reading::fresh takes `now` from here.
// Any thread.
#pragma once

#include "domain/reading.hpp"

namespace scales {

domain::Moment boot_now();

}  // namespace scales
