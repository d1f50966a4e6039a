// `romaine scale decode` as a plain function: bytes from a stream or a capture file, events as JSON
// lines (docs/contracts.md 3). No device.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "devices/scales/profiles.hpp"
#include "domain/result.hpp"

namespace kiosk {

enum class ScaleInput { raw, hex };

struct DecodeRequest {
  std::string profile;
  std::optional<std::filesystem::path> profile_file;
  std::vector<std::string> options;  // "NAME=VALUE"
  std::string unit;
  ScaleInput input = ScaleInput::raw;
  std::string chunk;  // "", "3", "random:7"
  std::optional<std::filesystem::path> capture;
};

// The exit code: 0, 1 with a sentence on `err` where the input or profile is refused, 2 for usage.
int scale_decode(const DecodeRequest& request, std::istream& in, std::ostream& out,
                 std::ostream& err);

// "NAME=VALUE" texts as a map; bad_value where one has no "=" or a name stands twice.
domain::Result<scales::OptionMap> read_options(const std::vector<std::string>& texts);

}  // namespace kiosk
