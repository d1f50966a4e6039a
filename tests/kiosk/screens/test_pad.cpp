#include <catch2/catch.hpp>

#include "kiosk/screens/pad/presenter.hpp"
#include "support/kiosk/fake_desk.hpp"

using namespace screens;
using namespace screens::pad;
using domain::grams;
using domain::milligrams;
using domain::Quantity;
using support::FakeDesk;

namespace {

Calculator typed(const char* keys, Measures measures = Measures::weight) {
  Calculator line(measures);
  for (const char* key = keys; *key != '\0'; ++key)
    if (const auto pressed = key_of(*key)) press(line, *pressed);
  return line;
}

struct Table {
  explicit Table(const char* article = "Carottes", PadFor what = PadFor::saving)
      : cell(desk.id(article, "Les Mirabelles")), presenter(desk, AtPad{cell, what}) {
    desk.stack.push_back(AtCell{cell});
    desk.stack.push_back(AtPad{cell, what});
  }
  void type(const char* keys) {
    for (const char* key = keys; *key != '\0'; ++key) presenter.typed(*key);
  }
  const State& state() const { return presenter.state(); }

  FakeDesk desk{R"(
Carottes | 1 kg | Les Mirabelles 1250 | Montreuil 800
Œufs | boîte de 6 | Les Mirabelles 3 | Montreuil 1
)"};
  domain::CellId cell;
  Presenter presenter;
};

}  // namespace

TEST_CASE("the calculator line in grams, and in kilograms with a comma") {
  struct Row {
    const char* keys;
    const char* text;
    std::int64_t mg;
  };
  const auto row = GENERATE(values<Row>({{"912", "912", 912'000},
                                         {"192+167", "192 + 167", 359'000},
                                         {"3*1,25", "3 × 1,25", 3'750'000},
                                         {"625*2", "625 × 2", 1'250'000},
                                         {"2+3*4", "2 + 3 × 4", 14'000},
                                         {"1,5+200", "1,5 + 200", 201'500'000},
                                         {"192+", "192 +", 192'000},
                                         {"192+*2", "192 × 2", 384'000},
                                         {",5", "0,5", 500'000},
                                         {"1,,2345", "1,234", 1'234'000},
                                         {"007", "7", 7'000},
                                         {"12\b3", "13", 13'000},
                                         {"0,001*1,5", "0,001 × 1,5", 1'500}}));
  CAPTURE(row.keys);
  const Calculator line = typed(row.keys);
  CHECK(line.text(',') == row.text);
  REQUIRE(line.weight());
  CHECK(*line.weight() == milligrams(row.mg));
}

TEST_CASE("a line without a number, or beyond what the server holds, comes to nothing") {
  CHECK_FALSE(typed("").weight());
  CHECK_FALSE(typed("+*").weight());
  CHECK_FALSE(typed("999999*999999").weight());
  CHECK_FALSE(typed("999999*999999*999999").weight());
  CHECK_FALSE(typed("99999,9+1").weight());
  CHECK(typed("99999,999").weight() == milligrams(99'999'999'000));
  CHECK_FALSE(typed("5", Measures::pieces).weight());
}

TEST_CASE("counted units take up to three decimals") {
  CHECK(typed("1,5", Measures::pieces).quantity() == Quantity(1'500'000));
  CHECK(typed("2*6", Measures::pieces).quantity() == domain::whole_units(12));
  CHECK(typed("0,001*0,5", Measures::pieces).quantity() == Quantity(1'000));
}

TEST_CASE("strip and accent of a typed weight") {
  struct Row {
    const char* keys;
    Say say;
    std::int64_t amount;
    Save save;
  };
  const auto row = GENERATE(values<Row>({{"", Say::type, 0, Save::wait_number},
                                         {"0", Say::type, 0, Save::wait_number},
                                         {"192+167", Say::add, 891, Save::wait_missing},
                                         {"625*2", Say::good, 0, Save::ready},
                                         {"1,262", Say::good, 12, Save::ready},
                                         {"1330", Say::take_off, 80, Save::keep}}));
  CAPTURE(row.keys);
  Table table;
  table.type(row.keys);
  CHECK(table.state().say == row.say);
  CHECK(table.state().save == row.save);
  if (row.say != Say::type) CHECK(table.state().amount == NamedAmount(grams(row.amount)));
}

TEST_CASE("what is typed is saved as typed, also with a dead scale, and the next cell comes") {
  Table table;
  table.desk.trouble(domain::Trouble::silent);
  table.presenter.refresh();
  CHECK(table.state().scale_silent);
  table.type("625*2");
  CHECK(table.state().exact);
  table.presenter.act(Keep{});
  const auto& bag = table.desk.last<domain::Weighed>();
  CHECK(bag.net == grams(1250));
  CHECK(bag.typed == domain::Typed::yes);
  CHECK(bag.division == grams(1));
  CHECK(bag.scale.empty());
  CHECK(bag.label == domain::Label::due);
  CHECK(table.desk.stack ==
        std::vector<Place>{AtOverview{}, AtCell{table.desk.id("Carottes", "Montreuil")}});
}

TEST_CASE("too little typed is not saved; Enter on a keyboard does not either") {
  Table table;
  table.type("912\n");
  CHECK(table.desk.entries().empty());
  CHECK(table.state().save == Save::wait_missing);
}

TEST_CASE("far over what was asked is asked once") {
  Table table;
  table.type("12500\n");
  CHECK(table.state().ask_far_over);
  CHECK(table.desk.entries().empty());
  table.presenter.act(Answer{true});
  CHECK(table.desk.last<domain::Weighed>().net == grams(12500));
}

TEST_CASE("a typed bag that the disk refuses stays on the pad") {
  Table table;
  table.desk.failure = domain::Error{domain::Fault::disk_full, "no room"};
  table.type("1250\n");
  CHECK(table.state().failed == domain::Fault::disk_full);
  CHECK(table.state().line.text(',') == "1250");
  table.type("0");
  CHECK_FALSE(table.state().failed);
}

TEST_CASE("counted units are typed in the server's unit") {
  Table table("Œufs");
  table.type("3");
  CHECK(table.state().say == Say::good);
  table.type("\n");
  CHECK(table.desk.last<domain::Counted>().pieces == domain::whole_units(3));
  CHECK(table.desk.last<domain::Counted>().typed == domain::Typed::yes);
}

TEST_CASE("for the shortfall sheet the pad takes any number there") {
  Table table("Carottes", PadFor::shortfall);
  table.type("912");
  CHECK(table.state().save == Save::ready);
  table.presenter.act(Keep{});
  CHECK(table.desk.entries().empty());
  CHECK(table.desk.place() ==
        Place(AtShortfall{.cell = table.cell, .at_hand = grams(912), .typed = domain::Typed::yes}));
}
