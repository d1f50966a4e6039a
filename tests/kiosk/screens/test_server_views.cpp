// The screens of the live server: every state in every size and language without a fault, their
// targets by name, and as pictures to look at:
//   ROMAINE_PICTURES=/some/folder test_kiosk "[.server-pictures]"
#include <catch2/catch.hpp>

#include "kiosk/screens/common/server_words.hpp"
#include "kiosk/screens/push/presenter.hpp"
#include "kiosk/screens/push/view.hpp"
#include "kiosk/screens/server/presenter.hpp"
#include "kiosk/screens/server/view.hpp"
#include "kiosk/screens/server_scenes.hpp"
#include "support/kiosk/look.hpp"
#include "support/kiosk/screen_driver.hpp"

using namespace screens;
using namespace server_scenes;
using support::ScreenDriver;

namespace {

auto view_of(const Draw& draw) {
  return [&draw](ui::Ui& ui) -> std::optional<int> {
    draw(ui);
    return std::nullopt;
  };
}

void check_everywhere(const std::string& name, const Draw& draw, ScreenDriver& driver) {
  for (const ui::Panel& panel : support::all_panels())
    for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
      for (const ui::Language language : ui::all_languages) {
        driver.ui().change({.panel = panel, .size = size, .language = language});
        driver.settle(view_of(draw));
        INFO(name << " " << panel.width << "x" << panel.height << " " << ui::code_of(language)
                  << " large " << (size == ui::InterfaceSize::large));
        CHECK(driver.faults() == std::vector<std::string>{});
      }
}

}  // namespace

TEST_CASE("the screens of the server have no fault in any size, language and state") {
  ScreenDriver driver;
  for (const Scene& scene : scenes()) {
    Coop coop;
    check_everywhere(scene.name, scene.make(coop), driver);
  }
}

TEST_CASE("every trouble of the server fits in every size and language") {
  ScreenDriver driver;
  Coop coop;
  for (int i = 0; i <= static_cast<int>(domain::Fault::io); ++i) {
    coop.server.now.failure = ServerFailure{
        .kind = ServerRun::push, .at = {}, .error = {static_cast<domain::Fault>(i), "in English"}};
    coop.server.now.failure->done = 31;
    coop.server.now.failure->of = 57;
    auto page = std::make_shared<server::Presenter>(coop.desk);
    check_everywhere(
        "fault " + std::to_string(i), [page](ui::Ui& ui) { server::draw(page->state(), ui); },
        driver);
  }
  coop.server.now.failure.reset();
  coop.server.planned.conflicts.clear();
  for (int i = 0; i <= static_cast<int>(OrderTrouble::pages_torn); ++i) {
    coop.server.planned.orders.front().trouble = static_cast<OrderTrouble>(i);
    auto page = std::make_shared<push::Presenter>(coop.desk);
    check_everywhere(
        "order " + std::to_string(i), [page](ui::Ui& ui) { push::draw(page->state(), ui); },
        driver);
  }
}

TEST_CASE("the targets of the server's screens bear the names of the contract") {
  Coop named;
  const std::string leeks = std::to_string(named.desk.article("Poireaux").value);
  const std::string riquet = std::to_string(named.desk.id("Poireaux", "Rue Riquet").value);
  struct Expected {
    const char* scene;
    std::vector<std::string> names;
  };
  const Expected rows[] = {
      {"serveur-page", {"server.pull", "server.push", "end.export", "server.differences"}},
      {"serveur-panne", {"server.pull", "server.push"}},
      {"serveur-court", {"server.cancel"}},
      {"serveur-reprise", {"question.yes", "question.no"}},
      {"serveur",
       {"conflict." + riquet + ".ours", "conflict." + riquet + ".server", "server.push", "list.up",
        "list.down"}},
      {"serveur-conflits",
       {"conflict." + leeks + ".ours", "conflict." + leeks + ".server",
        "conflict." + riquet + ".ours"}},
      {"serveur-recu", {"receipt.print", "end.export", "receipt.day", "header.server"}}};
  ScreenDriver driver;
  for (const Expected& row : rows)
    for (const Scene& scene : scenes()) {
      if (std::string_view(scene.name) != row.scene) continue;
      Coop coop;
      driver.settle(view_of(scene.make(coop)));
      for (const std::string& name : row.names) {
        INFO(row.scene << " " << name);
        CHECK(driver.ui().targets().find(name) != nullptr);
      }
    }
}

TEST_CASE("the lamp counts what is not sent, and says when the server is in trouble") {
  Coop coop;
  ScreenDriver driver({.panel = ui::usual_panel(1280, 800)});
  const auto lamp = [&] {
    server::Presenter page(coop.desk);
    driver.settle([&](ui::Ui& ui) { return server::draw(page.state(), ui); });
    return driver.text("header.server");
  };
  CHECK(lamp() == "118 à envoyer");
  coop.server.now.to_send = 0;
  CHECK(lamp() == "À jour");
  coop.server.now.failure = ServerFailure{.kind = ServerRun::pull, .at = {}, .error = {}};
  CHECK(lamp() == "Serveur");
}

TEST_CASE("the server's screens, drawn to look at", "[.server-pictures]") {
  for (const Scene& scene : scenes()) {
    Coop coop;
    support::write_pictures(scene.name, scene.make(coop));
  }
}
