// Sounds that only remember what was to be heard.
#pragma once

#include <vector>

#include "kiosk/sound/sounds.hpp"

namespace support {

class FakeSounds final : public kiosk::Sounds {
 public:
  explicit FakeSounds(std::vector<kiosk::Tone>& heard) : heard_(heard) {}
  void play(kiosk::Tone tone) override { heard_.push_back(tone); }

 private:
  std::vector<kiosk::Tone>& heard_;
};

}  // namespace support
