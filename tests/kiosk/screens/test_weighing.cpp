#include <catch2/catch.hpp>

#include "kiosk/screens/weighing/presenter.hpp"
#include "support/kiosk/fake_desk.hpp"

using namespace screens;
using namespace screens::weighing;
using domain::grams;
using domain::Moment;
using domain::whole_units;
using support::FakeDesk;

namespace {

constexpr const char* carrots = R"(
= Ferme des Aulnes
Carottes | 1 kg | Bel-Air 1500 | Les Mirabelles 1250 | Montreuil 800
Navets | 500 g | Bel-Air 1000
)";

struct Table {
  explicit Table(const char* ordergroup = "Les Mirabelles", const char* article = "Carottes")
      : cell(desk.id(article, ordergroup)) {
    desk.go(AtCell{cell});
  }
  void put(std::int64_t g) {
    desk.put(g);
    presenter.refresh();
  }
  domain::CellFigures figures() const { return desk.day().figures(*desk.day().find(cell)); }
  const State& state() const { return presenter.state(); }

  FakeDesk desk{carrots};
  domain::CellId cell;
  Presenter presenter{desk, cell};
};

domain::CellId open_cell(const FakeDesk& desk) { return std::get<AtCell>(desk.place()).cell; }

}  // namespace

TEST_CASE("what the strip and the accent say of a load") {
  struct Row {
    std::int64_t grams;
    Say say;
    std::int64_t amount;
    Save save;
  };
  const auto row = GENERATE(values<Row>({{0, Say::place, 1250, Save::wait_load},
                                         {4, Say::dirty_pan, 1246, Save::wait_load},
                                         {912, Say::add, 338, Save::wait_missing},
                                         {1224, Say::add, 26, Save::wait_missing},
                                         {1225, Say::good, -25, Save::ready},
                                         {1262, Say::good, 12, Save::ready},
                                         {1312, Say::good, 62, Save::ready},
                                         {1313, Say::take_off, 63, Save::keep},
                                         {1330, Say::take_off, 80, Save::keep}}));
  CAPTURE(row.grams);
  Table table;
  table.put(row.grams);
  CHECK(table.state().say == row.say);
  CHECK(table.state().amount == grams(row.amount));
  CHECK(table.state().save == row.save);
  CHECK(table.state().net == grams(row.grams));
}

TEST_CASE("a scale that cannot tell puts dashes and a sentence in place of the digits") {
  struct Row {
    domain::Trouble trouble;
    Say say;
  };
  const auto row = GENERATE(values<Row>({{domain::Trouble::overload, Say::overload},
                                         {domain::Trouble::underload, Say::underload},
                                         {domain::Trouble::under_zero, Say::under_zero},
                                         {domain::Trouble::not_a_mass, Say::not_a_mass},
                                         {domain::Trouble::silent, Say::silent},
                                         {domain::Trouble::unplugged, Say::silent}}));
  Table table;
  table.put(1262);
  table.desk.trouble(row.trouble);
  table.presenter.refresh();
  CHECK(table.state().say == row.say);
  CHECK_FALSE(table.state().digits);
  CHECK(table.state().save == Save::wait_scale);
  table.presenter.act(Keep{});
  CHECK(table.desk.entries().empty());
}

TEST_CASE("a reading that stopped coming is not saved") {
  Table table;
  table.put(1262);
  REQUIRE(table.presenter.deadline());
  table.desk.time = *table.presenter.deadline();
  table.presenter.refresh();
  CHECK(table.state().say == Say::silent);
  table.presenter.act(Keep{});
  CHECK(table.desk.entries().empty());
}

TEST_CASE("saving writes what was weighed and goes to the next cell of the walk") {
  Table table;
  table.put(50);
  table.presenter.act(Tare{});
  table.put(1312);
  CHECK(table.state().net == grams(1262));
  CHECK(table.state().gross == grams(1312));
  table.presenter.act(Keep{});
  const auto& bag = table.desk.last<domain::Weighed>();
  CHECK(bag.on.cell == table.cell);
  CHECK(bag.on.base == domain::Quantity(1'250'000));
  CHECK(bag.net == grams(1262));
  CHECK(bag.tare == grams(50));
  CHECK(bag.typed == domain::Typed::no);
  CHECK(bag.label == domain::Label::due);
  CHECK(bag.scale == "8217");
  CHECK(open_cell(table.desk) == table.desk.id("Carottes", "Montreuil"));
  CHECK(table.desk.stack.size() == 2);

  Presenter next(table.desk, open_cell(table.desk));
  CHECK(next.state().say == Say::same_load);
  CHECK(next.state().save == Save::wait_change);
  REQUIRE(next.state().saved);
  CHECK(next.state().saved->name == "Les Mirabelles");
  CHECK(next.state().tare == grams(0));
  next.act(Keep{});
  CHECK(table.desk.entries().size() == 1);
  table.desk.pass(Moment(4000));
  next.refresh();
  CHECK_FALSE(next.state().saved);
}

TEST_CASE("what the disk refuses is not said to be saved, and nothing changes") {
  Table table;
  table.desk.failure = domain::Error{domain::Fault::disk_full, "no room"};
  table.put(1262);
  table.presenter.act(Keep{});
  CHECK(table.state().failed == domain::Fault::disk_full);
  CHECK_FALSE(table.state().saved);
  CHECK(open_cell(table.desk) == table.cell);
  CHECK(table.figures().bags == 0);
  table.desk.failure.reset();
  table.presenter.act(Keep{});
  CHECK_FALSE(table.state().failed);
  CHECK(table.figures().given == domain::Quantity(1'262'000));
}

