// Recorded talk with a scale, read back: line 1 a JSON object (profile, options, line, start), then
// "<ms> < 53 20 …" from the scale and "<ms> > …" to it (docs/contracts.md 3). Bytes as text: hex
// pairs.
#pragma once

#include <chrono>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "devices/scales/profiles.hpp"
#include "domain/result.hpp"

namespace kiosk {

struct CaptureRead {
  std::chrono::milliseconds at;
  std::vector<std::uint8_t> bytes;
};

struct Capture {
  std::string profile;
  scales::OptionMap options;
  std::optional<scales::LineSettings> line;
  std::vector<CaptureRead> reads;  // from the scale, in order
};

// bad_value with the number of the first line that breaks the format.
domain::Result<Capture> read_capture(std::istream& in);

// "53 20", "5320"; empty where it is no hex.
std::optional<std::vector<std::uint8_t>> read_hex(std::string_view text);

}  // namespace kiosk
