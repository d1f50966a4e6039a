#include <catch2/catch.hpp>
#include <random>

#include "support/journal_sample.hpp"
#include "support/seed.hpp"
#include "sync/journal/entry_json.hpp"
#include "sync/journal/plain_json.hpp"
#include "sync/journal/reference_json.hpp"

using namespace domain;

namespace {

const OnCell full_on{{80}, Quantity(1'234'567), EntryRef{"Table \"2\"", 17}};
const OnCell bare_on{{80}, {}, {}};

std::vector<Body> every_kind() {
  return {
      Weighed{full_on, milligrams(1'234'567), grams(50), grams(2), Band{150, 700}, Typed::no,
              "Mettler é", Label::due},
      Weighed{bare_on, milligrams(1), {}, grams(1), {}, Typed::yes, "", Label::none},
      Counted{full_on, Quantity(1'500'000), Typed::yes, Label::due},
      ShortfallNoted{bare_on, {Cause::other, "tombé, \"perdu\""}},
      ShortfallNoted{full_on, {Cause::short_delivery, ""}},
      Received{{63}, grams(18'500)},
      Received{{63}, whole_units(12)},
      Received{{63}, whole_units(0)},
      UnitConfirmed{"pièce ~1,5 kg", {Measure::mass, Fraction(1'500'000), UnitSource::person}},
      UnitConfirmed{"tiers", {Measure::volume, *Fraction::of(1000, 3), UnitSource::person}},
      UnitConfirmed{"lot", {Measure::pieces, Fraction(6), UnitSource::person}},
      Printed{{"Table 1", 3}, "2900000000018"},
      Undone{{"Table 2", 9}},
      Sending{PushStep::cell,
              0,
              {4},
              CellId{80},
              OrderArticleId{63},
              whole_units(3),
              Quantity(2'999'500),
              Quantity(1'234'000),
              "",
              ""},
      Sending{PushStep::cell, 0, {4}, CellId{80}, {}, {}, {}, whole_units(0), "", ""},
      Sending{
          PushStep::received, 0, {4}, {}, OrderArticleId{63}, {}, {}, Quantity(392'001), "", ""},
      Sending{PushStep::comment,
              2,
              {4},
              {},
              {},
              {},
              {},
              {},
              "Correction\n[romaine:4-0 n2]",
              "Rosa : \"1\"\n[romaine:4-0]"},
      Sending{PushStep::receive, 0, {4}},
      Pushed{PushStep::cell,
             PushOutcome::resolved,
             {4},
             CellId{80},
             OrderArticleId{63},
             Quantity(1'234'000),
             Quantity(1'234'000),
             {},
             {},
             0,
             ""},
      Pushed{PushStep::cell,
             PushOutcome::conflict,
             {4},
             CellId{80},
             {},
             whole_units(1),
             {},
             {},
             {},
             0,
             "somebody changed it"},
      Pushed{PushStep::comment, PushOutcome::sent, {4}, {}, {}, {}, {}, {}, {}, 2, ""},
      Pushed{PushStep::order,
             PushOutcome::refused,
             {4},
             {},
             {},
             {},
             {},
             ServerState::closed,
             cents(-31'709),
             0,
             "settled"},
      Taken{{80}, Side::server, Quantity(500'000)},
      Taken{{80}, Side::ours, {}}};
}

}  // namespace

TEST_CASE("every kind of entry comes back from its JSON as it was") {
  journal::FlatJson scratch;
  for (const auto& body : every_kind()) {
    const auto json = journal::body_json(body);
    CAPTURE(json);
    const auto back = journal::read_body(kind_word(body), json, scratch);
    REQUIRE(back);
    CHECK(*back == body);
  }
}

TEST_CASE("what a newer Romaine wrote is kept as it is") {
  journal::FlatJson scratch;
  struct Row {
    const char *kind, *json;
  };
  const Row row = GENERATE(values<Row>({{"collected", R"({"v":1,"who":["a",{"b":2}]})"},
                                        {"weighed", R"({"v":2,"net":{"kg":1}})"},
                                        {"collected", "no JSON at all"}}));
  const auto body = journal::read_body(row.kind, row.json, scratch);
  REQUIRE(body);
  CHECK(*body == Body(UnknownBody{row.kind, row.json}));
  CHECK(journal::body_json(*body) == row.json);
  const Entry entry{{"Table 1", 4}, {1}, 1, "", *body};
  const auto lines = journal::show_lines(std::span(&entry, 1));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("\"newer\":") != std::string::npos);
}

TEST_CASE("a body that does not hold together is damage") {
  journal::FlatJson scratch;
  struct Row {
    const char *kind, *json;
  };
  const Row row = GENERATE(
      values<Row>({{"weighed", R"({"v":1,"cell":80,"net":"1.2"})"},
                   {"weighed", ""},
                   {"counted", R"({"v":1,"cell":"80","base":null,"pieces":"3","typed":true})"},
                   {"counted", R"({"v":1,"cell":80,"base":null,"pieces":"3"})"},
                   {"counted", R"({"v":1,"cell":80,"cell":81,"pieces":"3","typed":true})"},
                   {"shortfall", R"({"v":1,"cell":80,"cause":"lost"})"},
                   {"unit", R"({"v":1,"text":"x","measure":"mass","holds":"1/0"})"},
                   {"undo", R"({"v":1,"target_station":"a"})"}}));
  CAPTURE(row.kind, row.json);
  const auto body = journal::read_body(row.kind, row.json, scratch);
  REQUIRE_FALSE(body);
  CHECK(body.error().fault == Fault::damaged);
}

TEST_CASE("an entry is shown by the words of the contract") {
  struct Row {
    Body body;
    const char* shown;
  };
  const std::vector<Row> rows = {
      {Weighed{bare_on, grams(1234), grams(50), grams(1), {}, Typed::yes},
       R"("kind":"weighed","cell":80,"net":"1.234 kg","tare":"0.050 kg","division":"0.001 kg","base":null,"typed":true})"},
      {Weighed{bare_on, grams(3000), {}, grams(1), {}, Typed::yes},
       R"("kind":"weighed","cell":80,"net":"3.000 kg","tare":null,"division":"0.001 kg","base":null,"typed":true})"},
      {Counted{{{81}, whole_units(3), {}}, Quantity(1'500'000), Typed::no},
       R"("kind":"counted","cell":81,"pieces":"1.5","base":"3","typed":false})"},
      {ShortfallNoted{bare_on, {Cause::other, "tombé"}},
       R"("kind":"shortfall","cell":80,"cause":"other:tombé","base":null,"typed":true})"},
      {Received{{63}, grams(18'500)},
       R"("kind":"received","article":63,"amount":"18.5 kg","typed":true})"},
      {Received{{63}, whole_units(12)},
       R"("kind":"received","article":63,"amount":"12","typed":true})"},
      {UnitConfirmed{"~", {Measure::mass, Fraction(1'500'000), UnitSource::person}},
       R"("kind":"unit","text":"~","mass":"1.5 kg","typed":true})"},
      {UnitConfirmed{"~", {Measure::volume, Fraction(750), UnitSource::person}},
       R"("kind":"unit","text":"~","volume":"0.75 L","typed":true})"},
      {UnitConfirmed{"~", {Measure::pieces, Fraction(6), UnitSource::person}},
       R"("kind":"unit","text":"~","pieces":"6","typed":true})"},
      {Undone{{"Table 1", 9}}, R"("kind":"undo","undoes":9,"typed":true})"},
      {Undone{{"Table 2", 9}},
       R"("kind":"undo","undoes":9,"undoes_station":"Table 2","typed":true})"}};
  for (const auto& row : rows) {
    const Entry entry{{"Table 1", 18}, {1'700'000'000'123'456}, 2, "Rosa", row.body};
    const auto lines = journal::show_lines(std::span(&entry, 1));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find(R"({"station":"Table 1","seq":18,"at":"2023-11-1)") == 0);
    CHECK(lines[0].find(R"(.123456+)") != std::string::npos);
    CHECK_THAT(lines[0], Catch::EndsWith(std::string(R"("day":2,"person":"Rosa",)") + row.shown));
  }
}

TEST_CASE("of one cell its entries are shown, and what undoes them") {
  const std::vector<Entry> entries = {{{"a", 1}, {1}, 1, "", support::counted(80, 1)},
                                      {{"a", 2}, {2}, 1, "", support::counted(81, 1)},
                                      {{"a", 3}, {3}, 1, "", Undone{{"a", 2}}},
                                      {{"a", 4}, {4}, 1, "", Undone{{"a", 1}}}};
  const auto lines = journal::show_lines(entries, CellId{81});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find(R"("seq":2,)") != std::string::npos);
  CHECK(lines[1].find(R"("cell":81,"undoes":2)") != std::string::npos);
}

TEST_CASE("the quick way through JSON reads what the strict one reads, and no more") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string> parts = {
      "{",       "}",     "\"a\"", "\"b\"",    ":",     ",",    "1",  "0",
      "-3",      "01",    "1.5",   "true",     "false", "null", " ",  "[1]",
      "\"\\n\"", "\"é\"", "{}",    "\"\xff\"", "nul",   "1e3",  "\"", "9223372036854775808"};
  int both = 0;
  for (int n = 0; n < 200'000; ++n) {
    std::string text = random() % 4 == 0 ? "" : "{\"a\":";
    for (auto count = random() % 6; count > 0; --count) text += parts[random() % parts.size()];
    if (random() % 2 == 0) text += "}";
    CAPTURE(text);
    journal::FlatJson quick, strict;
    const bool plain = journal::read_plain(text, quick);
    // A blank in front sends it the strict way.
    const bool good = strict.read(" " + text).has_value();
    if (plain) REQUIRE(good);
    if (!plain || !good) continue;
    ++both;
    REQUIRE(quick.size() == strict.size());
    for (std::size_t i = 0; i < quick.size(); ++i) {
      REQUIRE(quick.at(i).key == strict.at(i).key);
      REQUIRE(quick.at(i).kind == strict.at(i).kind);
      REQUIRE(quick.at(i).number == strict.at(i).number);
      REQUIRE(quick.at(i).text == strict.at(i).text);
    }
  }
  CHECK(both > 1'000);
}

TEST_CASE("a reference comes back from its JSON as it was") {
  for (const auto series : {Series::v4, Series::v5}) {
    ReferenceOrder order = support::sample_order();
    order.series = series;
    order.kind = OrderKind::stock;
    order.state = ServerState::closed;
    order.base_certainty = Certainty::about;
    order.articles[0].id.reset();
    order.articles[0].units_received = Quantity(1'500'000);
    order.cells[0].base_certainty = Certainty::about;
    const auto back = journal::read_reference(journal::reference_json(order));
    REQUIRE(back);
    CHECK(*back == order);
  }
}

TEST_CASE("a reference that is cut, changed or newer is refused") {
  const auto json = journal::reference_json(support::sample_order());
  for (std::size_t cut = 0; cut + 1 < json.size(); cut += 97) {
    const auto back = journal::read_reference(std::string_view(json).substr(0, cut));
    REQUIRE_FALSE(back);
    CHECK(back.error().fault == Fault::damaged);
  }
  auto beyond = json;
  beyond.replace(beyond.find("[80,0,0"), 7, "[80,7,0");
  CHECK_FALSE(journal::read_reference(beyond));
  auto newer = json;
  newer.replace(newer.find("\"v\":1"), 5, "\"v\":2");
  const auto back = journal::read_reference(newer);
  REQUIRE_FALSE(back);
  CHECK(back.error().fault == Fault::newer_version);
}
