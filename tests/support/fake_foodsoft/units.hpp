// Units of 5.x (foodsoft.md 5.2): codes with names in three languages, ratios, conversion, and how
// pages write them.
#pragma once

#include <string>

#include "fake_foodsoft/coop.hpp"
#include "fake_foodsoft/words.hpp"

namespace fake {

// How many `code` are in one supplier unit.
Decimal ratio_of(const Units& units, const std::string& code);
Decimal convert(const Units& units, const Decimal& quantity, const std::string& from,
                const std::string& to);
// Member units (4.x) or group units (5.x) in one supplier unit.
Decimal per_supplier_unit(const Coop& coop, const Units& units);
Decimal in_billing_unit(const Coop& coop, const Units& units, const Decimal& group_units);

// "kg", "Piece (1.5 kg)", "Package (1 × Package)"; the own text where the unit is custom.
std::string unit_text(const Units& units, const std::string& code, Lang lang);
std::string unit_label(const std::string& code, Lang lang);
// What stands behind a number of supplier units: "× 10" (4.x), "× 1.5 kg", "x botte", "kg"; empty
// where a 4.x box is one unit. `in_box`: marked as a package.
struct PackageText {
  std::string text;
  bool in_box = false;
};
PackageText package_text(const Coop& coop, const Units& units, Lang lang);
// data-supplier-order-unit=… and its like, as they stand on the fields.
std::string unit_attributes(const Units& units);
std::string multiply_before_submit(const Units& units);

// The script of ~560 KB with all units of the world.
const std::string& units_script(Lang lang);

}  // namespace fake
