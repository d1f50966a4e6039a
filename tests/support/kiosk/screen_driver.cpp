#include "support/kiosk/screen_driver.hpp"

namespace support {

std::vector<ui::Panel> all_panels() {
  return {ui::usual_panel(800, 480), ui::usual_panel(1024, 600), ui::usual_panel(1280, 800),
          ui::usual_panel(1920, 1080)};
}

ScreenDriver::ScreenDriver(const ui::Settings& settings) {
  auto opened = ui::Ui::open(settings);
  if (!opened) throw std::runtime_error(opened.error().detail);
  ui_ = std::move(*opened);
}

std::string ScreenDriver::text(std::string_view name) const {
  const ui::Target* target = ui_->targets().find(name);
  if (target == nullptr) throw std::runtime_error("no target " + std::string(name));
  return target->text;
}

void ScreenDriver::press(std::string_view name) {
  const ui::Target* target = ui_->targets().find(name);
  if (target == nullptr || !target->enabled) {
    std::string names;
    for (const auto& t : ui_->targets().all()) names += " " + t.name;
    throw std::runtime_error("no target " + std::string(name) + " among" + names);
  }
  if (!*target->enabled) throw std::runtime_error(std::string(name) + " is disabled");
  const float x = target->box.middle_x(), y = target->box.middle_y();
  touch_.push({x, y, true});
  touch_.push({x, y, false});
}

}  // namespace support
