// Exact decimal numbers as the server's database and its arithmetic hold them: sums and products
// exact, quotients to 32 significant digits (as recorded pages show), halves away from zero.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fake {

class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t whole) : digits_(whole) {}  // NOLINT: numbers are written as such
  // "-1.50", nothing else in it.
  static std::optional<Decimal> exact(std::string_view text);
  // For literals of this program: aborts where the text is no number.
  static Decimal of(std::string_view text);
  // What a database makes of any text: the number it begins with, else 0 ("1,5" is 1, "1e3" 1000).
  static Decimal lenient(std::string_view text);

  Decimal rounded(int places) const;
  bool zero() const { return digits_ == 0; }
  bool negative() const { return digits_ < 0; }
  bool whole() const;
  std::int64_t to_int() const;  // cut towards zero

  std::string text() const;           // "4", "2.375"
  std::string fraction_text() const;  // "4.0", "2.375"
  std::string fixed(int places) const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  // 32 significant digits.
  friend Decimal operator/(const Decimal& a, const Decimal& b);
  friend int compare(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }
  friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }
  friend bool operator>(const Decimal& a, const Decimal& b) { return compare(a, b) > 0; }
  friend bool operator<=(const Decimal& a, const Decimal& b) { return compare(a, b) <= 0; }

 private:
  using Big = boost::multiprecision::cpp_int;
  Decimal(Big digits, int scale) : digits_(std::move(digits)), scale_(scale) { trim(); }
  void trim();
  static Big at_scale(const Decimal& value, int scale);

  Big digits_ = 0;
  int scale_ = 0;  // value = digits / 10^scale, never with a 0 at its end where scale > 0
};

}  // namespace fake
