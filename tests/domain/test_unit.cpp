#include <catch2/catch.hpp>

#include "domain/unit.hpp"
#include "domain/unit_code.hpp"

using namespace domain;

TEST_CASE("a free-text unit is read with certainty or not at all") {
  struct Row {
    const char* text;
    Measure measure;
    std::int64_t holds;  // mg, ml or pieces
  };
  const Row row = GENERATE(values<Row>({
      {"500 g", Measure::mass, 500'000},
      {"500g", Measure::mass, 500'000},
      {"1 kg", Measure::mass, 1'000'000},
      {"1,5 Kg", Measure::mass, 1'500'000},
      {"kg", Measure::mass, 1'000'000},
      {"0,75 L", Measure::volume, 750},
      {"75 cl", Measure::volume, 750},
      {"botte", Measure::pieces, 1},
      {"pièce", Measure::pieces, 1},
      {"pot 500 g", Measure::pieces, 1},
      {"barquette (250 g)", Measure::pieces, 1},
      {"boîte de 6", Measure::pieces, 6},
      {"6x75cl", Measure::pieces, 6},
      {"6 × 75 cl", Measure::pieces, 6},
      {"6 pièces", Measure::pieces, 6},
      {"pièce ~1,5 kg", Measure::unknown, 0},
      {"~500 g", Measure::unknown, 0},
      {"env. 500 g", Measure::unknown, 0},
      {"1-2 kg", Measure::unknown, 0},
      {"1/2 kg", Measure::unknown, 0},
      {"0 g", Measure::unknown, 0},
      {"500", Measure::unknown, 0},
      {"1 kg sac", Measure::unknown, 0},
      {"", Measure::unknown, 0},
  }));
  CAPTURE(row.text);
  const auto meaning = read_unit_text(row.text);
  CHECK(meaning.measure == row.measure);
  if (row.measure != Measure::unknown) CHECK(meaning.holds == Fraction(row.holds));
}

TEST_CASE("a weight becomes a quantity with the server's decimals, and says what comes back") {
  const UnitMeaning piece{Measure::mass, Fraction(230'000), UnitSource::person};
  const auto quantity = quantity_of(grams(242), piece);
  REQUIRE(quantity);
  CHECK(text_of(*quantity) == "1.052");
  CHECK(weight_of(*quantity, piece) == milligrams(241'960));
}

TEST_CASE("5.x ratios convert as the server does") {
  const SupplierUnit cabbage{"XPP", {{"KGM", *Fraction::read("1.5")}}};
  const auto& codes = common_unit_codes();
  CHECK(convert_one(cabbage, "KGM", "XPP", codes) == Fraction::of(2, 3));
  CHECK(convert_one(cabbage, "XPP", "GRM", codes) == Fraction(1500));
  CHECK_FALSE(convert_one(cabbage, "XPP", "LTR", codes));
  const auto meaning = meaning_of_code(cabbage, "XPP", codes);
  CHECK(meaning == UnitMeaning{Measure::mass, Fraction(1'500'000), UnitSource::ratio});
  CHECK(meaning_of_code({"KGM", {}}, "KGM", codes).source == UnitSource::code);
  CHECK(meaning_of_code({"XCR", {{"XPP", Fraction(12)}}}, "XPP", codes).measure == Measure::pieces);
}
