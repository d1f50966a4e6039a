// The kiosk's two sounds: a short high tick says "saved", two low tones say "look here". There are
// no others, and whatever a sound says stands on the screen too.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace kiosk {

enum class Tone { saved, look };

class Sounds {
 public:
  virtual ~Sounds() = default;
  // UI thread. Returns at once and cannot fail: where nothing can be heard, nothing is.
  virtual void play(Tone tone) = 0;
};

// The machine's own loudspeaker, through ALSA's "default"; silent where there is none. A thread of
// its own plays; its end waits for the tone at hand, 300 ms at most.
std::unique_ptr<Sounds> machine_sounds();

// The tone as 16-bit mono samples, `rate` a second. Begins and ends at 0, so that nothing clicks.
std::vector<std::int16_t> samples_of(Tone tone, int rate);

}  // namespace kiosk
