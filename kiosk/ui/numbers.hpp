// Numbers as a language writes them: thousands parted by a thin space (U+202F), the unit after a
// no-break space, decimal comma in French and German. The same form on every screen: below 10 kg
// grams, above kilograms with three decimals. No locale of the system is asked.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "domain/amount.hpp"
#include "kiosk/ui/texts.hpp"

namespace ui {

inline constexpr std::string_view thin_space = "\u202f";
inline constexpr std::string_view no_break_space = "\u00a0";
inline constexpr std::string_view minus_sign = "\u2212";

class Numbers {
 public:
  explicit Numbers(Language language) : language_(language) {}

  std::string count(std::int64_t n) const;            // "1 250"
  std::string grams(domain::Weight w) const;          // "1 262 g", at any size
  std::string weight(domain::Weight w) const;         // "1 262 g", "12,400 kg"
  std::string signed_weight(domain::Weight w) const;  // "+12 g", "−80 g"
  std::string quantity(domain::Quantity q) const;     // "3", "1,5": at most three decimals
  std::string quantity(domain::Quantity q, std::string_view unit) const;  // "3 boîtes"
  std::string money(domain::Money m) const;  // "2,40 €", in English "€2.40"
  // A price a unit: "2,40 €/kg"; two decimals, more where the price has them (at most four).
  std::string price(domain::UnitPrice p, std::string_view unit) const;
  std::string day(std::chrono::year_month_day date) const;  // "samedi 14 mars"

 private:
  std::string grouped(std::int64_t whole) const;
  std::string decimal(std::string_view plain) const;  // plain: "1234.5" as domain prints it
  std::string euro(std::string number) const;
  Language language_;
};

// Thin and no-break spaces as blanks, line ends as one blank: the form that scripts compare.
std::string plain_text(std::string_view text);

}  // namespace ui
