// The weighing screen as pictures. The hidden test writes them to look at:
//   ROMAINE_PICTURES=/some/folder test_kiosk "[.pictures]"
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "kiosk/picture.hpp"
#include "kiosk/screens/weighing/view.hpp"
#include "support/kiosk/weighing_sample.hpp"

namespace {

using screens::weighing::Say;

void write(const ui::Settings& settings, Say say, const std::filesystem::path& file) {
  auto ui = ui::Ui::open(settings);
  REQUIRE(ui);
  auto renderer = kiosk::PictureRenderer::open(**ui);
  REQUIRE(renderer);
  for (int i = 0; i < 2; ++i) {
    (*ui)->begin({}, 0.1f);
    CHECK_FALSE(screens::weighing::draw(support::weighing_sample(say), **ui));
    (*ui)->end();
  }
  for (const auto& wide : (*ui)->too_wide()) UNSCOPED_INFO(wide.text << " by " << wide.by_pixels);
  CHECK((*ui)->too_wide().empty());
  REQUIRE((*renderer)->write(file));
}

}  // namespace

TEST_CASE("weighing, drawn to look at", "[.pictures]") {
  const char* folder = std::getenv("ROMAINE_PICTURES");
  REQUIRE(folder != nullptr);
  const std::pair<const char*, Say> says[] = {{"ajouter", Say::add},
                                              {"bon", Say::good},
                                              {"trop", Say::take_off},
                                              {"instable", Say::moving}};
  const std::pair<int, int> sizes[] = {{800, 480}, {1024, 600}, {1280, 800}, {1920, 1080}};
  for (const auto& [name, say] : says)
    for (const auto& [w, h] : sizes)
      for (const ui::Light light : {ui::Light::light, ui::Light::dark}) {
        const std::string dark = light == ui::Light::dark ? "-dark" : "";
        write({.panel = ui::usual_panel(w, h), .light = light}, say,
              std::filesystem::path(folder) /
                  ("pesee-" + std::string(name) + "-" + std::to_string(w) + "x" +
                   std::to_string(h) + dark + ".png"));
      }
}
