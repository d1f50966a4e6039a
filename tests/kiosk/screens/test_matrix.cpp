// The matrix: what is shown of the day, what a tap means, and that a stranger can hit everything.
#include <catch2/catch.hpp>

#include "kiosk/screens/matrix/presenter.hpp"
#include "kiosk/screens/matrix/screen.hpp"
#include "support/kiosk/demo_desk.hpp"
#include "support/kiosk/look.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

using namespace screens;
using matrix::Fit;
using matrix::Position;
using matrix::Presenter;
using matrix::State;
using support::drawing;
using support::FakeDesk;
using support::ScreenDriver;

constexpr const char* two_orders =
    "= Ferme des Aulnes\n"
    "Carottes | 1 kg | Canal 1000 | Danube 500 | Les Acacias 750\n"
    "Choux | pièce | Canal 2 | Danube 1\n"
    "Navets | ~ | Canal 1\n"
    "= Moulin de Brie\n"
    "Farine | sac 1 kg | Danube 2 | Zut 1\n"
    "Riz | 500 g | Canal 1000\n";

const matrix::Cell* cell(const State& state, int row, std::string_view ordergroup) {
  for (std::size_t c = 0; c < state.heads.size(); ++c)
    if (state.heads[c].ordergroup == ordergroup) {
      const auto& there = state.cells[static_cast<std::size_t>(row) * state.heads.size() + c];
      return there ? &*there : nullptr;
    }
  return nullptr;
}

domain::Weight weight(const std::optional<Amount>& amount) {
  return std::get<domain::Weight>(amount.value());
}

}  // namespace

TEST_CASE("what the page only expects is told apart from what somebody counted") {
  auto orders = support::orders_of(two_orders);
  for (auto& article : orders[0].articles) {
    article.units_to_order = domain::whole_units(14);  // 14 x 1 kg, 14 pieces
    article.per_supplier_unit = domain::Fraction(1);
  }
  FakeDesk desk(orders);
  desk.receive("Carottes", domain::grams(14000));
  for (const ui::Panel& panel : support::all_panels()) {
    ScreenDriver driver({.panel = panel});
    const auto screen = make_matrix(desk, {});
    driver.settle(drawing(*screen));
    const auto margin = [&](const char* article) {
      return driver.text("matrix.received." + std::to_string(desk.article(article).value));
    };
    INFO(panel.width);
    CHECK(margin("Carottes") == "0 g 14,000 kg");
    CHECK(margin("Choux") == "0 pc 14 pc prévu");
    CHECK(driver.faults() == std::vector<std::string>{});
  }
}

