// Exact counts of one kind of unit. Weights never mix with money, nothing here is floating point,
// and nothing wraps: a sum beyond 64 bits stops the process (texts are bounded when they are read).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/decimal.hpp"
#include "domain/result.hpp"

namespace domain {

template <class Unit>
class Amount {
 public:
  constexpr Amount() = default;
  constexpr explicit Amount(std::int64_t units) : units_(units) {}
  constexpr std::int64_t units() const { return units_; }
  constexpr auto operator<=>(const Amount&) const = default;
  constexpr Amount operator-() const { return Amount{} - *this; }
  friend constexpr Amount operator+(Amount a, Amount b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.units_, b.units_, &sum))
      ensure(false, "an amount fits in 64 bits");
    return Amount(sum);
  }
  friend constexpr Amount operator-(Amount a, Amount b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.units_, b.units_, &difference))
      ensure(false, "an amount fits in 64 bits");
    return Amount(difference);
  }
  Amount& operator+=(Amount other) { return *this = *this + other; }
  Amount& operator-=(Amount other) { return *this = *this - other; }

 private:
  std::int64_t units_ = 0;
};

using Weight = Amount<struct Milligram>;
using Money = Amount<struct Cent>;
// Price of one member unit, in 10^-9 of the currency.
using UnitPrice = Amount<struct NanoPerUnit>;
// A count of the unit in which the server keeps results, in 10^-6 of it; the server keeps 3
// decimals.
using Quantity = Amount<struct MicroUnit>;

constexpr Weight milligrams(std::int64_t mg) { return Weight(mg); }
constexpr Weight grams(std::int64_t g) { return Weight(g * 1'000); }
constexpr Money cents(std::int64_t c) { return Money(c); }
constexpr Quantity whole_units(std::int64_t n) { return Quantity(n * 1'000'000); }

// Decimal places of each amount's text: kg for weights, the currency for money.
inline constexpr int weight_places = 6;
inline constexpr int money_places = 2;
inline constexpr int unit_price_places = 9;
inline constexpr int quantity_places = 6;

// "1.234", "0.5": exact, a point, no trailing zeros.
inline std::string text_of(Quantity q) { return print_decimal(q.units(), quantity_places); }
inline std::string text_of(UnitPrice p) { return print_decimal(p.units(), unit_price_places); }
inline std::string kilograms_text(Weight w) { return print_decimal(w.units(), weight_places); }
// "12.30": always two decimals.
std::string text_of(Money m);

// "1.234 kg" or "1234 g", as contracts.md 2.3 spells it: digits, optional point, at most mg, one
// blank, no sign. print_weight gives kilograms with at least three decimals: "1.234 kg", "0.050
// kg".
Result<Weight> read_weight(std::string_view text);
std::string print_weight(Weight w);

// A number of server units as contracts.md 2.3 spells it: digits, optional point, ≤ 3 decimals,
// no sign, at most what the server's decimal(8,3) holds.
Result<Quantity> read_quantity(std::string_view text);

// The server's decimal(8,3).
inline constexpr Quantity largest_result = Quantity(99'999'999'000);

// Rounds to the 3 decimals of the server, halves away from zero.
Quantity round_to_server(Quantity q);

}  // namespace domain
