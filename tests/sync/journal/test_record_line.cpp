// The lines of `day record`, good and bad: contracts.md 2.3.
#include <catch2/catch.hpp>

#include "support/journal_sample.hpp"
#include "sync/journal/record_line.hpp"

using namespace domain;

namespace {

Result<Body> read(std::string_view line) {
  static const Day day{{support::sample_order()}, {}};
  static const std::string station = "Table 1";
  journal::FlatJson scratch;
  return journal::read_record_line(
      line,
      {day, station,
       [](const std::string& article) { return Band{article == "Carottes" ? 1 : 2}; }},
      scratch);
}

const OnCell carrots{{80}, whole_units(3), {}};

}  // namespace

TEST_CASE("good lines become the bodies they mean") {
  struct Row {
    const char* line;
    Body body;
  };
  const std::vector<Row> rows = {
      {R"({"kind":"weighed","cell":80,"net":"1.234 kg","tare":"0.050 kg"})",
       Weighed{carrots, grams(1234), grams(50), grams(1), Band{1}, Typed::yes}},
      {R"({"net":"850 g","cell":80,"kind":"weighed"})",
       Weighed{carrots, grams(850), {}, grams(1), Band{1}, Typed::yes}},
      {R"( {"kind":"weighed" , "cell":80,"net":"0.001 g","tare":"0 g"} )",
       Weighed{carrots, milligrams(1), Weight(), grams(1), Band{1}, Typed::yes}},
      {R"({"kind":"counted","cell":80,"pieces":"3"})",
       Counted{carrots, whole_units(3), Typed::yes}},
      {R"({"kind":"counted","cell":80,"pieces":"0.125"})",
       Counted{carrots, Quantity(125'000), Typed::yes}},
      {R"({"kind":"counted","cell":999,"pieces":"1"})",
       Counted{{{999}, {}, {}}, whole_units(1), Typed::yes}},
      {R"({"kind":"shortfall","cell":80,"cause":"not_delivered"})",
       ShortfallNoted{carrots, {Cause::not_delivered, ""}}},
      {R"({"kind":"shortfall","cell":80,"cause":"other:tombé"})",
       ShortfallNoted{carrots, {Cause::other, "tombé"}}},
      {R"({"kind":"received","article":63,"amount":"18.5 kg"})", Received{{63}, grams(18'500)}},
      {R"({"kind":"received","article":63,"amount":"0"})", Received{{63}, whole_units(0)}},
      {R"({"kind":"undo","seq":17})", Undone{{"Table 1", 17}}},
      {R"({"kind":"undo","seq":17,"station":"Table 2"})", Undone{{"Table 2", 17}}}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto body = read(row.line);
    REQUIRE(body);
    CHECK(*body == row.body);
  }
}

TEST_CASE("bad lines are refused, each with a sentence") {
  const std::vector<std::string> lines = {
      "x",
      "{}",
      "[]",
      "17",
      "\"kind\"",
      "null",
      "{",
      R"({"kind":"weighed","cell":80,"net":"1 kg"}})",
      R"({"kind":"weighed","cell":80,"net":"1 kg"} x)",
      R"({"kind":"weighed","cell":80,"net":"1 kg"}{})",
      R"({"cell":80,"net":"1 kg"})",
      R"({"kind":7,"cell":80,"net":"1 kg"})",
      R"({"kind":"unit","text":"x","mass":"1 kg"})",
      R"({"kind":"printed","bag":"1"})",
      R"({"kind":"","cell":80})",
      R"({"kind":"weighed","net":"1 kg"})",
      R"({"kind":"weighed","cell":80})",
      R"({"kind":"weighed","cell":"80","net":"1 kg"})",
      R"({"kind":"weighed","cell":80.0,"net":"1 kg"})",
      R"({"kind":"weighed","cell":8e1,"net":"1 kg"})",
      R"({"kind":"weighed","cell":null,"net":"1 kg"})",
      R"({"kind":"weighed","cell":99999999999999999999,"net":"1 kg"})",
      R"({"kind":"weighed","cell":80,"cell":80,"net":"1 kg"})",
      R"({"kind":"weighed","cell":80,"net":"1 kg","kind":"weighed"})",
      R"({"kind":"weighed","cell":80,"net":"1 kg","gross":"2 kg"})",
      R"({"kind":"weighed","cell":80,"net":"1 kg","":"2 kg"})",
      R"({"kind":"weighed","cell":80,"net":"1 kg","seq":2})",
      R"({"kind":"weighed","cell":80,"net":1.234})",
      R"({"kind":"weighed","cell":80,"net":["1 kg"]})",
      R"({"kind":"weighed","cell":80,"net":{"kg":1}})",
      R"({"kind":"weighed","cell":80,"net":"1 kg","tare":null})",
      R"({"kind":"weighed","cell":80,"net":"1 kg","tare":"-0.050 kg"})",
      R"({"kind":"undo"})",
      R"({"kind":"undo","seq":"17"})",
      R"({"kind":"undo","seq":17.5})",
      R"({"kind":"undo","seq":17,"station":2})",
      R"({"kind":"shortfall","cell":80,"cause":"lost"})",
      R"({"kind":"shortfall","cell":80,"cause":"other:"})",
      R"({"kind":"shortfall","cell":80,"cause":"other: "})",
      R"({"kind":"shortfall","cell":80,"cause":"other:a\u0000b"})",
      R"({"kind":"shortfall","cell":80,"cause":"other"})",
      R"({"kind":"shortfall","cell":80,"cause":"damaged","amount":"1 kg"})",
      R"({"kind":"received","cell":80,"amount":"1 kg"})",
      R"({"kind":"received","article":63,"amount":"1 lb"})",
      R"({"kind":"received","article":63,"amount":"-1"})",
      "{\"kind\":\"shortfall\",\"cell\":80,\"cause\":\"other:\xff\"}",
      "{\"kind\":\"shortfall\",\"cell\":80,\"cause\":\"other:\xc3\"}",
      "{\"kind\":\"shortfall\",\"cell\":80,\"cause\":\"other:\xed\xa0\x80\"}",
      "{\"kind\":\"shortfall\",\"cell\":80,\"cause\":\"other:a\nb\"}",
      "\xef\xbb\xbfx"};
  for (const auto& line : lines) {
    CAPTURE(line);
    const auto body = read(line);
    REQUIRE_FALSE(body);
    CHECK(body.error().detail.size() > 20);
    CHECK(journal::error_answer(body.error()).find("{\"saved\":false,\"error\":\"") == 0);
  }
}

TEST_CASE("a cause and a line have a length that a sheet can show; the answer says which") {
  const auto cause = [](std::size_t size) {
    return R"({"kind":"shortfall","cell":80,"cause":"other:)" + std::string(size, 'x') + "\"}";
  };
  CHECK(read(cause(journal::longest_cause)));
  const auto longer = read(cause(journal::longest_cause + 1));
  REQUIRE_FALSE(longer);
  CHECK_THAT(longer.error().detail, Catch::Contains("\"cause\" is longer than 500"));
  const auto line = read(cause(journal::longest_line));
  REQUIRE_FALSE(line);
  CHECK_THAT(line.error().detail, Catch::Contains("longer than 65536"));
}

TEST_CASE("weights and numbers are spelled one way") {
  for (const char* net : {"1",
                          "1kg",
                          "1  kg",
                          " 1 kg",
                          "1 kg ",
                          "1 KG",
                          "1 Kg",
                          "+1 kg",
                          "-1 kg",
                          "1,5 kg",
                          "1.5.5 kg",
                          "1. kg",
                          ".5 kg",
                          "1e3 g",
                          "0x10 g",
                          "1 lb",
                          "kg",
                          "",
                          " ",
                          "1.2345678 kg",
                          "1.0000000 kg",
                          "1.0001 g",
                          "1 kg g",
                          "١ kg",
                          "99999999999999999999 kg",
                          "1\u00a0kg"}) {
    CAPTURE(net);
    CHECK_FALSE(read(std::string(R"({"kind":"weighed","cell":80,"net":")") + net + "\"}"));
  }
  for (const char* pieces : {"", "-1", "+1", "1,5", "1.0001", "1.0000", "1.", ".5", "1e1", "1 ",
                             " 1", "3 kg", "100000", "99999.9999", "٣"}) {
    CAPTURE(pieces);
    CHECK_FALSE(read(std::string(R"({"kind":"counted","cell":80,"pieces":")") + pieces + "\"}"));
  }
  for (const char* pieces : {"1", "01", "99999.999", "1.500"}) {
    CAPTURE(pieces);
    CHECK(read(std::string(R"({"kind":"counted","cell":80,"pieces":")") + pieces + "\"}"));
  }
}

TEST_CASE("a deeply nested or very long line is refused in time") {
  CHECK_FALSE(read(std::string(1'000'000, '[')));
  CHECK_FALSE(read(R"({"kind":)" + std::string(1'000'000, '[')));
  CHECK_FALSE(read(R"({"kind":"shortfall","cell":80,"x":")" + std::string(1'000'000, 'x') + "\"}"));
}
