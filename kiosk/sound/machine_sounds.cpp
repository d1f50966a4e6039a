#include <alsa/asoundlib.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/sound/sounds.hpp"

namespace kiosk {

namespace {

constexpr int rate = 48'000;
constexpr unsigned latency_us = 50'000;
constexpr int longest_wait_ms = 300;

struct Close {
  void operator()(snd_pcm_t* card) const { snd_pcm_close(card); }
};
using Card = std::unique_ptr<snd_pcm_t, Close>;

// A shop's PC without loudspeakers is no fault, so ALSA need not tell it anybody.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

Card open_card() {
  snd_pcm_t* card = nullptr;
  if (snd_pcm_open(&card, "default", SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0) return {};
  Card owned(card);
  const bool fits = snd_pcm_set_params(card, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                       rate, 1, latency_us) == 0;
  return fits ? std::move(owned) : Card();
}

// Opened for each tone and closed after it: other programs get the card meanwhile, and one that
// was plugged in later is found. Nothing waits for a card longer than `longest_wait_ms`.
void play_now(const std::vector<std::int16_t>& samples) {
  const Card card = open_card();
  if (!card) return;
  std::size_t done = 0;
  while (done < samples.size()) {
    const auto written = snd_pcm_writei(card.get(), samples.data() + done, samples.size() - done);
    if (written > 0)
      done += static_cast<std::size_t>(written);
    else if (written != -EAGAIN || snd_pcm_wait(card.get(), longest_wait_ms) <= 0)
      return;
  }
  snd_pcm_start(card.get());  // where the tone is shorter than what starts by itself
  const auto sounding = std::chrono::milliseconds(samples.size() * 1000 / rate) +
                        std::chrono::microseconds(latency_us);
  std::this_thread::sleep_for(sounding);
}

class MachineSounds final : public Sounds {
 public:
  MachineSounds() {
    snd_lib_error_set_handler(say_nothing);
    thread_ = std::jthread([this](std::stop_token stop) { run(stop); });
  }

  void play(Tone tone) override {
    {
      const std::lock_guard lock(mutex_);
      wanted_ = tone;  // the newest counts; nobody hears two at once
    }
    wake_.notify_one();
  }

 private:
  void run(const std::stop_token& stop) {
    while (true) {
      std::optional<Tone> tone;
      {
        std::unique_lock lock(mutex_);
        if (!wake_.wait(lock, stop, [this] { return wanted_.has_value(); })) return;
        tone = std::exchange(wanted_, std::nullopt);
      }
      play_now(samples_of(*tone, rate));
    }
  }

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Tone> wanted_;
  std::jthread thread_;
};

}  // namespace

std::unique_ptr<Sounds> machine_sounds() { return std::make_unique<MachineSounds>(); }

}  // namespace kiosk