TEST_CASE("the matrix shows all orders as one grid, heads by name, margins by article") {
  FakeDesk desk(two_orders);
  desk.weigh("Carottes", "Canal", 1010);
  desk.weigh("Carottes", "Danube", 300);
  desk.count("Choux", "Canal", 3);
  desk.note_short("Choux", "Danube");
  desk.receive("Carottes", domain::grams(1500));
  Presenter presenter(desk, {});
  Position position;
  const State& state = presenter.state({6, 6}, position);
  CHECK(state.supplier == "Ferme des Aulnes");
  CHECK(state.all_columns == 4);
  CHECK(state.all_rows == 5);
  std::vector<std::string> names;
  for (const auto& head : state.heads) names.push_back(head.ordergroup);
  CHECK(names == std::vector<std::string>{"Les Acacias", "Canal", "Danube", "Zut"});
  CHECK(state.heads[1].group_orders ==
        std::vector{domain::GroupOrderId{101}, domain::GroupOrderId{203}});

  CHECK(cell(state, 0, "Canal")->mark == Mark::good);
  CHECK(weight(cell(state, 0, "Canal")->amount) == domain::grams(1010));
  CHECK(cell(state, 0, "Danube")->mark == Mark::begun);
  CHECK(weight(cell(state, 0, "Danube")->amount) == domain::grams(300));
  CHECK(cell(state, 0, "Les Acacias")->mark == Mark::to_do);
  CHECK(weight(cell(state, 0, "Les Acacias")->amount) == domain::grams(750));
  CHECK(cell(state, 1, "Canal")->mark == Mark::over);
  CHECK(cell(state, 1, "Danube")->mark == Mark::absent);
  CHECK(cell(state, 0, "Zut") == nullptr);

  CHECK(std::get<domain::Weight>(state.rows[0].given) == domain::grams(1310));
  CHECK(weight(state.rows[0].received) == domain::grams(1500));
  CHECK(state.rows[0].supply.kind == Supply::will_lack);  // 950 g asked, 190 g left
  CHECK(state.rows[0].supply.lack == domain::Quantity(760'000));
  CHECK(state.rows[0].unit.empty());
  CHECK(state.rows[1].unit == "pièce");
  CHECK(state.rows[1].supply.kind == Supply::noted);
  CHECK_FALSE(state.rows[1].received);
  CHECK(state.rows[2].supply.kind == Supply::unknown);
  CHECK(state.rows[3].begins_order);
  CHECK_FALSE(state.rows[1].begins_order);
}

TEST_CASE("the matrix goes on where the work stopped, and with the cell that it was asked for") {
  FakeDesk desk(two_orders);
  Position position;
  SECTION("from the start") {
    Presenter presenter(desk, {});
    const State& state = presenter.state({6, 6}, position);
    CHECK(cell(state, 0, "Les Acacias")->next);
    CHECK(state.heads[0].lit == matrix::Lit::yes);
    CHECK(state.rows[0].lit == matrix::Lit::yes);
    CHECK(state.step.kind == NextStep::weigh);
    presenter.act(matrix::Go{}, position);
    CHECK(desk.place() == Place(AtCell{desk.id("Carottes", "Les Acacias")}));
  }
  SECTION("an open cell that was asked for") {
    Presenter presenter(desk, {desk.id("Farine", "Zut")});
    const State& state = presenter.state({2, 2}, position);
    CHECK(state.supplier == "Moulin de Brie");
    CHECK(state.first_column == 2);
    CHECK(state.first_row == 3);
    CHECK(cell(state, 0, "Zut")->next);
    CHECK(state.step.cell == desk.id("Farine", "Zut"));
  }
  SECTION("a done cell: lit, and the accent goes on with the next one") {
    desk.count("Farine", "Danube", 2);
    Presenter presenter(desk, {desk.id("Farine", "Danube")});
    const State& state = presenter.state({6, 6}, position);
    CHECK(state.rows[3].lit == matrix::Lit::yes);
    CHECK(state.step.cell == desk.id("Farine", "Zut"));
  }
  SECTION("all done: on to the day's end") {
    for (const domain::CellPlace at : desk.walk().cells()) {
      const domain::Body body = domain::ShortfallNoted{desk.day().on(at), {}};
      REQUIRE(desk.save(std::span(&body, 1)));
    }
    Presenter presenter(desk, {});
    CHECK(presenter.state({6, 6}, position).step.kind == NextStep::all_done);
    presenter.act(matrix::Go{}, position);
    CHECK(desk.place() == Place(AtEnd{}));
  }
}

TEST_CASE("what a tap on the matrix opens") {
  FakeDesk desk(two_orders);
  Presenter presenter(desk, {});
  Position position;
  presenter.state({6, 6}, position);
  const auto after = [&](const matrix::Action& action) {
    presenter.act(action, position);
    return desk.place();
  };
  CHECK(after(matrix::OpenCell{desk.id("Choux", "Canal")}) ==
        Place(AtCell{desk.id("Choux", "Canal")}));
  CHECK(after(matrix::OpenCell{desk.id("Navets", "Canal")}) ==
        Place(AtUnit{"~", desk.id("Navets", "Canal")}));
  CHECK(after(matrix::OpenHead{1}) == Place(AtCrate{"Canal"}));
  CHECK(after(matrix::OpenReceived{desk.article("Riz")}) == Place(AtReceived{desk.article("Riz")}));
  CHECK(after(matrix::OpenWhole{}) == Place(AtWhole{}));
  CHECK(after(matrix::OpenFind{}) == Place(AtFind{}));
  CHECK(after(ui::HeaderTap::person) == Place(AtPerson{}));
  CHECK(after(ui::HeaderTap::server) == Place(AtEnd{}));
}

TEST_CASE("the matrix turns by pages, and never beyond its ends") {
  FakeDesk desk(two_orders);
  Presenter presenter(desk, {});
  Position position;
  const Fit fit{3, 2};
  const auto at = [&] {
    const State& state = presenter.state(fit, position);
    return std::pair(state.first_column, state.first_row);
  };
  CHECK(at() == std::pair(0, 0));
  presenter.act(matrix::Turn::right, position);
  CHECK(at() == std::pair(1, 0));  // 4 columns, 3 at a time: the last page is full
  presenter.act(matrix::Turn::down, position);
  presenter.act(matrix::Turn::down, position);
  CHECK(at() == std::pair(1, 3));
  CHECK(presenter.state(fit, position).supplier == "Moulin de Brie");  // the lit row is paged away
  presenter.act(matrix::ScrollRows{-1}, position);
  CHECK(at() == std::pair(1, 2));
  presenter.act(matrix::Turn::left, position);
  presenter.act(matrix::Turn::up, position);
  CHECK(at() == std::pair(0, 0));

  SECTION("where it stood is kept, until the work is elsewhere") {
    presenter.act(matrix::Turn::down, position);
    Presenter again(desk, {});
    CHECK(again.state(fit, position).first_row == 2);
    Presenter elsewhere(desk, {desk.id("Riz", "Canal")});
    CHECK(elsewhere.state(fit, position).first_row == 3);
  }
}

TEST_CASE("scripts are led to what the matrix has paged away") {
  FakeDesk desk(two_orders);
  const auto screen = make_matrix(desk, {});
  ScreenDriver driver({.panel = ui::usual_panel(800, 480)});
  const auto tap = [&](const std::string& name) {
    driver.tap(name, drawing(*screen));
    return desk.place();
  };
  const domain::CellId last = desk.id("Riz", "Canal");
  CHECK(tap("matrix.cell." + std::to_string(last.value)) == Place(AtCell{last}));
  CHECK(tap("matrix.head.203") == Place(AtCrate{"Canal"}));  // a further name of column 2
  CHECK(tap("matrix.head.101") == Place(AtCrate{"Canal"}));
  CHECK(tap("matrix.received.1001") == Place(AtReceived{desk.article("Carottes")}));
  CHECK(tap("matrix.whole") == Place(AtWhole{}));
  CHECK(tap("matrix.find") == Place(AtFind{}));
  CHECK(driver.text("matrix.whole") == "1 à 4 sur 4");
}

TEST_CASE("the matrix opens at the work the first time, and where it was left after that") {
  auto desk = support::demo_desk();
  const domain::CellId asked = desk.id("Carottes", "Les Mirabelles");
  ScreenDriver driver;
  const auto first = make_matrix(desk, {asked});
  driver.settle(drawing(*first));
  CHECK(driver.text("matrix.whole") == "13 à 18 sur 28");
  driver.tap("matrix.right", drawing(*first));
  const auto again = make_matrix(desk, {asked});
  driver.settle(drawing(*again));
  CHECK(driver.text("matrix.whole") == "19 à 24 sur 28");
  const auto other = make_matrix(desk, {desk.id("Poireaux", "Amandiers")});
  driver.settle(drawing(*other));
  CHECK(driver.text("matrix.whole") == "1 à 6 sur 28");
}

TEST_CASE("cells say their amounts, counted ones in pc") {
  FakeDesk desk(two_orders);
  desk.weigh("Carottes", "Canal", 1010);
  const auto screen = make_matrix(desk, {});
  ScreenDriver driver;
  driver.settle(drawing(*screen));
  const auto text = [&](const char* article, const char* ordergroup) {
    return driver.text("matrix.cell." + std::to_string(desk.id(article, ordergroup).value));
  };
  CHECK(text("Carottes", "Canal") == "1 010 g");
  CHECK(text("Carottes", "Danube") == "500 g");
  CHECK(text("Choux", "Canal") == "2 pc");
  CHECK(driver.text("matrix.next") == "Peser Carottes Les Acacias");
  CHECK(driver.text("matrix.received.1001") == "1 010 g inconnu");
  CHECK(driver.text("header.title") == "Ferme des Aulnes");
}

TEST_CASE("an ended day is only looked at") {
  FakeDesk desk(two_orders);
  desk.is_open = false;
  const auto screen = make_matrix(desk, {});
  ScreenDriver driver;
  driver.settle(drawing(*screen));
  CHECK(driver.ui().targets().find("matrix.next")->enabled == false);
  CHECK(driver.ui().targets().find("matrix.cell.101")->enabled == false);
}

TEST_CASE("an empty day has nothing to weigh") {
  FakeDesk desk(std::vector<domain::ReferenceOrder>{});
  const auto screen = make_matrix(desk, {});
  ScreenDriver driver;
  driver.settle(drawing(*screen));
  CHECK(driver.ui().targets().find("matrix.next")->enabled == false);
  CHECK(driver.faults() == std::vector<std::string>{});
}

TEST_CASE("the matrix has no fault in any size and language") {
  FakeDesk long_names(
      "= Coopérative des maraîchers de la vallée de la Bièvre et de l'Yvette\n"
      "Pommes de terre nouvelles de Noirmoutier, primeur | 1 kg | Les Jardins partagés de "
      "Ménilmontant 12345 | Rue de l'Abbé-Groult-Prolongée 345678 | B 99\n"
      "Œufs de poules élevées en plein air | boîte de douze, calibre moyen | B 1200\n"
      "Miel | ~ | B 1\n"
      "Anticonstitutionnellement-et-sans-le-moindre-blanc | 1 kg | B 1000000\n");
  long_names.weigh("Pommes de terre nouvelles de Noirmoutier, primeur",
                   "Rue de l'Abbé-Groult-Prolongée", 345678);
  long_names.receive("Pommes de terre nouvelles de Noirmoutier, primeur", domain::grams(1345678));
  auto demo = support::demo_desk();
  ScreenDriver driver;
  for (FakeDesk* desk : {&demo, &long_names}) {
    const auto screen = make_matrix(*desk, {});
    for (const ui::Panel& panel : support::all_panels())
      for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
        for (const ui::Language language : ui::all_languages) {
          driver.ui().change({.panel = panel, .size = size, .language = language});
          driver.settle(drawing(*screen));
          INFO(panel.width << "x" << panel.height << " " << ui::code_of(language) << " large "
                           << (size == ui::InterfaceSize::large));
          CHECK(driver.faults() == std::vector<std::string>{});
        }
  }
}

TEST_CASE("matrix, drawn to look at", "[.pictures]") {
  auto desk = support::demo_desk();
  const auto screen = make_matrix(desk, AtMatrix{desk.id("Carottes", "Les Mirabelles")});
  support::write_pictures("matrice", [&](ui::Ui& ui) { screen->draw(ui); });
}
