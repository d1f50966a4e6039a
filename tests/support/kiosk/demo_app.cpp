#include "support/kiosk/demo_app.hpp"

#include <stdexcept>

#include "kiosk/app/demo.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "support/memory_journal.hpp"

namespace support {

namespace {

using namespace std::chrono_literals;

template <class T>
T must(domain::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().detail);
  return std::move(*result);
}

}  // namespace

DemoApp::DemoApp(const ui::Panel& panel, ui::Language language, std::string person,
                 kiosk::MakeServerSide server, std::unique_ptr<kiosk::Sounds> sounds) {
  const auto demo = must(kiosk::shipped_demo_day());
  kiosk::Setup setup;
  setup.config.people = demo.people;
  setup.look.panel = panel;
  setup.look.language = language;
  setup.person = std::move(person);
  setup.server = std::move(server);
  setup.sounds = std::move(sounds);
  setup.scale = kiosk::Setup::ScaleIs::simulated;
  setup.labels = kiosk::Setup::Labels::awaited;
  setup.wall_clock = kiosk::wall_now;
  auto station = must(kiosk::Station::open(std::make_unique<MemoryJournal>(), setup.config));
  if (!station->new_day(demo.name) || !station->store(demo.orders, "demo") ||
      !station->save(demo.entries, demo.person))
    throw std::runtime_error("the demo's day cannot be made up");
  station->keep_open_cell({demo.open_cell}, kiosk::Station::AtWork::no);
  ui_ = must(ui::Ui::open(setup.look));
  app_ = std::make_unique<kiosk::App>(std::move(station), std::move(setup));
  headless_ = std::make_unique<kiosk::Headless>(*app_, *ui_, kiosk::Time(1h));
}

void DemoApp::show(const screens::Place& place) {
  app_->go(place);
  headless_->pass(500ms);
  headless_->redraw();
}

void DemoApp::tap(std::string_view target) {
  const auto* found = ui_->targets().find(target);
  if (!found) throw std::runtime_error("no target " + std::string(target));
  const float x = found->box.middle_x();
  const float y = found->box.middle_y();
  headless_->touch().push({x, y, true});
  headless_->touch().push({x, y, false});
  headless_->pass(100ms);
  headless_->redraw();
}

}  // namespace support
