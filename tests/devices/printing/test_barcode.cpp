#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "devices/printing/barcode.hpp"

using namespace printing;

TEST_CASE("our numbers bear what they name, the station, the serial and a check digit") {
  struct Row {
    Bears what;
    int station;
    std::int64_t serial;
    const char* number;
  };
  const Row row = GENERATE(values<Row>({
      {Bears::bag, 0, 1234, "2900000012349"},
      {Bears::bag, 0, 123456, "2900001234566"},
      {Bears::bag, 0, 1, "2900000000018"},
      {Bears::bag, 3, 28'000'000, "2903280000006"},
      {Bears::crate, 0, 14, "2910000000147"},
      {Bears::list, 9, 99'999'999, "2949999999996"},
      {Bears::bag, 0, 100'000'001, "2900000000018"},
  }));
  CHECK(our_number(row.what, row.station, row.serial) == row.number);
  CHECK(check_ean13(row.number));
}

TEST_CASE("a number with a slip of the finger is refused") {
  for (const char* published : {"2800042012348", "2611008003214", "0212345000007", "2001234105996"})
    CHECK(check_ean13(published));
  for (const char* bad : {"", "290000123456", "29000012345660", "2900001234567", "290000123456x",
                          "2900001234 66", "éçàààààà&é"})
    CHECK_FALSE(check_ean13(bad));
  CHECK(check_ean13("2900001234567").error().detail.find("should be 6") != std::string::npos);
  // One digit changed is always seen.
  const std::string good = bag_number(4, 28'123'457);
  for (std::size_t place = 0; place < good.size(); ++place)
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string changed = good;
      changed[place] = digit;
      CHECK(check_ean13(changed).has_value() == (changed == good));
    }
}

TEST_CASE("the bars are those of the standard") {
  // By hand from the tables of GS1 General Specifications 5.2.1: set L, its mirror, its inverse.
  static constexpr std::array<const char*, 10> left{"0001101", "0011001", "0010011", "0111101",
                                                    "0100011", "0110001", "0101111", "0111011",
                                                    "0110111", "0001011"};
  static constexpr std::array<const char*, 10> parity{"LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL",
                                                      "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG",
                                                      "LGLGGL", "LGGLGL"};
  const auto seed = Catch::rngSeed();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const auto below = [&random](int n) {
    return static_cast<int>(random() % static_cast<unsigned>(n));
  };
  for (int i = 0; i < 200; ++i) {
    const std::string number =
        our_number(static_cast<Bears>(below(5)), below(10), 1 + below(99'999'999));
    std::string expected = "101";
    for (std::size_t place = 1; place < 13; ++place) {
      std::string digit = left[static_cast<std::size_t>(number[place] - '0')];
      const bool in_left = place <= 6;
      const bool inverted =
          !in_left || parity[static_cast<std::size_t>(number[0] - '0')][place - 1] == 'G';
      if (inverted)
        for (char& module : digit) module = module == '0' ? '1' : '0';
      if (in_left && inverted) std::reverse(digit.begin(), digit.end());
      expected += digit;
      if (place == 6) expected += "01010";
    }
    expected += "101";
    std::string drawn;
    const auto bars = ean13_bars(number);
    REQUIRE(bars);
    for (std::size_t module = 0; module < bars->size(); ++module)
      drawn += (*bars)[module] ? '1' : '0';
    CAPTURE(number);
    CHECK(drawn == expected);
  }
  CHECK_FALSE(ean13_bars("2900001234567"));
}
