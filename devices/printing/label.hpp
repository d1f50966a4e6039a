// What stands on a bag's label, as texts that print as given: the kiosk writes them in the language
// of the station. Keys as in contracts.md 4. A value, copied freely between threads.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "domain/result.hpp"

namespace printing {

struct BagLabel {
  std::string ordergroup;
  std::string crate;
  std::string article;
  std::string origin;
  std::string net;         // "1,262 kg net", "3 boîtes"
  std::string unit_price;  // "2,40 €/kg"
  std::string amount;      // "3,03 €"
  std::string producer;
  std::string date;
  std::string bag;  // the 13 digits of barcode.hpp, or empty
  bool operator==(const BagLabel&) const = default;
};

struct BagField {
  std::string_view key;
  std::string BagLabel::*text;
  std::string_view example;
};

// Every key of the bag's label, in the order of the contract.
const std::array<BagField, 10>& bag_fields();

// A label with every box filled.
BagLabel example_bag_label();

// Sets one box. not_found for a key that the bag's label does not have.
domain::Result<void> set_field(BagLabel& label, std::string_view key, std::string text);

// A number in `bag` must be an EAN-13 with its check digit right, every text UTF-8.
domain::Result<void> check(const BagLabel& label);

// What ships. Sizes in whole millimetres.
struct Template {
  std::string_view id;
  int width_mm;
  int height_mm;
  std::string_view barcode_field;
};
inline constexpr Template bag_template{"bag", 62, 29, "bag"};

}  // namespace printing
