// The units that a 5.x page lists in its script, `const unitsData = {code: {name, symbol, baseUnit,
// conversionFactor, …}}`, ~560 KB in real pages: cut once, linearly, without a tree. Owns the text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/unit_code.hpp"

namespace server {

struct UnitInfo {
  std::string_view code, name, symbol, base, factor;  // raw JSON texts, without quotes

  bool visible = false;  // the co-op uses it

  // What pages show for it: the symbol, else the name.
  std::string label() const;
  bool converts() const { return !factor.empty(); }
};

class UnitsData {
 public:
  UnitsData() = default;
  // A text that does not hold together gives no units.
  explicit UnitsData(std::string object);

  bool empty() const { return units_.empty(); }
  const UnitInfo* find(std::string_view code) const;
  // What pages show for a code; the code itself where the page does not list it.
  std::string label(std::string_view code) const;
  // The codes that a unit text like "kg" or "Pièces (1,5 kg)" may mean: those of `likely` first,
  // then the longest label, then what the co-op uses.
  std::vector<std::string> codes_of(std::string_view text,
                                    const std::vector<std::string>& likely) const;
  // Factors of all that convert, and those that every server knows.
  domain::UnitCodes codes() const;

 private:
  std::unique_ptr<const std::string> text_;  // never moves: the views point into it
  std::vector<UnitInfo> units_;
};

}  // namespace server
