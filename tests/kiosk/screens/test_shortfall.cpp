#include <catch2/catch.hpp>

#include "kiosk/screens/shortfall/presenter.hpp"
#include "kiosk/screens/weighing/presenter.hpp"
#include "support/kiosk/fake_desk.hpp"

using namespace screens;
using namespace screens::shortfall;
using domain::Cause;
using domain::grams;
using support::FakeDesk;

namespace {

struct Table {
  explicit Table(std::int64_t at_hand = 912) {
    desk.put(at_hand);
    desk.weighing().open(cell,
                         domain::aim_of(desk.day(), desk.at("Carottes", "Les Mirabelles"), {}));
    desk.go(AtCell{cell});
    place.at_hand = grams(at_hand);
    desk.go(place);
    presenter.emplace(desk, place);
  }
  domain::CellFigures figures() const { return desk.figures("Carottes", "Les Mirabelles"); }
  const State& state() const { return presenter->state(); }
  void act(const Action& action) { presenter->act(action); }

  FakeDesk desk{R"(
Carottes | 1 kg | Bel-Air 1500 | Les Mirabelles 1250 | Montreuil 800 | Pantin 500
Œufs | boîte de 6 | Les Mirabelles 3 | Montreuil 1
)"};
  domain::CellId cell = desk.id("Carottes", "Les Mirabelles");
  AtShortfall place{.cell = cell};
  std::optional<Presenter> presenter;
};

}  // namespace

TEST_CASE("the sheet says what is missing, what is left, and who waits") {
  Table table;
  table.desk.receive("Carottes", grams(4000));
  table.desk.weigh("Carottes", "Bel-Air", 1500);
  table.presenter->refresh();
  const State& s = table.state();
  CHECK(s.missing == NamedAmount(grams(338)));
  CHECK(s.given == NamedAmount(grams(912)));
  CHECK(s.left == NamedAmount(grams(1588)));
  REQUIRE(s.waiting.size() == 2);
  CHECK(s.waiting[0].name == "Montreuil");
  CHECK(s.asked_by_them == NamedAmount(grams(1300)));
  CHECK(s.cause.kind == Cause::short_delivery);
}

TEST_CASE("noting saves bag and shortfall in one transaction and goes on") {
  Table table;
  table.act(Choose{{Cause::damaged, {}}});
  table.act(Note{});
  REQUIRE(table.desk.entries().size() == 2);
  CHECK(std::get<domain::Weighed>(table.desk.entries()[0].body).net == grams(912));
  CHECK(table.desk.last<domain::ShortfallNoted>().cause.kind == Cause::damaged);
  CHECK(table.figures().state == domain::CellState::short_given);
  CHECK(table.desk.place() == Place(AtCell{table.desk.id("Carottes", "Montreuil")}));
  CHECK(table.desk.stack.size() == 2);
}

TEST_CASE("one undo takes bag and shortfall back") {
  Table table;
  table.act(Note{});
  weighing::Presenter next(table.desk, table.desk.id("Carottes", "Montreuil"));
  next.act(weighing::Undo{});
  CHECK(table.figures().state == domain::CellState::to_do);
  CHECK(table.figures().bags == 0);
}

TEST_CASE("when the disk refuses, nothing of it is noted") {
  Table table;
  table.desk.failure = domain::Error{domain::Fault::disk_full, "no room"};
  table.act(Note{});
  CHECK(table.state().failed == domain::Fault::disk_full);
  CHECK(table.desk.entries().empty());
  CHECK(table.desk.place() == Place(table.place));
}

TEST_CASE("without a bag the cell is absent, and nothing is weighed") {
  Table table(0);
  CHECK_FALSE(table.state().has_bag);
  CHECK(table.state().cause.kind == Cause::not_delivered);
  table.act(MoreBags{});
  CHECK(table.desk.entries().empty());
  table.act(Note{});
  CHECK(table.desk.entries().size() == 1);
  CHECK(table.figures().state == domain::CellState::absent);
}

TEST_CASE("one more bag saves this one and stays at the cell") {
  Table table;
  table.act(MoreBags{});
  CHECK(table.desk.entries().size() == 1);
  CHECK(table.desk.place() == Place(AtCell{table.cell}));
  weighing::Presenter weigh(table.desk, table.cell);
  CHECK(weigh.state().already == grams(912));
  CHECK(weigh.state().say == weighing::Say::same_load);
}

