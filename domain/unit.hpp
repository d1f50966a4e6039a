// What one unit is in which the server keeps a cell's results: a mass, a volume, or pieces.
// Foodsoft 4.x: free text of the article. 5.x: a code (UN/ECE rec 20, X + rec 21) with ratios, or
// custom text. What the text does not say for certain is asked from a person once, never guessed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/amount.hpp"
#include "domain/fraction.hpp"

namespace domain {

enum class Measure { unknown, mass, volume, pieces };

// How the meaning is known. A mass by text or code may be given in kilograms everywhere; one by
// ratio or by a person's word holds for weighing only (contracts.md 2.3, `received`).
enum class UnitSource { none, text, code, ratio, person };

struct UnitMeaning {
  Measure measure = Measure::unknown;
  // One unit holds: milligrams of a mass, millilitres of a volume, pieces (for display).
  Fraction holds;
  UnitSource source = UnitSource::none;

  bool is_mass() const { return measure == Measure::mass; }
  bool operator==(const UnitMeaning&) const = default;
};

struct Unit {
  std::string
      text;  // as the matrix shows it: 4.x the text, white space collapsed; 5.x code or text
  std::string name;  // for people: the text, or the code's symbol or name in the page's language
  UnitMeaning meaning;
  bool operator==(const Unit&) const = default;
};

// Reads a free-text unit. Certain: "500 g", "1 kg", "0,75 L" (mass or volume); a word alone or
// before a size, and "6x75cl" or "6 pièces", count pieces. Everything else is unknown.
UnitMeaning read_unit_text(std::string_view text);

// White space (no-break spaces too) collapsed to single blanks, none at the ends.
std::string collapse_blanks(std::string_view text);

// "1.5 kg", "500 g" / "0.75 L", "75 cl" / "6" as `unit set` takes them.
Result<UnitMeaning> mass_meaning(std::string_view text);
Result<UnitMeaning> volume_meaning(std::string_view text);
Result<UnitMeaning> pieces_meaning(std::string_view text);

// What persons have said about texts; the last word holds.
class UnitBook {
 public:
  void confirm(std::string text, UnitMeaning meaning);
  // What holds for a unit: its code's or ratio's measure, else a person's word, else its text's.
  UnitMeaning meaning(const Unit& unit) const;
  const std::map<std::string, UnitMeaning>& confirmed() const { return confirmed_; }

 private:
  std::map<std::string, UnitMeaning> confirmed_;
};

// A result of `net` in the unit, rounded to the server's 3 decimals. Only for masses; nothing where
// it does not fit.
std::optional<Quantity> quantity_of(Weight net, const UnitMeaning& unit);
// What `quantity` of the unit weighs, rounded to the milligram. Only for masses.
std::optional<Weight> weight_of(Quantity quantity, const UnitMeaning& unit);

}  // namespace domain
