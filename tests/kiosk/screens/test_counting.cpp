#include <catch2/catch.hpp>

#include "kiosk/screens/counting/presenter.hpp"
#include "support/kiosk/fake_desk.hpp"

using namespace screens;
using namespace screens::counting;
using domain::whole_units;
using support::FakeDesk;

namespace {

struct Table {
  Table() { desk.go(AtCell{cell}); }
  void add(int n) {
    for (int i = 0; i < n; ++i) presenter.act(Step{1});
  }
  domain::CellFigures figures() const { return desk.figures("Œufs", "Les Mirabelles"); }
  const State& state() const { return presenter.state(); }

  FakeDesk desk{"Œufs | boîte de 6 x12 | Bel-Air 2 | Les Mirabelles 3 | Montreuil 1"};
  domain::CellId cell = desk.id("Œufs", "Les Mirabelles");
  Presenter presenter{desk, cell};
};

}  // namespace

TEST_CASE("counting says what is missing, enough or too much") {
  struct Row {
    int count;
    Say say;
    std::int64_t amount;
  };
  const auto row = GENERATE(
      values<Row>({{0, Say::add, 3}, {2, Say::add, 1}, {3, Say::good, 0}, {4, Say::take_off, 1}}));
  Table table;
  table.add(row.count);
  CHECK(table.state().say == row.say);
  CHECK(table.state().amount == whole_units(row.amount));
  CHECK(table.state().count == whole_units(row.count));
}

TEST_CASE("a count never goes below nothing") {
  Table table;
  table.presenter.act(Step{-1});
  CHECK(table.state().count == whole_units(0));
}

TEST_CASE("too few are not saved; enough are, and the next cell comes") {
  Table table;
  table.add(2);
  table.presenter.act(Keep{});
  CHECK(table.desk.entries().empty());
  table.add(1);
  table.presenter.act(Keep{});
  const auto& counted = table.desk.last<domain::Counted>();
  CHECK(counted.pieces == whole_units(3));
  CHECK(counted.typed == domain::Typed::no);
  CHECK(counted.label == domain::Label::due);
  CHECK(table.figures().state == domain::CellState::counted);
  CHECK(table.desk.place() == Place(AtCell{table.desk.id("Œufs", "Montreuil")}));
}

TEST_CASE("more than asked is kept with one tap") {
  Table table;
  table.add(4);
  table.presenter.act(Keep{});
  CHECK(table.figures().state == domain::CellState::over);
}

TEST_CASE("a count that the disk refuses stays in hand") {
  Table table;
  table.desk.failure = domain::Error{domain::Fault::disk_full, "no room"};
  table.add(3);
  table.presenter.act(Keep{});
  CHECK(table.state().failed == domain::Fault::disk_full);
  CHECK(table.state().count == whole_units(3));
  CHECK(table.figures().bags == 0);
}

TEST_CASE("boxes are told with their factor, and what is left of them") {
  Table table;
  table.desk.receive("Œufs", whole_units(24));
  table.desk.count("Œufs", "Bel-Air", 2);
  table.add(2);
  REQUIRE(table.state().boxes);
  CHECK(table.state().boxes->boxes == 2);
  CHECK(table.state().boxes->each == 12);
  CHECK(table.state().left == whole_units(20));
}

TEST_CASE("a further bag counts on from what is there") {
  Table table;
  table.desk.count("Œufs", "Les Mirabelles", 1);
  table.presenter.refresh();
  CHECK(table.state().already == whole_units(1));
  table.add(2);
  CHECK(table.state().say == Say::good);
  table.presenter.act(Keep{});
  CHECK(table.figures().counted == whole_units(3));
}

TEST_CASE("too little takes the count in hand to the sheet") {
  Table table;
  table.add(2);
  table.presenter.act(TooLittle{});
  CHECK(table.desk.place() == Place(AtShortfall{.cell = table.cell, .counted = whole_units(2)}));
}
