// The screens of the work on a cell: every state drawn in every size and language without a fault,
// their targets by name, and as pictures to look at:
//   ROMAINE_PICTURES=/some/folder test_kiosk "[.pictures]"
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "kiosk/picture.hpp"
#include "kiosk/screens/work_scenes.hpp"
#include "support/kiosk/screen_driver.hpp"

using namespace screens;
using namespace work_scenes;
using support::ScreenDriver;

TEST_CASE("the screens of the work have no fault in any size, language and state") {
  ScreenDriver driver;
  for (const Scene& scene : scenes()) {
    Market m;
    const Draw draw = scene.make(m);
    const auto view = [&](ui::Ui& ui) -> std::optional<int> {
      draw(ui);
      return std::nullopt;
    };
    for (const ui::Panel& panel : support::all_panels())
      for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
        for (const ui::Language language : ui::all_languages) {
          driver.ui().change({.panel = panel, .size = size, .language = language});
          driver.settle(view);
          INFO(scene.name << " " << panel.width << "x" << panel.height << " "
                          << ui::code_of(language) << " large "
                          << (size == ui::InterfaceSize::large));
          CHECK(driver.faults() == std::vector<std::string>{});
        }
  }
}

TEST_CASE("every sentence of the trouble screen fits in every size and language") {
  ScreenDriver driver;
  const domain::Trouble troubles[] = {domain::Trouble::waiting,   domain::Trouble::overload,
                                      domain::Trouble::underload, domain::Trouble::under_zero,
                                      domain::Trouble::not_ready, domain::Trouble::not_a_mass,
                                      domain::Trouble::fault,     domain::Trouble::not_understood,
                                      domain::Trouble::unplugged, domain::Trouble::no_rights,
                                      domain::Trouble::busy};
  Market m;
  for (const ui::Panel& panel : support::all_panels())
    for (const ui::Language language : ui::all_languages) {
      driver.ui().change({.panel = panel, .language = language});
      const auto check = [&](Device device) {
        const Draw draw = trouble_of(m, device);
        driver.settle([&](ui::Ui& ui) -> std::optional<int> {
          draw(ui);
          return std::nullopt;
        });
        INFO(panel.width << " " << ui::code_of(language));
        CHECK(driver.faults() == std::vector<std::string>{});
      };
      for (const domain::Trouble trouble : troubles) {
        m.desk.trouble(trouble);
        check(Device::scale);
      }
      for (int i = 0; i <= static_cast<int>(PrinterTrouble::disk_full); ++i) {
        m.desk.printing = static_cast<PrinterTrouble>(i);
        check(Device::printer);
      }
    }
}

TEST_CASE("the targets of the work bear the names of the contract") {
  struct Row {
    const char* scene;
    std::vector<const char*> names;
  };
  const Row rows[] = {
      {"pieces", {"count.minus", "count.plus", "weigh.save", "weigh.short", "weigh.pad"}},
      {"pave",
       {"pad.0", "pad.9", "pad.comma", "pad.plus", "pad.times", "pad.delete", "pad.clear", "pad.ok",
        "pad.line"}},
      {"manque-noter",
       {"short.not_delivered", "short.damaged", "short.short_delivery", "short.other", "short.all",
        "short.save", "weigh.more", "weigh.strip"}},
      {"unite", {"unit.mass", "unit.volume", "unit.pieces", "unit.save"}},
      {"panne", {"trouble.retry", "trouble.pad"}},
      {"panne-etiquettes", {"trouble.retry", "trouble.continue"}}};
  ScreenDriver driver;
  for (const Row& row : rows)
    for (const Scene& scene : scenes()) {
      if (std::string_view(scene.name) != row.scene) continue;
      Market m;
      const Draw draw = scene.make(m);
      driver.settle([&](ui::Ui& ui) -> std::optional<int> {
        draw(ui);
        return std::nullopt;
      });
      for (const char* name : row.names) {
        INFO(row.scene << " " << name);
        CHECK(driver.ui().targets().find(name) != nullptr);
      }
    }
}

TEST_CASE("the work, drawn to look at", "[.pictures]") {
  const char* folder = std::getenv("ROMAINE_PICTURES");
  REQUIRE(folder != nullptr);
  const std::pair<int, int> sizes[] = {{800, 480}, {1280, 800}, {1920, 1080}};
  for (const Scene& scene : scenes())
    for (const auto& [w, h] : sizes)
      for (const ui::Light light : {ui::Light::light, ui::Light::dark}) {
        if (light == ui::Light::dark && w != 1280) continue;
        Market m;
        const Draw draw = scene.make(m);
        auto ui = ui::Ui::open({.panel = ui::usual_panel(w, h), .light = light});
        REQUIRE(ui);
        auto renderer = kiosk::PictureRenderer::open(**ui);
        REQUIRE(renderer);
        for (int i = 0; i < 2; ++i) {
          (*ui)->begin({}, 0.1f);
          draw(**ui);
          (*ui)->end();
        }
        const std::string dark = light == ui::Light::dark ? "-dark" : "";
        REQUIRE((*renderer)->write(std::filesystem::path(folder) /
                                   (std::string(scene.name) + "-" + std::to_string(w) + "x" +
                                    std::to_string(h) + dark + ".png")));
      }
}
