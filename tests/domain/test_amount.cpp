#include <catch2/catch.hpp>

#include "domain/amount.hpp"

using namespace domain;

TEST_CASE("decimal text is read exactly or not at all") {
  struct Row {
    const char* text;
    int places;
    bool good;
    std::int64_t units;
  };
  const Row row = GENERATE(values<Row>({
      {"0", 3, true, 0},
      {"1.234", 3, true, 1234},
      {"1,234", 3, true, 1234},
      {"007", 0, true, 7},
      {"1.2300", 2, true, 123},
      {"1.234", 2, false, 0},
      {"", 3, false, 0},
      {".5", 3, false, 0},
      {"5.", 3, false, 0},
      {"1.2.3", 3, false, 0},
      {"-1", 3, false, 0},
      {"+1", 3, false, 0},
      {" 1", 3, false, 0},
      {"1e3", 3, false, 0},
      {"9223372036854775807", 0, true, 9223372036854775807},
      {"9223372036854775808", 0, false, 0},
      {"9223372036854775807", 1, false, 0},
  }));
  CAPTURE(row.text, row.places);
  const auto read = read_decimal(row.text, row.places);
  REQUIRE(read.has_value() == row.good);
  if (row.good) CHECK(*read == row.units);
}

TEST_CASE("a printed decimal reads back") {
  for (const std::int64_t units : {0L, 1L, -1L, 1000L, 1234567L, -99999L, 9223372036854775807L}) {
    const auto text = print_decimal(units, 3);
    CAPTURE(text);
    CHECK(read_decimal(text, 3, Sign::allowed) == units);
  }
  CHECK(print_decimal(1250, 3) == "1.25");
  CHECK(print_decimal(50, 3, 3) == "0.050");
}

TEST_CASE("weights are spelt as the contract says") {
  CHECK(read_weight("1.234 kg") == grams(1234));
  CHECK(read_weight("850 g") == grams(850));
  CHECK(read_weight("0.001 g") == milligrams(1));
  for (const char* bad :
       {"1,234 kg", "1.234kg", "1.234  kg", "-1 kg", "0.0001 g", "1 lb", "kg", ""})
    CHECK_FALSE(read_weight(bad));
  CHECK(print_weight(grams(50)) == "0.050 kg");
  CHECK(print_weight(milligrams(1234500)) == "1.2345 kg");
}

TEST_CASE("one place rounds, halves away from zero") {
  CHECK(round_to_server(Quantity(1'234'500)) == Quantity(1'235'000));
  CHECK(round_to_server(Quantity(-1'234'500)) == Quantity(-1'235'000));
  CHECK(round_to_server(Quantity(1'234'499)) == Quantity(1'234'000));
}
