// Opens the scale that the configuration names (contracts.md 7, [[scale]]). For kiosk, which owns
// the scales and turns readings into events of its inbox.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "devices/scales/port.hpp"
#include "devices/scales/profiles.hpp"
#include "devices/scales/scale.hpp"

namespace scales {

struct ScaleSettings {
  std::string port;     // "/dev/ttyUSB0", "usb:1-2", "pty:/dev/pts/3"
  std::string profile;  // an id of profiles.hpp
  std::string unit;     // "kg g lb oz" for frames that have none; empty: unknown
  std::string line;     // "9600 7E1" instead of the profile's own; empty: the profile's
  std::map<std::string, std::string> options;  // the profile's options by name
};

// What the settings stand for, each checked.
struct LineChoice {
  const Profile* profile;
  DecoderSettings settings;
  LineSettings line;
  std::unique_ptr<PortOpener> opener;
};
domain::Result<LineChoice> choose_line(const ScaleSettings& settings);

// Refused with a sentence where the profile, an option, the unit or the port's form is wrong. A
// port that is not there is no error: the scale starts as unplugged and is opened when it appears.
domain::Result<std::unique_ptr<Scale>> open_scale(const ScaleSettings& settings, Post post);

}  // namespace scales
