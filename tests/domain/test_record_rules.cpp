#include <catch2/catch.hpp>

#include "domain/record_rules.hpp"
#include "support/journal_sample.hpp"

using namespace domain;

namespace {

// Cells 80, 81: "1 kg"; 82, 83: "botte"; 84, 85: a unit that nobody knows.
struct Book {
  Day day{{support::sample_order()}, {}};
  std::int64_t seq = 0;

  EntryRef add(Body body) {
    const EntryRef ref{"Table 1", ++seq};
    day.apply(Entry{ref, Stamp{seq}, 1, "", std::move(body)});
    return ref;
  }
  bool takes(const Body& body) const { return may_record(day, body).has_value(); }
  std::string why(const Body& body) const {
    const auto result = may_record(day, body);
    return result ? "" : result.error().detail;
  }
};

OnCell on(std::int64_t cell) { return {{cell}, {}, {}}; }
Weighed weighed(std::int64_t cell, Weight net, std::optional<Weight> tare = {}) {
  return {on(cell), net, tare, grams(1), {}, Typed::yes};
}
Counted counted(std::int64_t cell, Quantity pieces) { return {on(cell), pieces, Typed::yes}; }
ShortfallNoted shortfall(std::int64_t cell) { return {on(cell), {Cause::damaged, ""}}; }
UnitConfirmed unit(const char* text, UnitMeaning meaning) { return {text, meaning}; }

}  // namespace

TEST_CASE("a cell that no page lists takes nothing") {
  const Book book;
  CHECK_FALSE(book.takes(weighed(99, grams(1))));
  CHECK_FALSE(book.takes(counted(99, whole_units(1))));
  CHECK_FALSE(book.takes(shortfall(99)));
  CHECK_FALSE(book.takes(Received{{99}, whole_units(1)}));
}

TEST_CASE("a weight needs a unit that is known as a mass; the sentence says how to settle it") {
  Book book;
  CHECK(book.takes(weighed(80, grams(1))));
  CHECK_THAT(book.why(weighed(82, grams(1))), Catch::Contains("unit set \"botte\""));
  CHECK_THAT(book.why(weighed(84, grams(1))), Catch::Contains("unit set \"pièce ~1,5 kg\""));
  book.add(unit("pièce ~1,5 kg", mass_meaning("1.5 kg").value()));
  CHECK(book.takes(weighed(84, grams(1))));
  book.add(unit("pièce ~1,5 kg", pieces_meaning("1").value()));
  CHECK_FALSE(book.takes(weighed(84, grams(1))));
}

TEST_CASE("a unit that the server itself calls a piece is counted, whatever a person says") {
  auto order = support::sample_order();
  order.articles[1].unit = {"XPP", "pièce", {Measure::pieces, Fraction(1), UnitSource::code}};
  order.articles[2].unit = {
      "XBX", "boîte", {Measure::mass, Fraction(1'500'000), UnitSource::ratio}};
  const Book book{Day{{order}, {}}};
  CHECK_THAT(book.why(weighed(82, grams(1))), Catch::Contains("count it"));
  CHECK(book.takes(weighed(84, grams(1))));
}

