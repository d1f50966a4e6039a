// One ordergroup's crate: its lines over all orders, in words, and what is next.
#include <catch2/catch.hpp>

#include "kiosk/screens/crate/presenter.hpp"
#include "kiosk/screens/crate/view.hpp"
#include "kiosk/screens/screen.hpp"
#include "support/kiosk/demo_desk.hpp"
#include "support/kiosk/look.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

using namespace screens;
using crate::Presenter;
using support::drawing;
using support::FakeDesk;
using support::ScreenDriver;

constexpr const char* table =
    "= Ferme des Aulnes\n"
    "Carottes | 1 kg | Canal 1000 | Danube 500\n"
    "Navets | 1 kg | Canal 800\n"
    "Choux | pièce | Canal 2\n"
    "Radis | botte | Canal 3\n"
    "Panais | 1 kg | Canal 500\n"
    "= Moulin de Brie\n"
    "Farine | sac 1 kg | Canal 2 | Ézanville 1\n"
    "Riz | ~ | Canal 1\n";

}  // namespace

TEST_CASE("a crate has its lines over all orders, each with what it came to") {
  FakeDesk desk(table);
  desk.weigh("Carottes", "Canal", 998);
  desk.weigh("Navets", "Canal", 300);
  desk.count("Choux", "Canal", 3);
  desk.count("Radis", "Canal", 1);
  desk.note_short("Radis", "Canal");
  desk.note_short("Panais", "Canal", {domain::Cause::damaged, {}});
  Presenter presenter(desk, {"Canal"});
  const crate::State& state = presenter.state();
  REQUIRE(state.lines.size() == 7);
  const Mark marks[] = {Mark::good,   Mark::begun, Mark::over, Mark::shortfall,
                        Mark::absent, Mark::to_do, Mark::to_do};
  for (std::size_t i = 0; i < state.lines.size(); ++i) CHECK(state.lines[i].mark == marks[i]);
  CHECK(state.open == 3);
  CHECK(state.current == 1);
  CHECK(state.shortfalls == std::vector<std::string>{"Radis", "Panais"});
  CHECK(state.step.cell == desk.id("Navets", "Canal"));
  CHECK_FALSE(state.has_previous);
  CHECK(state.has_next);

  const auto screen = make_screen(AtCrate{"Canal"}, desk);
  ScreenDriver driver;
  driver.settle(drawing(*screen));
  const auto text = [&](const char* article) {
    return driver.text("crate.line." + std::to_string(desk.id(article, "Canal").value));
  };
  CHECK(driver.text("crate.title") == "Encore 3 lignes");
  CHECK(text("Carottes") == "Carottes bon, −2 g");
  CHECK(text("Navets") == "Navets ajoutez 500 g");
  CHECK(text("Choux") == "Choux trop, +1 pièce");
  CHECK(text("Radis") == "Radis manque, −2 bottes");
  CHECK(text("Panais") == "Panais abîmé");
  CHECK(text("Farine") == "Farine à compter");
  CHECK(driver.text("crate.weigh") == "Peser Navets 800 g");
}

TEST_CASE("what a tap on a crate opens") {
  FakeDesk desk(table);
  const auto screen = make_screen(AtCrate{"Canal"}, desk);
  ScreenDriver driver({.panel = ui::usual_panel(800, 480)});
  const auto tap = [&](const std::string& name) {
    driver.tap(name, drawing(*screen));
    return desk.place();
  };
  const domain::CellId last = desk.id("Riz", "Canal"), flour = desk.id("Farine", "Canal");
  CHECK(tap("crate.line." + std::to_string(flour.value)) == Place(AtCell{flour}));
  CHECK(tap("crate.line." + std::to_string(last.value)) == Place(AtUnit{"~", last}));
  CHECK(tap("crate.up") == desk.place());
  CHECK(tap("crate.weigh") == Place(AtCell{desk.id("Carottes", "Canal")}));
  CHECK(tap("crate.next") == Place(AtCrate{"Danube"}));
  CHECK_THROWS_WITH(tap("crate.previous"), Catch::Contains("disabled"));
}

TEST_CASE("a full crate leads to the next one, the last to the day's end") {
  FakeDesk desk("Carottes | 1 kg | Canal 1000 | Danube 500\n");
  desk.weigh("Carottes", "Canal", 1000);
  Presenter first(desk, {"Canal"});
  CHECK(first.state().next_open == "Danube");
  first.act(crate::Go{});
  CHECK(desk.place() == Place(AtCrate{"Danube"}));
  desk.weigh("Carottes", "Danube", 500);
  Presenter second(desk, {"Danube"});
  CHECK(second.state().step.kind == NextStep::all_done);
  second.act(crate::Go{});
  CHECK(desk.place() == Place(AtEnd{}));
  Presenter unknown(desk, {"Nobody"});
  CHECK(unknown.state().lines.empty());
}

TEST_CASE("a crate has no fault in any size and language") {
  FakeDesk long_names(
      "= Coopérative des maraîchers de la vallée de la Bièvre et de l'Yvette\n"
      "Pommes de terre nouvelles de Noirmoutier, primeur | 1 kg | Les Jardins partagés de "
      "Ménilmontant 345678\n"
      "Œufs de poules élevées en plein air | boîte de douze, calibre moyen | Les Jardins partagés "
      "de Ménilmontant 1200\n"
      "Miel | ~ | Les Jardins partagés de Ménilmontant 1\n");
  long_names.note_short("Œufs de poules élevées en plein air",
                        "Les Jardins partagés de Ménilmontant",
                        {domain::Cause::other, "tombés de la camionnette dans le virage"});
  auto demo = support::demo_desk();
  FakeDesk done("Carottes | 1 kg | Canal 1000 | Danube 500\n");
  done.weigh("Carottes", "Canal", 1000);
  const std::pair<FakeDesk*, const char*> cases[] = {
      {&demo, "Les Mirabelles"},
      {&demo, "Amandiers"},
      {&long_names, "Les Jardins partagés de Ménilmontant"},
      {&done, "Canal"},
      {&done, "Nobody"}};
  ScreenDriver driver;
  for (const auto& [desk, ordergroup] : cases) {
    const auto screen = make_screen(AtCrate{ordergroup}, *desk);
    for (const ui::Panel& panel : support::all_panels())
      for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
        for (const ui::Language language : ui::all_languages) {
          driver.ui().change({.panel = panel, .size = size, .language = language});
          driver.settle(drawing(*screen));
          INFO(ordergroup << " " << panel.width << "x" << panel.height << " "
                          << ui::code_of(language) << " large "
                          << (size == ui::InterfaceSize::large));
          CHECK(driver.faults() == std::vector<std::string>{});
        }
  }
}

TEST_CASE("crate, drawn to look at", "[.pictures]") {
  auto desk = support::demo_desk();
  const auto screen = make_screen(AtCrate{"Les Mirabelles"}, desk);
  support::write_pictures("caisse", [&](ui::Ui& ui) { screen->draw(ui); });
}
