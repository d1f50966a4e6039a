// `romaine scale watch`: a live scale's events as JSON lines with `at`, until SIGINT or SIGTERM
// (docs/contracts.md 3). An unplugged one is told on stderr and watched again when it is back.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "devices/scales/supervisor.hpp"

namespace kiosk {

struct WatchRequest {
  scales::ScaleSettings scale;
  std::vector<std::string> options;  // "NAME=VALUE"
};

// The exit code: 1 where the port cannot be opened at the start.
int scale_watch(const WatchRequest& request, std::ostream& out, std::ostream& err);

}  // namespace kiosk
