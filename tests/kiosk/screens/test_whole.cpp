// The whole day: a tile a cell, what they come to, how the day is cut into pages, what a tap means.
#include <catch2/catch.hpp>

#include "kiosk/screens/matrix/position.hpp"
#include "kiosk/screens/whole/presenter.hpp"
#include "kiosk/screens/whole/screen.hpp"
#include "kiosk/screens/whole/view.hpp"
#include "support/kiosk/demo_desk.hpp"
#include "support/kiosk/look.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

using namespace screens;
using support::drawing;
using support::FakeDesk;
using support::ScreenDriver;
using whole::Capacity;
using whole::Presenter;

constexpr Capacity panels{Capacity::by_panels, 2, 17.5f}, orders{Capacity::by_order, 1, 12};

// The day of the reference pictures, at the cell that they show.
FakeDesk pictured() {
  auto desk = support::demo_desk();
  desk.stack = {AtOverview{}, AtMatrix{}, AtCell{desk.id("Carottes", "Les Mirabelles")}};
  return desk;
}

FakeDesk many(int rows_an_order, int orders_of_day) {
  std::string table;
  for (int o = 0; o < orders_of_day; ++o) {
    table += "= Ferme " + std::to_string(o) + "\n";
    for (int r = 0; r < rows_an_order; ++r)
      table += "Article " + std::to_string(r) + " | 1 kg | Canal 500 | Danube 500\n";
  }
  return FakeDesk(table);
}

}  // namespace

TEST_CASE("the legend counts every cell and article once") {
  auto desk = pictured();
  Presenter presenter(desk);
  const whole::State& state = presenter.state(panels, {12, 0, {}}, {6, 6});
  const whole::Counts& n = state.counts;
  CHECK(n.good + n.to_do + n.begun + n.shortfall + n.over + n.absent == state.cells);
  CHECK(state.cells - n.to_do - n.begun == state.done);
  CHECK(state.cells == 305);
  CHECK(n.begun == 1);
  CHECK(n.over == 2);
  CHECK(n.absent == 2);
  CHECK(n.shortfall == 2);
  CHECK(n.enough + n.will_lack + n.noted == 30);
  CHECK(state.lit_ordergroup == "Les Mirabelles");
  CHECK(state.lit_column == 13);
  CHECK(state.frame_column == 12);
  REQUIRE(state.panels.size() == 2);
  CHECK(state.panels[0].blocks.size() == 2);
  CHECK(state.panels[1].blocks[0].supplier == "Moulin de Brie");
  CHECK(state.panels[0].blocks[0].rows[2].tiles[13]->next);
  CHECK_FALSE(state.panels[0].blocks[0].rows[0].tiles[0]);
  CHECK(state.pages == 1);
}

TEST_CASE("where a page is an order, the keys turn orders") {
  auto desk = pictured();
  Presenter presenter(desk);
  const auto shown = [&] {
    return presenter.state(orders, {}, {5, 4}).panels[0].blocks[0].supplier;
  };
  CHECK(shown() == "Ferme des Aulnes");
  CHECK(presenter.state(orders, {}, {5, 4}).pages == 4);
  presenter.act(whole::TurnPage{1});
  CHECK(shown() == "GAEC du Ruisseau");
  CHECK(presenter.state(orders, {}, {5, 4}).counts.good == 0);
  presenter.act(whole::TurnPage{-1});
  presenter.act(whole::TurnPage{-1});
  CHECK(shown() == "Ferme des Aulnes");
}

TEST_CASE("a day beyond one page is cut between regions, and none is lost") {
  for (const auto& [rows, orders_of_day] : {std::pair(40, 1), {7, 9}, {1, 60}, {100, 3}}) {
    auto desk = many(rows, orders_of_day);
    for (const Capacity& capacity : {panels, orders}) {
      Presenter presenter(desk);
      int seen = 0, regions = 0;
      const int pages = presenter.state(capacity, {}, {6, 6}).pages;
      for (int page = 0; page < pages; ++page) {
        const whole::State& state = presenter.state(capacity, {}, {6, 6});
        CHECK(state.page == page);
        CHECK(static_cast<int>(state.panels.size()) <= capacity.panels);
        for (const auto& panel : state.panels) {
          float height = 0;
          for (const auto& block : panel.blocks) {
            CHECK(block.first_region == regions + 1);
            regions += whole::regions_of(static_cast<int>(block.rows.size()));
            seen += static_cast<int>(block.rows.size());
            height += whole::rows_high(block, whole::Heads::yes);
          }
          if (capacity.pages == Capacity::by_panels) CHECK(height <= capacity.rows);
        }
        presenter.act(whole::TurnPage{1});
      }
      CHECK(seen == rows * orders_of_day);
      const std::string last = "whole.region." + std::to_string(regions) + ".1";
      CHECK(presenter.lead(last).empty());
      if (pages > 1) CHECK(presenter.lead("whole.region.1.1") == "whole.up");
    }
  }
}

TEST_CASE("a region opens the matrix there, the accent the next cell") {
  auto desk = pictured();
  const auto screen = make_whole(desk);
  for (const ui::Panel& panel : support::all_panels()) {
    ScreenDriver driver({.panel = panel});
    INFO(panel.width << "x" << panel.height);
    driver.tap("whole.region.2.3", drawing(*screen));
    CHECK(desk.place() == Place(AtMatrix{}));
    CHECK(matrix::position_in(driver.ui()).row == 3);
    CHECK(matrix::position_in(driver.ui()).column == 14);
    const auto matrix = make_screen(AtMatrix{}, desk);
    driver.settle(drawing(*matrix));  // it opens there, not at the next cell
    CHECK(driver.ui().targets().find("matrix.head.10115") != nullptr);
    driver.tap("whole.next", drawing(*screen));
    CHECK(desk.place() == Place(AtCell{desk.id("Carottes", "Les Mirabelles")}));
    driver.tap("whole.region.8.1", drawing(*screen));  // on another page of the smallest panel
    CHECK(matrix::position_in(driver.ui()).row > 15);
    desk.stack = {AtCell{desk.id("Carottes", "Les Mirabelles")}};
  }
}

TEST_CASE("the whole day has no fault in any size and language") {
  FakeDesk long_names(
      "= Coopérative des maraîchers de la vallée de la Bièvre et de l'Yvette\n"
      "Pommes de terre nouvelles de Noirmoutier, primeur | 1 kg | Les Jardins partagés de "
      "Ménilmontant et de la Villette 345678\n");
  FakeDesk empty(std::vector<domain::ReferenceOrder>{});
  auto demo = pictured();
  auto large = many(40, 8), small_orders = many(1, 60), few = many(2, 1);
  ScreenDriver driver;
  for (FakeDesk* desk : {&demo, &long_names, &empty, &large, &small_orders, &few}) {
    const auto screen = make_whole(*desk);
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

TEST_CASE("whole day, drawn to look at", "[.pictures]") {
  auto desk = pictured();
  const auto screen = make_whole(desk);
  support::write_pictures("ensemble", [&](ui::Ui& ui) {
    matrix::keep_position(ui, {12, 0, {}});
    screen->refresh();
    screen->draw(ui);
  });
}
