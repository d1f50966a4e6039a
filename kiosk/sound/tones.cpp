#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/sound/sounds.hpp"

namespace kiosk {

namespace {

constexpr int high_hertz = 1760, low_hertz = 330;
constexpr int tick_ms = 60, low_ms = 110, pause_ms = 70, slope_ms = 8;
constexpr double loudness = 0.5 * 32767;

void add_silence(std::vector<std::int16_t>& samples, int rate, int ms) {
  samples.resize(samples.size() + static_cast<std::size_t>(rate * ms / 1000));
}

void add_tone(std::vector<std::int16_t>& samples, int rate, int hertz, int ms) {
  const int count = rate * ms / 1000, slope = rate * slope_ms / 1000;
  for (int i = 0; i < count; ++i) {
    const int to_edge = std::min({i, count - 1 - i, slope});
    const double gain = loudness * to_edge / slope;
    samples.push_back(
        static_cast<std::int16_t>(gain * std::sin(2 * std::numbers::pi * hertz * i / rate)));
  }
}

}  // namespace

std::vector<std::int16_t> samples_of(Tone tone, int rate) {
  std::vector<std::int16_t> samples;
  switch (tone) {
    case Tone::saved:
      add_tone(samples, rate, high_hertz, tick_ms);
      break;
    case Tone::look:
      add_tone(samples, rate, low_hertz, low_ms);
      add_silence(samples, rate, pause_ms);
      add_tone(samples, rate, low_hertz, low_ms);
      break;
  }
  return samples;
}

}  // namespace kiosk
