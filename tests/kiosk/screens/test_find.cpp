// Search by two letters: which letters lead somewhere, what is found, where it leads.
#include <catch2/catch.hpp>

#include "kiosk/screens/find/presenter.hpp"
#include "kiosk/screens/find/screen.hpp"
#include "support/kiosk/demo_desk.hpp"
#include "support/kiosk/look.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

using namespace screens;
using find::Presenter;
using support::drawing;
using support::ScreenDriver;

std::string keys(const find::State& state) {
  std::string text;
  for (std::size_t i = 0; i < state.leads.size(); ++i)
    if (state.leads[i]) text += static_cast<char>('A' + i);
  return text;
}

std::vector<std::string> names(const find::State& state) {
  std::vector<std::string> all;
  for (const auto& hit : state.hits) all.push_back(hit.name);
  return all;
}

}  // namespace

TEST_CASE("names are found by their letters, without article and accents") {
  const std::pair<const char*, const char*> table[] = {{"Les Mirabelles", "MIRABELLES"},
                                                       {"L'Écluse", "ECLUSE"},
                                                       {"Œufs", "OEUFS"},
                                                       {"Bel-Air", "BELAIR"},
                                                       {"La Villette", "VILLETTE"},
                                                       {"3 Rivières", "RIVIERES"},
                                                       {"Lentilles", "LENTILLES"}};
  for (const auto& [name, letters] : table) CHECK(find::letters_of(name) == letters);
}

TEST_CASE("only letters that lead somewhere are keys") {
  auto desk = support::demo_desk();
  Presenter presenter(desk);
  CHECK(keys(presenter.state()) == "ABCDEFGJLMNOPRSTVY");
  CHECK(presenter.state().hits.empty());
  presenter.act(find::Letter{'M'});
  CHECK(keys(presenter.state()) == "IO");
  CHECK(names(presenter.state()) ==
        std::vector<std::string>{"Les Mirabelles", "Montreuil", "Miel de tilleul"});
  presenter.act(find::Letter{'I'});
  CHECK(keys(presenter.state()) == "IO");  // another second letter may be taken instead
  CHECK(names(presenter.state()) == std::vector<std::string>{"Les Mirabelles", "Miel de tilleul"});
  CHECK(presenter.state().hits[0].crate == 14);
  CHECK(presenter.state().hits[1].supplier == "Verger de Sannois");
  presenter.act(find::Letter{'O'});
  CHECK(names(presenter.state()) == std::vector<std::string>{"Montreuil"});
  presenter.act(find::Delete{});
  presenter.act(find::Delete{});
  presenter.act(find::Delete{});
  CHECK(presenter.state().letters.empty());
}

TEST_CASE("what is found opens the matrix at its first open cell") {
  auto desk = support::demo_desk();
  Presenter presenter(desk);
  presenter.act(find::Letter{'M'});
  presenter.act(find::Open{0});
  CHECK(desk.place() == Place(AtMatrix{desk.id("Carottes", "Les Mirabelles")}));
  presenter.act(find::Open{2});  // all done: its first cell
  CHECK(desk.place() == Place(AtMatrix{desk.id("Miel de tilleul", "Amandiers")}));
}

TEST_CASE("the search is driven by named targets") {
  auto desk = support::demo_desk();
  const auto screen = make_find(desk);
  ScreenDriver driver;
  const auto tap = [&](const char* name) { driver.tap(name, drawing(*screen)); };
  CHECK_THROWS_WITH(tap("find.go"), Catch::Contains("disabled"));
  CHECK_THROWS_WITH(tap("find.Z"), Catch::Contains("disabled"));
  tap("find.M");
  tap("find.I");
  CHECK(driver.text("find.go") == "Les Mirabelles caisse 14");
  CHECK(driver.text("find.result.1") == "Les Mirabelles cellule, caisse 14");
  tap("find.result.2");
  CHECK(desk.place() == Place(AtMatrix{desk.id("Miel de tilleul", "Amandiers")}));
  tap("find.delete");
  tap("find.go");
  CHECK(desk.place() == Place(AtMatrix{desk.id("Carottes", "Les Mirabelles")}));
}

TEST_CASE("the search has no fault in any size, language and state") {
  support::FakeDesk long_names(
      "= Coopérative des maraîchers de la vallée de la Bièvre et de l'Yvette\n"
      "Mirabelles et reines-claudes du verger conservatoire, mûres | 1 kg | Les Mitoyens de la "
      "rue de Ménilmontant et de l'impasse 1000\n");
  auto demo = support::demo_desk();
  for (support::FakeDesk* desk : {&demo, &long_names}) {
    const auto screen = make_find(*desk);
    ScreenDriver driver;
    for (const char* letters : {"", "M", "MI"}) {
      for (; *letters != '\0'; ++letters)
        driver.tap("find." + std::string(1, *letters), drawing(*screen));
      for (const ui::Panel& panel : support::all_panels())
        for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
          for (const ui::Language language : ui::all_languages) {
            driver.ui().change({.panel = panel, .size = size, .language = language});
            driver.settle(drawing(*screen));
            INFO(panel.width << "x" << panel.height << " " << ui::code_of(language));
            CHECK(driver.faults() == std::vector<std::string>{});
          }
      while (driver.ui().targets().find("find.delete")->enabled.value_or(false))
        driver.tap("find.delete", drawing(*screen));
    }
  }
}

TEST_CASE("search, drawn to look at", "[.pictures]") {
  auto desk = support::demo_desk();
  const auto screen = make_find(desk);
  ScreenDriver driver;
  driver.tap("find.M", drawing(*screen));
  driver.tap("find.I", drawing(*screen));
  support::write_pictures("chercher", [&](ui::Ui& ui) { screen->draw(ui); });
}
