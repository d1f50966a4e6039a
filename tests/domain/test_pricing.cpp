#include <catch2/catch.hpp>
#include <random>

#include "domain/pricing.hpp"
#include "support/day_text.hpp"
#include "support/seed.hpp"

using namespace domain;

namespace {

UnitPrice nano(const char* text) { return UnitPrice(read_decimal(text, 9, Sign::allowed).value()); }
Percent percent(const char* text) { return Percent(read_decimal(text, 6, Sign::allowed).value()); }
FinePrice fine(const char* text) { return read_fine_price(text).value(); }

}  // namespace

TEST_CASE("tax is on net and deposit, markup counts in whole percent, each rounded to cents") {
  struct Row {
    const char *net, *deposit, *tax, *markup, *gross, *member;
  };
  // The first is the order of foodsoft.md 10, the fourth its case 26.
  const Row row = GENERATE(values<Row>({{"2.00", "0", "7", "2", "2.14", "2.18"},
                                        {"2.00", "0", "7", "2.9", "2.14", "2.18"},
                                        {"2.00", "0", "7", "0.999", "2.14", "2.14"},
                                        {"2.50", "0", "7", "2", "2.68", "2.73"},
                                        {"1.00", "0.25", "5.5", "0", "1.32", "1.32"},
                                        {"1.00", "0.25", "5.5", "10", "1.32", "1.45"},
                                        {"0.123456", "0", "0", "0", "0.12", "0.12"},
                                        {"0.005", "0", "0", "0", "0.01", "0.01"},
                                        {"0", "0", "19", "30", "0.00", "0.00"},
                                        {"-1.00", "0", "5.5", "0", "-1.06", "-1.06"},
                                        {"2.00", "0", "0", "-2.9", "2.00", "1.96"}}));
  CAPTURE(row.net, row.deposit, row.tax, row.markup);
  const PriceParts parts{nano(row.net), nano(row.deposit), percent(row.tax), percent(row.markup)};
  CHECK(text_of(gross_price(parts)) == row.gross);
  CHECK(text_of(member_price(parts)) == row.member);
}

TEST_CASE("5.x: the price of a group unit is rounded half away at 9 decimals") {
  CHECK(price_per_group_unit(cents(500), *Fraction::of(3, 2)) == nano("3.333333333"));
  CHECK(price_per_group_unit(cents(200), Fraction(3)) == nano("0.666666667"));
  CHECK(price_per_group_unit(cents(2790), Fraction(3000)) == nano("0.0093"));
  CHECK(price_per_group_unit(cents(500), Fraction(1)) == nano("5"));
  CHECK_FALSE(price_per_group_unit(cents(500), Fraction(0)));
  CHECK_FALSE(price_per_group_unit(cents(9'000'000'000'000), *Fraction::of(1, 1'000'000'000)));
}

TEST_CASE("a kilogram's price comes from the unit's") {
  CHECK(price_per_kilogram(nano("1.20"), read_unit_text("500 g")) == nano("2.4"));
  CHECK(price_per_kilogram(nano("1"), read_unit_text("300 g")) == nano("3.333333333"));
  CHECK_FALSE(price_per_kilogram(nano("1"), read_unit_text("botte")));
  CHECK_FALSE(price_per_kilogram(nano("1"), read_unit_text("0,75 L")));
}

TEST_CASE("one place rounds to cents, halves away from zero") {
  struct Row {
    const char *fine, *cents;
  };
  const Row row = GENERATE(values<Row>({{"0.004999999999999999", "0.00"},
                                        {"0.005", "0.01"},
                                        {"-0.005", "-0.01"},
                                        {"-0.004999999999999999", "0.00"},
                                        {"1.014999999999999999", "1.01"},
                                        {"123456.785", "123456.79"}}));
  CAPTURE(row.fine);
  CHECK(text_of(round_to_cents(fine(row.fine))) == row.cents);
}

TEST_CASE("an unchanged cell has the page's price, a changed one unit price × given") {
  support::TestDay t(
      "order 4 Duval\nCarottes | 1 kg | 2.18 | Rosa 2, Maria 3\nThym | 1 kg | ~2.2 | "
      "Rosa 1\nSauge | 1 kg | ? | Rosa 1");
  auto order = t.day.orders()[0];
  order.cells[0].price = fine("4.123456789123456789");
  order.cells[2].price = fine("2.19");
  t.day.set_reference(order);
  CHECK(cell_price(t.day, t.at(100)) == fine("4.123456789123456789"));
  t.weigh(100, 2000);
  CHECK(cell_price(t.day, t.at(100)) == fine("4.123456789123456789"));
  t.weigh(100, 1);
  CHECK(cell_price(t.day, t.at(100)) == fine("4.36218"));
  t.lack(101);
  CHECK(cell_price(t.day, t.at(101)) == FinePrice{});
  // About: only what the page itself shows.
  CHECK(cell_price(t.day, t.at(102)) == fine("2.19"));
  t.weigh(102, 900);
  CHECK_FALSE(cell_price(t.day, t.at(102)));
  CHECK_FALSE(cell_price(t.day, t.at(103)));
}

TEST_CASE("what was weighed in a unit nobody knows has no price") {
  support::TestDay t("order 4 Duval\nChou | ~1 kg | 2.18 | Rosa 2");
  t.add(UnitConfirmed{"~1 kg", *mass_meaning("1 kg")});
  t.weigh(100, 1800);
  CHECK(cell_price(t.day, t.at(100)) == fine("3.924"));
  t.add(UnitConfirmed{"~1 kg", *pieces_meaning("1")});
  CHECK_FALSE(cell_price(t.day, t.at(100)));
}

TEST_CASE("a group's total is the sum of unrounded prices, rounded once") {
  // Three thirds of a cent each: rounded one by one they would be nothing.
  support::TestDay t(
      "order 4 Duval\nA | botte | 0.004 | Rosa 1, Maria 1\nB | botte | 0.004 | Rosa "
      "1\nC | botte | 0.004 | Rosa 1\nD | botte | ? | Maria 1");
  const auto totals = group_totals(t.day, 0);
  CHECK(totals[0].total() == cents(1));
  CHECK_FALSE(totals[1].total());
  CHECK(totals[1].unknown_cells == 1);
}

TEST_CASE("prices agree with a slow decimal recount") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const auto pick = [&random](std::int64_t from, std::int64_t to) {
    return std::uniform_int_distribution<std::int64_t>(from, to)(random);
  };
  for (int i = 0; i < 10'000; ++i) {
    const std::int64_t net = pick(0, 99'999), deposit = pick(0, 999), tax = pick(0, 2'500),
                       markup = pick(0, 3'999);
    CAPTURE(net, deposit, tax, markup);
    // Cents × hundredths of a percent, by long division digit by digit.
    const std::int64_t scaled = (net + deposit) * (10'000 + tax);
    const std::int64_t gross = scaled / 10'000 + (scaled % 10'000 >= 5'000 ? 1 : 0);
    const std::int64_t marked = gross * (100 + markup / 100);
    const std::int64_t member = marked / 100 + (marked % 100 >= 50 ? 1 : 0);
    const PriceParts parts{UnitPrice(net * 10'000'000), UnitPrice(deposit * 10'000'000),
                           Percent(tax * 10'000), Percent(markup * 10'000)};
    REQUIRE(gross_price(parts) == cents(gross));
    REQUIRE(member_price(parts) == cents(member));
  }
}