TEST_CASE("over the band one tap keeps it; far over it asks once") {
  Table table;
  SECTION("over") {
    table.put(1330);
    table.presenter.act(Keep{});
    CHECK(table.figures().state == domain::CellState::over);
  }
  SECTION("far over, kept") {
    table.put(1500);
    table.presenter.act(Keep{});
    CHECK(table.state().ask_far_over);
    CHECK(table.figures().bags == 0);
    table.presenter.act(Answer{true});
    CHECK(table.figures().weighed == grams(1500));
  }
  SECTION("far over, not kept") {
    table.put(1500);
    table.presenter.act(Keep{});
    table.presenter.act(Answer{false});
    CHECK_FALSE(table.state().ask_far_over);
    CHECK(table.figures().bags == 0);
  }
}

TEST_CASE("a further bag aims at what is missing, and the screen says what is there already") {
  Table table;
  table.desk.weigh("Carottes", "Les Mirabelles", 912);
  table.put(338);
  CHECK(table.state().already == grams(912));
  CHECK(table.state().asked == grams(1250));
  CHECK(table.state().say == Say::good);
  table.presenter.act(Keep{});
  CHECK(table.figures().weighed == grams(1250));
  CHECK(table.figures().bags == 2);
}

TEST_CASE("undo counters what was saved last and goes back to its cell") {
  Table table;
  table.put(1262);
  table.presenter.act(Keep{});
  Presenter next(table.desk, open_cell(table.desk));
  next.act(Undo{});
  CHECK(table.figures().bags == 0);
  CHECK(open_cell(table.desk) == table.cell);
  CHECK(table.desk.last<domain::Undone>().target.seq == 1);
  Presenter again(table.desk, table.cell);
  CHECK(again.state().save == Save::ready);
}

TEST_CASE("the last cell of the day leads home") {
  FakeDesk desk("Carottes | 1 kg | Bel-Air 1500");
  desk.go(AtMatrix{});
  desk.go(AtCell{desk.id("Carottes", "Bel-Air")});
  desk.put(1500);
  Presenter presenter(desk, desk.id("Carottes", "Bel-Air"));
  presenter.act(Keep{});
  CHECK(desk.stack == std::vector<Place>{AtOverview{}});
}

TEST_CASE("too little takes the bag at hand along, a bag saved already not") {
  Table table;
  table.put(912);
  table.presenter.act(TooLittle{});
  CHECK(table.desk.place() == Place(AtShortfall{.cell = table.cell, .at_hand = grams(912)}));
  table.desk.stack.pop_back();
  table.desk.moving(700);
  table.presenter.refresh();
  table.presenter.act(TooLittle{});
  CHECK(table.desk.place() == Place(AtShortfall{.cell = table.cell}));
}

TEST_CASE("what the crate will lack is said before it is empty") {
  Table table;
  table.desk.receive("Carottes", grams(3000));
  table.desk.weigh("Carottes", "Bel-Air", 1500);
  table.presenter.refresh();
  CHECK(table.state().left == grams(1500));
  CHECK(table.state().still_asked == grams(2050));
  CHECK(table.state().will_lack == grams(550));
  REQUIRE(table.state().next);
  CHECK(table.state().next->name == "Montreuil");
}

TEST_CASE("the list tells every cell of the run by shape and amount") {
  Table table;
  table.desk.weigh("Carottes", "Bel-Air", 1512);
  table.desk.weigh("Carottes", "Montreuil", 600);
  table.desk.note_short("Carottes", "Montreuil");
  table.presenter.refresh();
  REQUIRE(table.state().cells.size() == 3);
  CHECK(table.state().bag == 2);
  CHECK(table.state().cells[0].state == ui::Glyph::good);
  CHECK(table.state().cells[0].amount == NamedAmount(grams(1512)));
  CHECK(table.state().cells[1].state == ui::Glyph::current);
  CHECK(table.state().cells[1].amount == NamedAmount(grams(1250)));
  CHECK(table.state().cells[2].state == ui::Glyph::shortfall);
  table.presenter.act(ToCell{table.desk.id("Carottes", "Bel-Air").value});
  CHECK(open_cell(table.desk) == table.desk.id("Carottes", "Bel-Air"));
}

TEST_CASE("with hands full, lifting a bag that stood good for 1.5 s saves it") {
  Table table;
  table.desk.set_hands_full(HandsFull::on);
  table.put(1262);
  table.desk.pass(Moment(1000));
  table.presenter.refresh();
  CHECK(table.state().say == Say::good);
  SECTION("lifted after 1.5 s") {
    table.desk.pass(Moment(600));
    table.presenter.refresh();
    CHECK(table.state().say == Say::lift);
    table.put(0);
    CHECK(table.figures().weighed == grams(1262));
    CHECK(open_cell(table.desk) == table.desk.id("Carottes", "Montreuil"));
  }
  SECTION("lifted too soon") {
    table.put(0);
    CHECK(table.figures().bags == 0);
  }
}

TEST_CASE("crate by crate, the list names the articles of the ordergroup") {
  FakeDesk desk(carrots, domain::WalkBy::ordergroup);
  Presenter presenter(desk, desk.id("Carottes", "Bel-Air"));
  REQUIRE(presenter.state().cells.size() == 2);
  CHECK(presenter.state().cells[1].name == "Navets");
  CHECK(presenter.state().next->name == "Navets");
}
