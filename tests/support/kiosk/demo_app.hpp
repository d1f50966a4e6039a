// The whole kiosk on the demo's day, in memory: real screens, simulated scale, no printer unless
// one is given, a virtual clock.
#pragma once

#include <memory>

#include "kiosk/app/app.hpp"
#include "kiosk/headless.hpp"

namespace support {

class DemoApp {
 public:
  DemoApp(const ui::Panel& panel, ui::Language language, std::string person = "Maria",
          kiosk::MakeServerSide server = {}, std::unique_ptr<kiosk::Sounds> sounds = nullptr);

  kiosk::App& app() { return *app_; }
  ui::Ui& ui() { return *ui_; }
  kiosk::Headless& headless() { return *headless_; }
  // Goes there, lets what is due happen, and draws.
  void show(const screens::Place& place);
  void tap(std::string_view target);

 private:
  std::unique_ptr<ui::Ui> ui_;
  std::unique_ptr<kiosk::App> app_;
  std::unique_ptr<kiosk::Headless> headless_;
};

}  // namespace support
