// Every screen of the running kiosk, on the demo's day, at every size and in every language: no
// doubled names, nothing too small, too close or cut off, no text wider than its box.
#include <catch2/catch.hpp>
#include <map>

#include "kiosk/ui/audit.hpp"
#include "support/kiosk/demo_app.hpp"
#include "support/kiosk/fake_server_desk.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace {

const domain::CellId carrots{1010314}, eggs{1030514}, cheese{1020101};
const domain::OrderArticleId carrots_article{10103};

std::map<std::string, screens::Place> all_places() {
  using namespace screens;
  return {
      {"who", AtWho{}},
      {"overview", AtOverview{}},
      {"person", AtPerson{}},
      {"matrix", AtMatrix{carrots}},
      {"find", AtFind{}},
      {"whole", AtWhole{}},
      {"crate", AtCrate{"Les Mirabelles"}},
      {"weighing", AtCell{carrots}},
      {"counting", AtCell{eggs}},
      {"pad", AtPad{carrots}},
      {"counting pad", AtPad{eggs}},
      {"shortfall", AtShortfall{.cell = carrots, .at_hand = domain::grams(912)}},
      {"received", AtReceived{carrots_article}},
      {"unit", AtUnit{"pièce ~1,5 kg", {}}},
      {"scale trouble", AtTrouble{Device::scale}},
      {"printer trouble", AtTrouble{Device::printer}},
      {"undo", AtUndo{}},
      {"end", AtEnd{}},
      {"server", AtServer{}},
      {"changes on the server", AtChanges{}},
      {"push", AtPush{}},
      {"differences", AtDifferences{}},
      {"receipt", AtReceipt{}},
      {"imported", AtOutcome{AtOutcome::imported, "3 commandes sont importées.", {}}},
      {"refused files",
       AtOutcome{AtOutcome::import_failed,
                 "Aucune commande n’a pu être lue. La journée est comme avant.",
                 {"groups.html: the page ends too early", "login.html: a login page"}}},
      {"refused journal", AtRefused{"the journal /data/romaine.sqlite is damaged; it stays as it "
                                    "is, restore a backup with 'romaine journal restore FILE'"}},
  };
}

// A server with a little of everything; its screens' other states: test_server_views.cpp.
std::unique_ptr<kiosk::ServerSide> busy_server(const kiosk::ServerSurroundings&) {
  auto server = std::make_unique<support::FakeServerDesk>();
  const auto grams = [](std::int64_t g) { return domain::Quantity(g * 1000); };
  server->now.address = "foodsoft.example/f";
  server->now.to_send = 118;
  server->changed.cells = {{carrots, "Les Mirabelles", "Carottes", grams(1250), grams(1200)}};
  server->planned.from = screens::PushPlan::server;
  server->planned.cells = {
      {carrots, {101}, "Les Mirabelles", "Carottes", grams(1250), grams(1262)}};
  server->planned.conflicts = {{.cell = cheese,
                                .article = carrots_article,
                                .ordergroup = "Bel-Air",
                                .name = "Tomme",
                                .ours = domain::whole_units(1),
                                .server = domain::whole_units(2),
                                .seen_at = {}}};
  server->proof = screens::Receipt{};
  return server;
}

std::string listed(const std::vector<std::string>& faults) {
  std::string text;
  for (const auto& fault : faults) text += "\n  " + fault;
  return text;
}

}  // namespace

TEST_CASE("every screen holds at every size and in every language") {
  for (const auto& panel : support::all_panels())
    for (const auto language : ui::all_languages) {
      support::DemoApp kiosk(panel, language, "Maria", busy_server);
      for (const auto& [name, place] : all_places()) {
        kiosk.show(place);
        const auto faults = ui::faults(kiosk.ui());
        INFO(name << " " << panel.width << "x" << panel.height << " " << ui::code_of(language)
                  << listed(faults));
        CHECK(faults.empty());
      }
    }
}

TEST_CASE("questions hold too, and going back leaves everything as it was") {
  for (const auto& panel : support::all_panels()) {
    support::DemoApp kiosk(panel, ui::Language::de);
    kiosk.show(screens::AtOverview{});
    kiosk.tap("overview.new");
    INFO(panel.width << "x" << panel.height << listed(ui::faults(kiosk.ui())));
    CHECK(ui::faults(kiosk.ui()).empty());
    kiosk.tap("question.no");
    CHECK(kiosk.app().day_name() == "Samedi 14 mars");
    kiosk.tap("overview.new");
    kiosk.tap("question.yes");
    CHECK(kiosk.app().day().orders().empty());
  }
}
