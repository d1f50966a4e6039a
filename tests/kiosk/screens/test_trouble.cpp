#include <catch2/catch.hpp>

#include "kiosk/screens/trouble/presenter.hpp"
#include "support/kiosk/fake_desk.hpp"

using namespace screens;
using namespace screens::trouble;
using domain::grams;
using domain::Moment;
using support::FakeDesk;

namespace {

struct Table {
  Table() { desk.go(AtCell{desk.id("Carottes", "Les Mirabelles")}); }
  Presenter at(Device device) {
    desk.go(AtTrouble{device});
    return Presenter(desk, AtTrouble{device});
  }
  FakeDesk desk{R"(
Carottes | 1 kg | Bel-Air 1500 | Les Mirabelles 1250 | Montreuil 800
Œufs | boîte de 6 | Les Mirabelles 3
)"};
};

}  // namespace

TEST_CASE("a silent scale: since when, what is saved, and the pad as the way on") {
  Table table;
  table.desk.weigh("Carottes", "Bel-Air", 1500);
  table.desk.pass(Moment(6 * 60'000));
  table.desk.trouble(domain::Trouble::silent);
  Presenter presenter = table.at(Device::scale);
  CHECK(presenter.state().scale == domain::Trouble::silent);
  CHECK(presenter.state().since == "10:46");
  CHECK(presenter.state().bags == 1);
  CHECK(presenter.state().by_weight);
  presenter.act(TypeWeight{});
  CHECK(table.desk.place() == Place(AtPad{table.desk.id("Carottes", "Les Mirabelles")}));
  CHECK(table.desk.stack.size() == 3);
}

TEST_CASE("a reading that grew old is silence") {
  Table table;
  table.desk.put(500);
  table.desk.time += Moment(2000);
  CHECK(table.at(Device::scale).state().scale == domain::Trouble::silent);
}

TEST_CASE("a scale that answers is told to answer, and asked again on demand") {
  Table table;
  table.desk.put(500);
  Presenter presenter = table.at(Device::scale);
  CHECK(presenter.state().scale == domain::Trouble::none);
  CHECK(presenter.state().shows == grams(500));
  presenter.act(Retry{});
  CHECK(table.desk.errands == std::vector<std::string>{"retry scale"});
  presenter.act(Header{ui::HeaderTap::scale});
  CHECK(table.desk.place() == Place(AtTrouble{Device::scale}));
  presenter.act(Continue{});
  CHECK(std::holds_alternative<AtCell>(table.desk.place()));
}

TEST_CASE("a printer without labels: how many wait, and since whose bag") {
  Table table;
  table.desk.printing = PrinterTrouble::no_labels;
  table.desk.lamps.waiting_labels = 2;
  const domain::Body bags[] = {
      domain::Weighed{.on = table.desk.day().on(table.desk.at("Carottes", "Bel-Air")),
                      .net = grams(1500),
                      .label = domain::Label::due},
      domain::Weighed{.on = table.desk.day().on(table.desk.at("Carottes", "Montreuil")),
                      .net = grams(800),
                      .label = domain::Label::due}};
  REQUIRE(table.desk.save(bags));
  Presenter presenter = table.at(Device::printer);
  CHECK(presenter.state().printer == PrinterTrouble::no_labels);
  CHECK(presenter.state().waiting == 2);
  CHECK(presenter.state().waiting_since == "Bel-Air");
  presenter.act(Retry{});
  CHECK(table.desk.errands == std::vector<std::string>{"retry printer"});
}

TEST_CASE("trouble without an open cell has no pad to offer") {
  FakeDesk desk("Carottes | 1 kg | Bel-Air 1500");
  desk.trouble(domain::Trouble::unplugged);
  Presenter presenter(desk, AtTrouble{Device::scale});
  CHECK_FALSE(presenter.state().has_cell);
  presenter.act(TypeWeight{});
  CHECK(desk.place() == Place(AtOverview{}));
}
