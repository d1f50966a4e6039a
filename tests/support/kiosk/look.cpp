#include "support/kiosk/look.hpp"

#include <cstdlib>
#include <filesystem>

#include "kiosk/picture.hpp"

namespace support {
namespace {

void write(const ui::Settings& settings, const std::filesystem::path& file,
           const std::function<void(ui::Ui&)>& draw) {
  auto ui = ui::Ui::open(settings);
  domain::ensure(ui.has_value(), "the fonts are there");
  auto renderer = kiosk::PictureRenderer::open(**ui);
  domain::ensure(renderer.has_value(), "pictures can be drawn off-screen");
  for (int frame = 0; frame < 2; ++frame) {
    (*ui)->begin({}, 0.1f);
    draw(**ui);
    (*ui)->end();
  }
  domain::ensure((*renderer)->write(file).has_value(), "the picture is written");
}

}  // namespace

void write_pictures(const std::string& name, const std::function<void(ui::Ui&)>& draw) {
  const char* folder = std::getenv("ROMAINE_PICTURES");
  if (folder == nullptr) return;
  const auto file = [&](int w, int h, const char* end) {
    return std::filesystem::path(folder) /
           (name + "-" + std::to_string(w) + "x" + std::to_string(h) + end + ".png");
  };
  constexpr std::pair<int, int> sizes[] = {{800, 480}, {1024, 600}, {1280, 800}, {1920, 1080}};
  for (const auto& [w, h] : sizes) write({.panel = ui::usual_panel(w, h)}, file(w, h, ""), draw);
  write({.panel = ui::usual_panel(1280, 800), .light = ui::Light::dark}, file(1280, 800, "-dark"),
        draw);
}

}  // namespace support
