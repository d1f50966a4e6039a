// The audit finds what it is there for: one bad screen for each fault.
#include <catch2/catch.hpp>

#include "kiosk/ui/widgets.hpp"
#include "support/kiosk/screen_driver.hpp"

using Faults = std::vector<std::string>;
using ui::Rect;

namespace {

Faults audit(const std::function<void(ui::Ui&)>& draw) {
  support::ScreenDriver driver({.panel = ui::usual_panel(800, 480)});
  driver.settle([&](ui::Ui& ui) {
    draw(ui);
    return std::optional<int>{};
  });
  return driver.faults();
}

}  // namespace

TEST_CASE("the audit names each fault") {
  CHECK(audit([](ui::Ui& ui) { ui.target("a", {1, 1, 10, 10}); }).empty());
  CHECK(audit([](ui::Ui& ui) {
          ui.target("a", {1, 1, 10, 10});
          ui.target("a", {20, 1, 10, 10});
        }) == Faults{"a: two of this name"});
  CHECK(audit([](ui::Ui& ui) { ui.target("a", {1, 1, 6, 10}); }) == Faults{"a: too small, 9.1 mm"});
  CHECK(audit([](ui::Ui& ui) {
          ui.target("a", {1, 1, 10, 10});
          ui.target("b", {12, 1, 10, 10});
        }) == Faults{"a and b: too close, 1.5 mm"});
  CHECK(audit([](ui::Ui& ui) {
          ui.target("a", {1, 1, 10, 10});
          ui.target("b", {5, 5, 10, 10}, {.enabled = false});
        }) == Faults{"a and b: too close, they overlap"});
  CHECK(audit([](ui::Ui& ui) { ui.target("a", {95, 1, 10, 10}); }) == Faults{"a: cut off"});
  CHECK(audit([](ui::Ui& ui) {
          const ui::Clip clip(ui, {0, 0, 20, 20}, ui::Ui::Area::fixed);
          ui.target("a", {15, 1, 10, 10});
        }) == Faults{"a: cut off"});
  CHECK(audit([](ui::Ui& ui) { ui.text("far too long", {0, 0, 5, 4}); }).size() == 1);
  CHECK(audit([](ui::Ui& ui) {
          ui.target("pad.7", {1, 1, 9, 9});
        }) == Faults{"pad.7: too small, 13.7 mm"});
}

TEST_CASE("cells of a grid count by their pitch, what is scrolled is not judged") {
  CHECK(audit([](ui::Ui& ui) {
          for (int i = 0; i < 4; ++i)
            ui.target("cell." + std::to_string(i), {static_cast<float>(i) * 7, 1, 5, 8},
                      {.group = "g"});
        }).empty());
  CHECK(audit([](ui::Ui& ui) {
          for (int i = 0; i < 3; ++i)
            ui.target("cell." + std::to_string(i), {static_cast<float>(i) * 6, 1, 6, 8},
                      {.group = "g"});
        }).size() == 3);
  CHECK(audit([](ui::Ui& ui) {
          const ui::Clip clip(ui, {0, 0, 20, 20}, ui::Ui::Area::paged);
          ui.target("row", {0, 18, 20, 3});
        }).empty());
}

TEST_CASE("texts fit, shrink or end in dots as their style says") {
  const std::string name = "Association des cellules du quartier des Mirabelles";
  const Rect box{0, 0, 30, 6};
  const auto with = [&](ui::Fit fit, int lines) {
    return audit([&, fit, lines](ui::Ui& ui) {
      ui.text(name, box, {.size = ui::Size::large, .lines = lines, .fit = fit});
    });
  };
  CHECK(with(ui::Fit::whole, 1).size() == 1);
  CHECK(with(ui::Fit::ellipsis, 1).empty());
  CHECK(with(ui::Fit::ellipsis, 2).empty());
  CHECK(with(ui::Fit::shrink, 3).empty());
  CHECK(with(ui::Fit::shrink, 1).size() == 1);  // too long even when small: still a fault
}
