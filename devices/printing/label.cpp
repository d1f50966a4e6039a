#include "devices/printing/label.hpp"

#include "devices/printing/barcode.hpp"
#include "devices/printing/type.hpp"

namespace printing {

const std::array<BagField, 10>& bag_fields() {
  static constexpr std::array<BagField, 10> fields{{
      {"ordergroup", &BagLabel::ordergroup, "Les Mirabelles"},
      {"crate", &BagLabel::crate, "14"},
      {"article", &BagLabel::article, "Carottes"},
      {"origin", &BagLabel::origin, "France"},
      {"net", &BagLabel::net, "1,262 kg net"},
      {"unit_price", &BagLabel::unit_price, "2,40 €/kg"},
      {"amount", &BagLabel::amount, "3,03 €"},
      {"producer", &BagLabel::producer, "Ferme des Aulnes"},
      {"date", &BagLabel::date, "2026-03-14"},
      {"bag", &BagLabel::bag, "2900001234566"},
  }};
  return fields;
}

BagLabel example_bag_label() {
  BagLabel label;
  for (const BagField& field : bag_fields()) label.*field.text = field.example;
  return label;
}

domain::Result<void> set_field(BagLabel& label, std::string_view key, std::string text) {
  for (const BagField& field : bag_fields()) {
    if (field.key != key) continue;
    label.*field.text = std::move(text);
    return {};
  }
  return domain::fail(domain::Fault::not_found, "The bag's label has no field \"" +
                                                    std::string(key) +
                                                    "\"; 'label fields bag' lists those it has");
}

domain::Result<void> check(const BagLabel& label) {
  for (const BagField& field : bag_fields())
    if (!is_utf8(label.*field.text))
      return domain::fail(domain::Fault::bad_value, "The label's field \"" +
                                                        std::string(field.key) +
                                                        "\" is not UTF-8 text; nothing was drawn");
  if (label.bag.empty()) return {};
  return check_ean13(label.bag);
}

}  // namespace printing
