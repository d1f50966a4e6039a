// The live server in the running kiosk: where its lamp leads, when a new reference may come in,
// what a start in the middle of a push asks.
#include <catch2/catch.hpp>

#include "support/kiosk/demo_app.hpp"
#include "support/kiosk/fake_server_desk.hpp"

namespace {

const domain::CellId carrots{1010314}, next_carrots{1010315};
const auto panel = ui::usual_panel(1280, 800);

// The server of a kiosk that a test makes, to be looked into.
struct Watched {
  support::FakeServerDesk* server = nullptr;
  std::function<void()> changed;
  bool unfinished = false;
  kiosk::MakeServerSide make() {
    return [this](const kiosk::ServerSurroundings& around) {
      auto made = std::make_unique<support::FakeServerDesk>();
      made->now.unfinished = unfinished;
      server = made.get();
      changed = around.changed;
      return made;
    };
  }
};

}  // namespace

TEST_CASE("the third lamp leads to the server where one is configured, else to the export") {
  Watched watched;
  support::DemoApp with(panel, ui::Language::fr, "Maria", watched.make());
  with.show(screens::AtOverview{});
  with.tap("header.server");
  CHECK(with.ui().targets().find("server.pull") != nullptr);

  support::DemoApp without(panel, ui::Language::fr);
  without.show(screens::AtOverview{});
  without.tap("header.server");
  CHECK(without.ui().targets().find("end.export") != nullptr);
}

TEST_CASE("a new reference comes in between two cells, never under an open one") {
  Watched watched;
  support::DemoApp kiosk(panel, ui::Language::fr, "Maria", watched.make());
  kiosk.show(screens::AtCell{carrots});
  watched.server->looked_between = 0;
  watched.changed();
  kiosk.show(screens::AtPad{carrots});  // a sheet over the same cell
  CHECK(watched.server->looked_between == 0);
  kiosk.app().work_on(next_carrots);
  kiosk.show(screens::AtPad{next_carrots});
  CHECK(watched.server->looked_between == 1);
  kiosk.app().home();
  kiosk.show(screens::AtOverview{});
  const int at_home = watched.server->looked_between;
  CHECK(at_home > 1);
  watched.changed();  // nobody has a cell open: at once
  CHECK(watched.server->looked_between == at_home + 1);
}

TEST_CASE("a push that was cut off is asked about at the next start") {
  Watched watched;
  watched.unfinished = true;
  support::DemoApp kiosk(panel, ui::Language::fr, "Maria", watched.make());
  kiosk.headless().redraw();
  kiosk.tap("question.no");
  CHECK(watched.server->errands == std::vector<std::string>{"leave"});
}
