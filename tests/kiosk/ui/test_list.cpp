#include <catch2/catch.hpp>
#include <set>

#include "kiosk/ui/widgets.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

// A list of forty rows on the whole work zone; says which row was tapped.
struct Forty {
  std::optional<long> operator()(ui::Ui& ui) {
    std::optional<long> tapped;
    drawn.clear();
    ui::list(
        ui, {2, 8, 60, 50}, {.name = "forty", .count = 40, .current = current},
        [&](const ui::Row& row) {
          drawn.insert(row.index);
          if (ui::row_target(ui, row, "row." + std::to_string(row.index), "", "forty").tapped)
            tapped = row.index;
        },
        [](long index) { return "row." + std::to_string(index); });
    return tapped;
  }
  long current = -1;
  std::set<long> drawn;
};

struct Finger {
  support::ScreenDriver& driver;
  Forty& list;
  std::optional<long> move(std::vector<ui::Touch> touches) {
    for (const auto& touch : touches) driver.touch().push(touch);
    return driver.settle(std::ref(list));
  }
};

}  // namespace

TEST_CASE("a tap on a row taps it, a drag moves the list and taps nothing") {
  support::ScreenDriver driver({.panel = ui::usual_panel(1280, 800)});
  Forty list;
  Finger finger{driver, list};
  driver.settle(std::ref(list));
  CHECK(list.drawn.contains(0));
  CHECK(finger.move({{300, 200, true}, {300, 200, false}}) == 1);
  CHECK(finger.move({{300, 200, true}, {304, 206, true}, {304, 206, false}}) ==
        1);  // 1.2 mm: a tap

  const float top = driver.ui().targets().find("row.1")->box.y;
  // step by step, as a finger does: one frame each
  driver.touch().push({300, 400, true});
  driver.settle(std::ref(list));
  for (float y = 380; y >= 250; y -= 30) CHECK_FALSE(finger.move({{300, y, true}}));
  CHECK(driver.ui().targets().find("row.3")->box.y < top + 2 * 74.0f);
  CHECK_FALSE(finger.move({{300, 250, false}}));
  CHECK(driver.ui().targets().find("row.0") == nullptr);
  CHECK(driver.ui().scroll("forty").offset > 0);
}

TEST_CASE("only visible rows are drawn, keys page, a named row is brought into view") {
  support::ScreenDriver driver({.panel = ui::usual_panel(1280, 800)});
  Forty list;
  driver.settle(std::ref(list));
  const auto on_a_page = static_cast<long>(list.drawn.size());
  CHECK(on_a_page < 10);
  CHECK(driver.ui().targets().find("list.up")->enabled == false);
  driver.tap("list.down", std::ref(list));
  CHECK(*list.drawn.begin() == on_a_page);
  CHECK(driver.tap("row.39", std::ref(list)) == 39);
  CHECK(driver.ui().targets().find("list.down")->enabled == false);
  CHECK(driver.tap("row.0", std::ref(list)) == 0);
  CHECK_THROWS(driver.tap("row.40", std::ref(list)));
}

TEST_CASE("the current row is brought into view when it changes, and only then") {
  support::ScreenDriver driver({.panel = ui::usual_panel(1280, 800)});
  Forty list;
  list.current = 30;
  driver.settle(std::ref(list));
  CHECK(list.drawn.contains(30));
  driver.tap("list.up", std::ref(list));
  driver.tap("list.up", std::ref(list));
  driver.settle(std::ref(list));
  CHECK_FALSE(list.drawn.contains(30));
  list.current = 31;
  driver.settle(std::ref(list));
  CHECK(list.drawn.contains(31));
}
