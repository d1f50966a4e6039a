#include <catch2/catch.hpp>

#include "kiosk/screens/weighing/view.hpp"
#include "support/kiosk/screen_driver.hpp"
#include "support/kiosk/weighing_sample.hpp"

using screens::weighing::Action;
using screens::weighing::Say;
using support::ScreenDriver;

namespace {

auto view(const screens::weighing::State& state) {
  return [&state](ui::Ui& ui) { return screens::weighing::draw(state, ui); };
}

const Say all_says[] = {Say::place,      Say::moving,   Say::add,       Say::good,
                        Say::take_off,   Say::no_aim,   Say::lift,      Say::under_zero,
                        Say::tare_again, Say::overload, Say::underload, Say::not_ready,
                        Say::not_a_mass, Say::silent,   Say::same_load, Say::dirty_pan};

}  // namespace

TEST_CASE("every key of the weighing screen gives its action") {
  ScreenDriver driver;
  const auto state = support::weighing_sample(Say::good);
  const auto tap = [&](const char* name) { return driver.tap(name, view(state)); };
  CHECK(std::holds_alternative<screens::weighing::Keep>(tap("weigh.save").value()));
  CHECK(std::holds_alternative<screens::weighing::Tare>(tap("weigh.tare").value()));
  CHECK(std::holds_alternative<screens::weighing::TooLittle>(tap("weigh.short").value()));
  CHECK(std::holds_alternative<screens::weighing::TypeWeight>(tap("weigh.pad").value()));
  const auto header = [&](const char* name) {
    return std::get<screens::weighing::Header>(tap(name).value()).tap;
  };
  CHECK(header("header.back") == ui::HeaderTap::back);
  CHECK(header("header.person") == ui::HeaderTap::person);
  CHECK(header("header.server") == ui::HeaderTap::server);
  const auto scrolled = tap("weigh.cell.112");  // the last of twelve, two pages down
  CHECK(std::get<screens::weighing::ToCell>(scrolled.value()).cell == 112);
  const auto adding = support::weighing_sample(Say::add);
  CHECK(std::holds_alternative<screens::weighing::Undo>(
      driver.tap("weigh.undo", view(adding)).value()));
  CHECK_THROWS_WITH(driver.tap("weigh.save", view(adding)), Catch::Contains("disabled"));
}

TEST_CASE("named texts say what is shown, thin spaces as blanks") {
  ScreenDriver driver;
  const auto state = support::weighing_sample(Say::good);
  driver.settle(view(state));
  CHECK(driver.text("weigh.strip") == "Bon, +12 g");
  CHECK(driver.text("weigh.net") == "1 262 g");
  CHECK(driver.text("weigh.gross") == "1 302 g");
  CHECK(driver.text("weigh.tare_value") == "40 g");
  CHECK(driver.text("weigh.then") == "Montreuil 800 g");
  CHECK(driver.text("weigh.save") == "Enregistrer 1 262 g");
  CHECK(driver.text("header.title") == "Carottes");
}

TEST_CASE("weighing has no fault in any size, language and state") {
  ScreenDriver driver;
  for (const ui::Panel& panel : support::all_panels())
    for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
      for (const ui::Language language : ui::all_languages) {
        driver.ui().change({.panel = panel, .size = size, .language = language});
        for (const Say say : all_says)
          for (const bool list_open : {false, true}) {
            auto state = support::weighing_sample(say);
            state.list_open = list_open;
            state.resumed = say == Say::place;
            driver.settle(view(state));
            INFO(panel.width << "x" << panel.height << " " << ui::code_of(language) << " large "
                             << (size == ui::InterfaceSize::large) << " say "
                             << static_cast<int>(say) << " list " << list_open);
            CHECK(driver.faults() == std::vector<std::string>{});
          }
      }
}