TEST_CASE("nothing more today asks, then notes it in every open cell of the article") {
  Table table;
  table.desk.weigh("Carottes", "Bel-Air", 1500);
  table.act(NothingToday{});
  CHECK(table.state().ask_all);
  CHECK(table.desk.entries().size() == 1);
  SECTION("no") {
    table.act(Answer{false});
    CHECK_FALSE(table.state().ask_all);
    CHECK(table.desk.entries().size() == 1);
  }
  SECTION("yes") {
    table.presenter->refresh();
    table.act(Answer{true});
    CHECK(table.desk.entries().size() == 5);
    CHECK(table.figures().state == domain::CellState::short_given);
    CHECK(table.desk.figures("Carottes", "Montreuil").state == domain::CellState::absent);
    CHECK(table.desk.figures("Carottes", "Pantin").state == domain::CellState::absent);
    CHECK(table.desk.figures("Carottes", "Bel-Air").state == domain::CellState::weighed);
    CHECK(table.desk.figures("Œufs", "Montreuil").state == domain::CellState::to_do);
  }
}

TEST_CASE("another reason stands until a nearer one is chosen; the arrow leads back to the four") {
  Table table;
  table.act(OpenOther{"autre"});
  CHECK(table.state().other_open);
  CHECK(table.state().cause == Cause{Cause::other, "autre"});
  table.act(Choose{{Cause::other, "tombé"}});
  table.act(Header{ui::HeaderTap::back});
  CHECK_FALSE(table.state().other_open);
  CHECK(table.desk.place() == Place(table.place));
  table.act(Note{});
  CHECK(table.desk.last<domain::ShortfallNoted>().cause.text == "tombé");
}

TEST_CASE("more goods come into the bag while the sheet is open; lifted, it stays what it was") {
  Table table;
  table.desk.put(1000);
  table.presenter->refresh();
  CHECK(table.state().at_hand == NamedAmount(grams(1000)));
  table.desk.moving(1100);
  table.presenter->refresh();
  CHECK(table.state().wait == Wait::moving);
  table.desk.put(0);
  table.presenter->refresh();
  CHECK(table.state().at_hand == NamedAmount(grams(1000)));
  CHECK(table.state().wait == Wait::no);
  table.desk.put(600);
  table.presenter->refresh();
  CHECK(table.state().at_hand == NamedAmount(grams(1000)));
}

TEST_CASE("a cell that lacks nothing, or whose shortfall is noted, is not noted again") {
  Table table(1250);
  CHECK(table.state().wait == Wait::nothing_missing);
  table.act(Note{});
  CHECK(table.desk.entries().empty());
  table.desk.note_short("Carottes", "Les Mirabelles");
  table.presenter->refresh();
  CHECK(table.state().wait == Wait::noted_before);
}

TEST_CASE("a dead scale: the weight at hand is typed") {
  Table table(0);
  table.desk.trouble(domain::Trouble::silent);
  table.presenter->refresh();
  CHECK(table.state().scale_silent);
  table.act(TypeWeight{});
  CHECK(table.desk.place() == Place(AtPad{table.cell, PadFor::shortfall}));
  Presenter typed(
      table.desk,
      AtShortfall{.cell = table.cell, .at_hand = grams(700), .typed = domain::Typed::yes});
  typed.act(Note{});
  const auto& bag = std::get<domain::Weighed>(table.desk.entries()[0].body);
  CHECK(bag.net == grams(700));
  CHECK(bag.typed == domain::Typed::yes);
  CHECK(bag.scale.empty());
}

TEST_CASE("counted cells: what is in hand is noted with the shortfall") {
  Table table;
  const auto cell = table.desk.id("Œufs", "Les Mirabelles");
  Presenter sheet(table.desk, AtShortfall{.cell = cell, .counted = domain::whole_units(2)});
  CHECK(sheet.state().missing == NamedAmount(Pieces{domain::whole_units(1), "boîte de 6"}));
  sheet.act(Note{});
  CHECK(table.desk.figures("Œufs", "Les Mirabelles").state == domain::CellState::short_given);
  CHECK(table.desk.figures("Œufs", "Les Mirabelles").counted == domain::whole_units(2));
}
