// Real X events, from xdotool through the X server and the window's callbacks to the targets.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <thread>

#include "kiosk/keys.hpp"
#include "kiosk/play/player.hpp"
#include "kiosk/play/stages.hpp"
#include "support/kiosk/sample_application.hpp"
#include "support/kiosk/xvfb.hpp"

namespace {

using namespace std::chrono_literals;

std::string at(const ui::Ui& ui, const char* name) {
  const auto* target = ui.targets().find(name);
  REQUIRE(target != nullptr);
  return std::to_string(static_cast<int>(target->box.middle_x())) + " " +
         std::to_string(static_cast<int>(target->box.middle_y()));
}

// Turns the main loop while xdotool does something, until `done` or half a minute is over.
void turn_while(kiosk::Frames& frames, kiosk::Window& window, const std::string& command,
                const std::function<bool()>& done) {
  int result = -1;
  std::jthread hand([&] { result = std::system(("xdotool " + command).c_str()); });
  const auto end = kiosk::Clock::now() + 30s;
  while (!done() && kiosk::Clock::now() < end)
    kiosk::turn(frames, window, kiosk::Clock::now() + 50ms);
  hand.join();
  CHECK(result == 0);
}

}  // namespace

TEST_CASE("taps and keys of a real X server reach the application in order") {
  setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  const support::Xvfb server(800, 480);
  support::SampleApplication app;
  const ui::Panel panel = ui::usual_panel(800, 480);
  const auto ui = std::move(*ui::Ui::open({.panel = panel}));
  auto opened = kiosk::Window::open({.panel = panel, .diagonal_inch = std::nullopt});
  REQUIRE(opened);
  kiosk::Window& window = **opened;
  kiosk::Frames frames(app, *ui);
  kiosk::turn(frames, window, kiosk::Clock::now());
  CHECK(window.panel().width == 800);

  // two taps at different places without a pause: each lands where it was made
  const std::string two = "mousemove " + at(*ui, "weigh.tare") + " click 1 mousemove " +
                          at(*ui, "header.person") + " click 1";
  turn_while(frames, window, two, [&] { return app.log.size() >= 2; });
  CHECK(app.log == std::vector<std::string>{"tare", "person"});

  turn_while(frames, window, "key 4 2 b Return", [&] { return app.typed.size() >= 4; });
  CHECK(app.typed == "42B\n");

  // the same picture is not sent twice
  kiosk::turn(frames, window, kiosk::Clock::now());
  CHECK_FALSE(window.present(*ui));

  // a wake from another thread ends the wait long before its deadline
  std::jthread waker([wake = window.waker()] {
    std::this_thread::sleep_for(50ms);
    wake();
  });
  const auto before = kiosk::Clock::now();
  window.wait_until(before + 60s, frames);
  CHECK(kiosk::Clock::now() - before < 30s);

  // a script plays through the window, and its picture is written
  const auto folder =
      std::filesystem::temp_directory_path() / ("romaine-window-" + std::to_string(::getpid()));
  kiosk::play::WindowStage stage(frames, window, folder);
  std::ostringstream out, errors;
  const auto script = kiosk::play::parse(
      "scale put 1262 g\nexpect weigh.net 1 262 g\ntap weigh.save\npicture window\ntap "
      "header.back\n");
  CHECK(kiosk::play::play(script, stage, app, out, errors) == 0);
  CHECK(errors.str().empty());
  CHECK(app.log == std::vector<std::string>{"tare", "person", "save 1262 g", "back"});
  CHECK(std::filesystem::file_size(folder / "window.png") > 5000);
  if (std::getenv("ROMAINE_PICTURES") == nullptr) std::filesystem::remove_all(folder);
}

TEST_CASE("key codes are read by their place, not by the layout") {
  CHECK(kiosk::symbol_of(10) == '1');
  CHECK(kiosk::symbol_of(19) == '0');
  CHECK(kiosk::symbol_of(24) == 'Q');
  CHECK(kiosk::symbol_of(58) == 'M');
  CHECK(kiosk::symbol_of(90) == '0');
  CHECK(kiosk::symbol_of(36) == '\n');
  CHECK(kiosk::symbol_of(104) == '\n');
  CHECK_FALSE(kiosk::symbol_of(50).has_value());
  CHECK_FALSE(kiosk::symbol_of(-1).has_value());
}
