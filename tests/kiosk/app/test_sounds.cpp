// What is heard: a tick when something is saved, two low tones when somebody should look, nothing
// else, and nothing at all where sound is off or there is no loudspeaker.
#include <catch2/catch.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "support/kiosk/demo_app.hpp"
#include "support/kiosk/fake_sounds.hpp"

namespace {

using namespace std::chrono_literals;
using kiosk::Tone;

const domain::CellId carrots{1010314};

int crossings(const std::vector<std::int16_t>& samples) {
  int count = 0;
  for (std::size_t i = 1; i < samples.size(); ++i)
    count += (samples[i - 1] < 0) != (samples[i] < 0) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("saving ticks, a scale that falls silent asks to look, sound off is silence") {
  std::vector<Tone> heard;
  support::DemoApp kiosk(ui::usual_panel(1280, 800), ui::Language::fr, "Maria", {},
                         std::make_unique<support::FakeSounds>(heard));
  kiosk.show(screens::AtCell{carrots});
  CHECK(heard.empty());
  REQUIRE(kiosk.app().put_on_scale(domain::grams(1262)));
  kiosk.headless().pass(1500ms);
  CHECK(heard.empty());
  kiosk.tap("weigh.save");
  CHECK(heard == std::vector{Tone::saved});

  heard.clear();
  REQUIRE(kiosk.app().scale_fault("silent"));
  kiosk.headless().pass(4000ms);
  CHECK(heard == std::vector{Tone::look});  // once, not with every reading that fails to come
  REQUIRE(kiosk.app().scale_ok());
  kiosk.headless().pass(1500ms);

  kiosk.show(screens::AtPerson{});
  kiosk.tap("person.sound");
  heard.clear();
  CHECK(kiosk.app().sound() == screens::Sound::off);
  kiosk.app().set_notice("Rien ne va plus.");
  CHECK(heard.empty());
  kiosk.tap("person.sound");
  CHECK(heard == std::vector{Tone::saved});  // one hears what was switched on
}

TEST_CASE("the tick is short and high, the other two and low, and neither clicks") {
  constexpr int rate = 48'000;
  const auto tick = kiosk::samples_of(Tone::saved, rate);
  const auto look = kiosk::samples_of(Tone::look, rate);
  CHECK(tick.size() < rate / 10);
  CHECK(look.size() < rate * 4 / 10);
  for (const auto& tone : {tick, look}) {
    CHECK(std::abs(tone.front()) < 300);
    CHECK(std::abs(tone.back()) < 300);
    CHECK(*std::max_element(tone.begin(), tone.end()) > 10'000);
  }
  // Crossings a second tell the height.
  CHECK(crossings(tick) * static_cast<int>(look.size()) >
        3 * crossings(look) * static_cast<int>(tick.size()));
  // Two tones: silence in the middle.
  CHECK(std::all_of(look.begin() + look.size() / 2 - 100, look.begin() + look.size() / 2 + 100,
                    [](std::int16_t sample) { return sample == 0; }));
}

TEST_CASE("a machine without a sound card is silent, and nobody waits for it") {
  setenv("ALSA_CONFIG_PATH", "/nonexistent", 1);
  {
    const auto sounds = kiosk::machine_sounds();
    for (int i = 0; i < 100; ++i) sounds->play(Tone::look);
  }
  unsetenv("ALSA_CONFIG_PATH");
  SUCCEED("played and ended");
}
