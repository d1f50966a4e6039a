// Drives one screen's view headless: draws a state, taps by target name, gives the action back.
//   ScreenDriver driver({.panel = ui::usual_panel(800, 480)});
//   auto action = driver.tap("weigh.tare", [&](ui::Ui& ui) { return draw(state, ui); });
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/screen.hpp"
#include "kiosk/ui/audit.hpp"
#include "kiosk/ui/ui.hpp"

namespace support {

// The four sizes of the audit.
std::vector<ui::Panel> all_panels();

class ScreenDriver {
 public:
  explicit ScreenDriver(const ui::Settings& settings = {});
  ui::Ui& ui() { return *ui_; }
  ui::TouchQueue& touch() { return touch_; }

  // Frames until the queue is empty and the picture has settled; the first action is returned.
  template <class Draw>
  auto settle(Draw draw) {
    decltype(draw(*ui_)) action{};
    int due = 2;
    while (due > 0) {
      const bool more = step([&] {
        auto drawn = draw(*ui_);
        if (drawn && !action) action = std::move(drawn);
      });
      due = more ? 2 : due - 1;
    }
    return action;
  }

  // Taps the target of this name, paging to it when it is scrolled out. Throws, with the names that
  // are there, when there is none or it is disabled.
  template <class Draw>
  auto tap(std::string_view name, Draw draw) {
    settle(draw);
    bring_into_view(name, [&] { settle(draw); });
    press(name);
    return settle(draw);
  }

  // Every fault of the frame, as "who: what".
  std::vector<std::string> faults() const { return ui::faults(*ui_); }
  // What stands on a target or named text; throws when it is not there.
  std::string text(std::string_view name) const;

 private:
  template <class Draw>
  bool step(Draw draw) {
    ui_->begin(touch_.next(), 0.016f);
    draw();
    ui_->end();
    return touch_.more();
  }
  template <class Settle>
  void bring_into_view(std::string_view name, Settle settle_again) {
    constexpr int most_pages = 1000;
    ui_->seek(name);
    for (int page = 0; page < most_pages; ++page) {
      settle_again();
      if (ui_->lead().empty()) break;
      press(std::string(ui_->lead()));
    }
    ui_->seek({});
  }
  void press(std::string_view name);

  std::unique_ptr<ui::Ui> ui_;
  ui::TouchQueue touch_;
};

// A whole screen as what a driver draws; what was tapped it does itself.
inline auto drawing(screens::Screen& screen) {
  return [&screen](ui::Ui& ui) -> std::optional<int> {
    screen.draw(ui);
    return std::nullopt;
  };
}

}  // namespace support