TEST_CASE("amounts are above 0 and fit what the server keeps, alone and in the cell's sum") {
  Book book;
  CHECK_FALSE(book.takes(weighed(80, grams(0))));
  CHECK_FALSE(book.takes(weighed(80, milligrams(-1))));
  CHECK(book.takes(weighed(80, milligrams(1))));
  CHECK_FALSE(book.takes(weighed(80, grams(100), milligrams(-1))));
  CHECK_FALSE(book.takes(counted(82, Quantity(0))));
  CHECK_FALSE(book.takes(counted(82, whole_units(-1))));
  CHECK(book.takes(counted(82, largest_result)));
  CHECK_FALSE(book.takes(counted(82, largest_result + Quantity(1'000))));
  CHECK(book.takes(weighed(80, grams(99'999'999))));
  CHECK_FALSE(book.takes(weighed(80, grams(100'000'000))));
  CHECK_FALSE(book.takes(weighed(80, Weight(INT64_MAX))));

  book.add(counted(80, whole_units(99'999)));
  CHECK(book.takes(weighed(80, grams(999))));
  CHECK_FALSE(book.takes(weighed(80, grams(1'000))));
  CHECK_FALSE(book.takes(weighed(80, Weight(INT64_MAX))));
  CHECK_FALSE(book.takes(counted(80, whole_units(1))));
}

TEST_CASE("a second shortfall is refused until the first is undone; bags are taken and add") {
  Book book;
  const auto first = book.add(shortfall(80));
  CHECK_FALSE(book.takes(shortfall(80)));
  CHECK(book.takes(shortfall(81)));
  CHECK(book.takes(weighed(80, grams(100))));
  book.add(Undone{first});
  CHECK(book.takes(shortfall(80)));
}

TEST_CASE("what arrived is in kilograms where the unit is a mass by itself, else a number") {
  auto order = support::sample_order();
  order.articles[1].unit.meaning = {Measure::mass, Fraction(500'000), UnitSource::ratio};
  Book book{Day{{order}, {}}};
  CHECK(book.takes(Received{{63}, grams(18'500)}));
  CHECK(book.takes(Received{{63}, grams(0)}));
  CHECK_FALSE(book.takes(Received{{63}, whole_units(12)}));
  CHECK(book.takes(Received{{64}, whole_units(12)}));
  CHECK(book.takes(Received{{65}, whole_units(0)}));
  CHECK_FALSE(book.takes(Received{{65}, grams(100)}));
  CHECK_FALSE(book.takes(Received{{65}, largest_result + Quantity(1'000)}));
  CHECK_FALSE(book.takes(Received{{63}, Weight(INT64_MAX)}));
  book.add(unit("pièce ~1,5 kg", mass_meaning("1.5 kg").value()));
  CHECK(book.takes(Received{{65}, whole_units(12)}));
}

TEST_CASE("an undo names a standing entry that can be undone, of any station") {
  Book book;
  const auto bag = book.add(weighed(80, grams(100)));
  const auto word = book.add(unit("x", mass_meaning("1 kg").value()));
  const auto undo = book.add(Undone{book.add(counted(82, whole_units(1)))});
  book.day.apply(Entry{{"Table 2", 7}, Stamp{99}, 1, "", Body(shortfall(83))});
  CHECK(book.takes(Undone{bag}));
  CHECK(book.takes(Undone{{"Table 2", 7}}));
  CHECK_FALSE(book.takes(Undone{{"Table 2", 1}}));
  CHECK_FALSE(book.takes(Undone{{"Table 1", 99}}));
  CHECK_FALSE(book.takes(Undone{word}));
  CHECK_FALSE(book.takes(Undone{undo}));
  book.add(Undone{bag});
  CHECK_FALSE(book.takes(Undone{bag}));
}

TEST_CASE("a settled order takes nothing") {
  auto order = support::sample_order();
  order.state = ServerState::closed;
  const Book book{Day{{order}, {}}};
  CHECK_THAT(book.why(weighed(80, grams(1))), Catch::Contains("settled"));
  CHECK_FALSE(book.takes(counted(80, whole_units(1))));
  CHECK_FALSE(book.takes(shortfall(80)));
  CHECK_FALSE(book.takes(Received{{63}, grams(1)}));
}

TEST_CASE("what stands in an order that was settled meanwhile is not undone") {
  Book book;
  const auto bag = book.add(weighed(80, grams(100)));
  const auto arrived = book.add(Received{{63}, grams(5'000)});
  CHECK(book.takes(Undone{bag}));
  auto settled = support::sample_order();
  settled.state = ServerState::closed;
  book.day.set_reference(settled);
  CHECK_THAT(book.why(Undone{bag}), Catch::Contains("settled"));
  CHECK_THAT(book.why(Undone{arrived}), Catch::Contains("settled"));
}

TEST_CASE("what vanished from the pages can still be undone") {
  Book book;
  const auto bag = book.add(weighed(80, grams(100)));
  auto without = support::sample_order();
  without.cells.erase(without.cells.begin());
  book.day.set_reference(without);
  CHECK(book.takes(Undone{bag}));
}

TEST_CASE("a new word on a unit leaves the weighings that stand their meaning") {
  Book book;
  book.add(unit("pièce ~1,5 kg", mass_meaning("1.5 kg").value()));
  const auto bag = book.add(weighed(84, grams(1'400)));
  CHECK(book.takes(unit("pièce ~1,5 kg", mass_meaning("1.6 kg").value())));
  CHECK_FALSE(book.takes(unit("pièce ~1,5 kg", pieces_meaning("1").value())));
  CHECK_FALSE(book.takes(unit("pièce ~1,5 kg", volume_meaning("1 L").value())));
  CHECK(book.takes(unit("botte", pieces_meaning("1").value())));
  book.add(Undone{bag});
  CHECK(book.takes(unit("pièce ~1,5 kg", pieces_meaning("1").value())));
}

TEST_CASE("a printed label names a bag of the day; kinds of a newer Romaine are not recorded") {
  Book book;
  const auto bag = book.add(weighed(80, grams(100)));
  CHECK(book.takes(Printed{bag, "2900000000018"}));
  CHECK_FALSE(book.takes(Printed{{"Table 1", 9}, "2900000000018"}));
  CHECK_FALSE(book.takes(UnknownBody{"collected", "{}"}));
}
