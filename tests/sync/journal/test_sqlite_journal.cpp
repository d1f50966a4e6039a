#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "support/journal_sample.hpp"
#include "support/memory_journal.hpp"
#include "support/temporary_folder.hpp"
#include "sync/journal/journal_file.hpp"
#include "sync/journal/load_day.hpp"

using namespace domain;
using journal::Missing;
using support::counted;

namespace {

struct Bench {
  support::TemporaryFolder folder;
  std::int64_t wall = 1'700'000'000'000'000;

  journal::Clock clock() {
    return [this] { return Stamp{wall}; };
  }
  std::unique_ptr<journal::Journal> open(const std::string& station = "Table 1") {
    auto opened = journal::open_journal(folder.path(), station, clock(), Missing::created);
    if (!opened) FAIL(opened.error().detail);
    return std::move(*opened);
  }
};

Entry one(journal::Journal& journal, Body body) {
  const auto entries = journal.append(std::span(&body, 1), "Rosa");
  if (!entries) FAIL(entries.error().detail);
  return entries->front();
}

// The promises of the interface, which the fake in memory keeps as the file does.
void keeps_its_promises(journal::Journal& j) {
  const Body body = counted(80, 1);
  CHECK_FALSE(j.append(std::span(&body, 1), ""));
  CHECK_FALSE(j.end_day());

  const std::vector<ReferenceOrder> first = {support::sample_order()};
  REQUIRE(j.store_references(first, "/key").value() == 1);
  CHECK(one(j, body).ref.seq == 1);
  const auto second = one(j, counted(81, 2));
  CHECK(second.ref.seq == 2);

  auto days = j.days().value();
  REQUIRE(days.size() == 1);
  CHECK(days[0].orders == std::vector<OrderId>{{4}});
  CHECK(days[0].mark.size() == 8);
  CHECK_FALSE(days[0].ended_at);

  ReferenceOrder changed = support::sample_order();
  changed.group_orders.push_back({{18}, "Abricots", {}, {}});
  REQUIRE(j.store_references(std::vector{changed, support::sample_order(7)}, "/other").value() ==
          1);
  const auto references = j.references(1).value();
  REQUIRE(references.size() == 2);
  CHECK(references[0].mark.version == 2);
  CHECK(references[0].mark.source == "/other");
  CHECK(references[0].order == changed);
  CHECK(references[1].mark.version == 1);
  CHECK(j.reference_marks(1).value()[0] == references[0].mark);
  // By name without a leading Les, fixed once given; who comes later is last.
  CHECK(j.crates(1).value() ==
        journal::Crates{{"Les Mirabelles", 2}, {"Ézanville", 1}, {"Abricots", 3}});

  const auto entries = j.entries(1).value();
  REQUIRE(entries.size() == 2);
  CHECK(entries[1] == second);
  CHECK(entries[0].at < entries[1].at);
  CHECK(j.entries(1, entries[0].at).value() == std::vector{second});

  CHECK(j.append(std::span(&body, 1), "", entries[0].at).error().fault == Fault::busy);
  REQUIRE(j.append(std::span(&body, 1), "", entries[1].at));

  const Body unit = UnitConfirmed{"~", {Measure::mass, Fraction(500'000), UnitSource::person}};
  one(j, unit);
  REQUIRE(j.open_day("second").value().number == 2);
  days = j.days().value();
  REQUIRE(days.size() == 2);
  REQUIRE(days[0].ended_at);
  CHECK(*days[0].ended_at > entries[1].at);
  CHECK(j.entries(2).value().empty());
  CHECK(j.crates(2).value().empty());
  CHECK(j.units().value() == std::vector{std::get<UnitConfirmed>(unit)});
  // A new day whose newest entry is none: what was seen of the former day is old.
  CHECK(j.append(std::span(&body, 1), "", entries[1].at).error().fault == Fault::busy);
  CHECK(one(j, body).ref.seq == 5);
  CHECK(j.all_entries().value().size() == 5);

  CHECK(j.kept("cell").value() == std::nullopt);
  REQUIRE(j.keep("cell", "80"));
  REQUIRE(j.keep("cell", "81"));
  CHECK(j.kept("cell").value() == "81");
  REQUIRE(j.end_day());
  CHECK_FALSE(j.append(std::span(&body, 1), ""));
}

}  // namespace

TEST_CASE("the journal on disk keeps the promises of its interface") {
  Bench bench;
  keeps_its_promises(*bench.open());
}

TEST_CASE("the journal in memory keeps the promises of its interface") {
  support::MemoryJournal memory;
  keeps_its_promises(memory);
}

TEST_CASE("what was written is there after closing and opening") {
  Bench bench;
  std::vector<Entry> written;
  {
    const auto j = bench.open();
    REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
    for (int i = 0; i < 5; ++i) written.push_back(one(*j, counted(80 + i, 1)));
  }
  const auto j = bench.open();
  CHECK(j->entries(1).value() == written);
  CHECK(j->references(1).value()[0].order == support::sample_order());
}

TEST_CASE("stamps rise though the clock stands or goes back, also over days") {
  Bench bench;
  auto j = bench.open();
  REQUIRE(j->open_day(""));
  Stamp last = one(*j, counted(80, 1)).at;
  for (int i = 0; i < 20; ++i) {
    if (i == 5) bench.wall -= 3'600'000'000;
    if (i == 10) j = nullptr, j = bench.open();
    if (i == 15) {
      const auto day = j->open_day("");
      REQUIRE(day);
      CHECK(day->opened_at > last);
    }
    const auto entry = one(*j, counted(80, 1));
    CHECK(entry.at > last);
    last = entry.at;
  }
}

TEST_CASE("each station counts its own seq; stamps rise over all of them") {
  Bench bench;
  const auto a = bench.open("Table 1");
  const auto b = bench.open("Table 2");
  REQUIRE(a->open_day(""));
  CHECK(b->changed_elsewhere().value());
  CHECK_FALSE(b->changed_elsewhere().value());
  CHECK(one(*a, counted(80, 1)).ref == EntryRef{"Table 1", 1});
  CHECK(one(*b, counted(80, 1)).ref == EntryRef{"Table 2", 1});
  const auto last = one(*a, counted(80, 1));
  CHECK(last.ref == EntryRef{"Table 1", 2});
  CHECK(b->changed_elsewhere().value());
  const auto entries = b->entries(1).value();
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].at < entries[1].at);
  CHECK(entries[1].at < entries[2].at);
}

TEST_CASE("a transaction goes in whole: all entries of one append, or none") {
  Bench bench;
  const auto j = bench.open();
  REQUIRE(j->open_day(""));
  const std::vector<Body> both = {counted(80, 1),
                                  ShortfallNoted{{{80}, {}, {}}, {Cause::not_delivered, ""}}};
  REQUIRE(j->append(both, "Rosa").value().size() == 2);
  SQLite::Database other(bench.folder.path() / journal::file_name, SQLite::OPEN_READWRITE);
  other.exec(
      "CREATE TRIGGER stop BEFORE INSERT ON entry WHEN NEW.kind = 'shortfall' BEGIN "
      "SELECT RAISE(ABORT, 'stopped'); END");
  CHECK_FALSE(j->append(both, "Rosa"));
  CHECK(j->entries(1).value().size() == 2);
  CHECK(one(*j, counted(80, 1)).ref.seq == 3);
}

TEST_CASE("nobody changes or deletes a fact, not even by hand") {
  Bench bench;
  const auto j = bench.open();
  REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
  one(*j, counted(80, 1));
  REQUIRE(j->open_day(""));
  SQLite::Database db(bench.folder.path() / journal::file_name, SQLite::OPEN_READWRITE);
  for (const char* sql :
       {"UPDATE entry SET person = 'x'", "DELETE FROM entry", "UPDATE reference SET source = 'x'",
        "DELETE FROM reference", "UPDATE day SET name = 'x'", "DELETE FROM day_end",
        "UPDATE crate SET number = 9", "DELETE FROM crate"}) {
    CAPTURE(sql);
    CHECK_THROWS_AS(db.exec(sql), SQLite::Exception);
  }
  CHECK(db.execAndGet("PRAGMA journal_mode").getString() == "wal");
  CHECK(db.execAndGet("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
                      "AND name NOT LIKE 'sqlite_%'")
            .getInt() == 0);
}

TEST_CASE("a loaded day catches up with what another process wrote") {
  Bench bench;
  const auto a = bench.open("Table 1");
  const auto b = bench.open("Table 2");
  REQUIRE(a->store_references(std::vector{support::sample_order()}, "/key"));
  auto loaded = journal::load_day(*b).value();
  one(*a, counted(80, 3));
  REQUIRE(journal::catch_up(*b, loaded));
  CHECK(loaded.entries.size() == 1);
  CHECK(loaded.day.state({0, 0}) == CellState::counted);
  REQUIRE(a->store_references(std::vector{support::sample_order(9)}, "/key"));
  one(*a, counted(82, 3));
  REQUIRE(journal::catch_up(*b, loaded));
  CHECK(loaded.day.orders().size() == 2);
  CHECK(loaded.entries.size() == 2);
  REQUIRE(a->end_day());
  REQUIRE(journal::catch_up(*b, loaded));
  CHECK_FALSE(loaded.open());
}

TEST_CASE("a unit that a person told is remembered on later days") {
  Bench bench;
  const auto j = bench.open();
  REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
  one(*j, UnitConfirmed{"pièce ~1,5 kg", mass_meaning("1.5 kg").value()});
  REQUIRE(j->open_day(""));
  REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
  CHECK(journal::load_day(*j).value().day.unconfirmed_units().empty());
}
