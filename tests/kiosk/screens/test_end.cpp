// The day's end: every open point by name with its way there, and what is done, at every size.
#include <catch2/catch.hpp>

#include "kiosk/screens/end/view.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

using namespace screens;
using end::Point;
using end::State;
using support::ScreenDriver;

State state_of(int points, int received, long to_export) {
  State s;
  s.frame.person = "Maria";
  s.frame.to_export = to_export;
  s.day = "Samedi 14 mars";
  for (int i = 0; i < points; ++i)
    s.points.push_back({i % 2 == 0 ? Point::untouched : Point::begun,
                        "Carottes de plein champ",
                        {"Tolbiac", "La Villette", "Rue de Crimée", "Saint-Gervais"},
                        domain::CellId{i + 1}});
  s.received = received;
  s.articles = 30;
  s.first_unreceived = received < 30 ? 10103 : 0;
  s.to_export = to_export;
  s.exported_at = "10:46";
  return s;
}

auto view(const State& s) {
  return [s](ui::Ui& ui) { return end::draw(s, ui); };
}

}  // namespace

TEST_CASE("the day's end has no fault in any size, language and state") {
  ScreenDriver driver;
  for (const ui::Panel& panel : support::all_panels())
    for (const auto language : ui::all_languages)
      for (const int points : {0, 1, 3, 17})
        for (const int received : {12, 30})
          for (const long to_export : {0L, 128L}) {
            driver.ui().change({.panel = panel, .language = language});
            driver.settle(view(state_of(points, received, to_export)));
            INFO(panel.width << " " << ui::code_of(language) << ", " << points << " points, "
                             << received << " received, " << to_export << " to export");
            CHECK(driver.faults() == std::vector<std::string>{});
          }
}

TEST_CASE("on the smallest panel three points stand together, more are paged by two at least") {
  ScreenDriver driver({.panel = ui::usual_panel(800, 480)});
  driver.settle(view(state_of(3, 30, 12)));
  for (const char* name : {"end.open.1", "end.open.2", "end.open.3"})
    CHECK(driver.ui().targets().find(name) != nullptr);
  driver.settle(view(state_of(17, 30, 12)));
  CHECK(driver.ui().targets().find("end.open.2") != nullptr);
  const auto opened = driver.tap("end.open.16", view(state_of(17, 30, 12)));
  CHECK(std::get<end::Open>(opened.value()).cell == domain::CellId{16});
  const auto reception = driver.tap("received.10103", view(state_of(17, 12, 12)));
  CHECK(std::holds_alternative<end::OpenReceived>(reception.value()));
}

// Bug: with a hundred entries to export the title ended in "…" at 800x480.
TEST_CASE("a title is whole beside lamps with three digits") {
  for (const auto language : ui::all_languages) {
    ScreenDriver driver({.panel = ui::usual_panel(800, 480), .language = language});
    State s = state_of(3, 30, 128);
    s.frame.waiting_labels = 117;
    driver.settle(view(s));
    const auto* title = driver.ui().targets().find("header.title");
    REQUIRE(title != nullptr);
    const float words =
        driver.ui().width(title->text, {.size = ui::Size::normal, .face = ui::Face::semibold});
    CHECK(title->box.w >= words * driver.ui().metrics().px);
    CHECK(driver.text("header.server").find("128") != std::string::npos);
    CHECK(driver.text("header.server").size() > 5);  // scripts still read all of it
    CHECK(driver.faults() == std::vector<std::string>{});
  }
}
