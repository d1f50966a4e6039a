#include "fake_foodsoft/units.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace fake {
namespace {

struct Unit {
  std::string_view code, en, fr, de, symbol, base, factor;
};
// Codes of UN/ECE recommendations 20 and 21 with the names that the recorded pages bear.
constexpr std::array<Unit, 18> table{{
    {"CLT", "centilitre", "Centilitre", "Zentiliter", "cl", "D40", "0.00001"},
    {"DJ", "decagram", "Décagramme", "Dekagramm", "dag", "KGM", "0.01"},
    {"DLT", "decilitre", "Décilitre", "Deziliter", "dl", "D40", "0.0001"},
    {"GRM", "gram", "Grammes", "Gramm", "g", "KGM", "0.001"},
    {"HGM", "hectogram", "Hectogramme", "Hektogramm", "hg", "KGM", "0.1"},
    {"KGM", "kilogram", "Kilogramme", "Kilogramm", "kg", "KGM", "1.0"},
    {"LTR", "litre", "Litres", "Liter", "l", "D40", "0.001"},
    {"MLT", "millilitre", "Millilitres", "Milliliter", "ml", "D40", "0.000001"},
    {"PTN", "portion", "Portion", "Portion", "", "", "1.0"},
    {"TNE", "metric ton", "Tonne", "Tonne", "t", "KGM", "1000.0"},
    {"XBG", "Bag", "Pochette", "Tüte", "", "", ""},
    {"XBH", "Bunch", "Confédération", "Bund", "", "", ""},
    {"XBK", "Basket", "Panier", "Korb", "", "", ""},
    {"XBO", "Bottle", "Bouteille", "Flasche", "", "", ""},
    {"XBX", "Box", "Boîte", "Box", "", "", ""},
    {"XCR", "Crate", "Caisse", "Kiste", "", "", ""},
    {"XPK", "Package", "Emballage", "Packung", "", "", ""},
    {"XPP", "Piece", "Pièces", "Stück", "", "", ""},
}};
constexpr std::size_t script_size = 560'000;
constexpr const char* wide_space = "\xC2\xA0";

const Unit& unit_named(const std::string& code) {
  for (const Unit& unit : table)
    if (unit.code == code) return unit;
  return table[16];  // an unknown code breaks the real server; here it is a package
}

std::string_view name_of(const Unit& unit, Lang lang) {
  return lang == Lang::fr ? unit.fr : lang == Lang::de ? unit.de : unit.en;
}

bool measures(const Unit& unit) { return !unit.symbol.empty(); }
Decimal factor(const std::string& code) { return Decimal::of(unit_named(code).factor); }

std::string entry(std::string_view code, std::string_view name, const Unit* unit) {
  const bool factored = unit && !unit->factor.empty();
  const bool based = unit && !unit->base.empty();
  return fmt::format(
      R"("{}": {{"name": "{}", "description": null, "baseUnit": {}, "conversionFactor": {}, )"
      R"("symbol": {}, "translation_available": true, "untranslated": {}, "aliases": null, )"
      R"("visible": {}}})",
      code, name, based ? fmt::format("\"{}\"", unit->base) : "null",
      factored ? std::string(unit->factor) : "null",
      factored ? fmt::format("\"{}\"", unit->symbol) : "null", unit == nullptr, unit != nullptr);
}

std::string made_script(Lang lang) {
  std::string out = "const unitsData = {";
  for (const Unit& unit : table) out += entry(unit.code, name_of(unit, lang), &unit) + ", ";
  for (int n = 0; out.size() < script_size; ++n)
    out +=
        entry(fmt::format("Q{:04}", n), fmt::format("measure of trade no. {}", n), nullptr) + ", ";
  out.resize(out.size() - 2);
  return out + "};";
}

}  // namespace

Decimal ratio_of(const Units& units, const std::string& code) {
  if (code == units.supplier) return 1;
  for (const Ratio& ratio : units.ratios)
    if (ratio.unit == code) return ratio.quantity;
  const Unit& wanted = unit_named(code);
  for (const Ratio& ratio : units.ratios)
    if (measures(wanted) && unit_named(ratio.unit).base == wanted.base)
      return ratio.quantity * factor(ratio.unit) / factor(code);
  return factor(units.supplier) / factor(code);
}

Decimal convert(const Units& units, const Decimal& quantity, const std::string& from,
                const std::string& to) {
  if (units.supplier.empty() || from == to) return quantity;
  return quantity / ratio_of(units, from) * ratio_of(units, to);
}

Decimal per_supplier_unit(const Coop& coop, const Units& units) {
  return coop.four() ? Decimal(units.box) : convert(units, 1, units.supplier, units.group);
}

Decimal in_billing_unit(const Coop& coop, const Units& units, const Decimal& group_units) {
  return coop.four() ? group_units : convert(units, group_units, units.group, units.billing);
}

std::string unit_label(const std::string& code, Lang lang) {
  const Unit& unit = unit_named(code);
  return std::string(measures(unit) ? unit.symbol : name_of(unit, lang));
}

std::string unit_text(const Units& units, const std::string& code, Lang lang) {
  if (units.supplier.empty()) return units.text;
  const std::string label = unit_label(code, lang);
  if (measures(unit_named(code)) || units.ratios.empty()) return label;
  const std::string& inner = units.ratios.front().unit;
  const Decimal count = convert(units, 1, code, inner);
  const std::string times = measures(unit_named(inner)) ? "" : std::string("×") + wide_space;
  return fmt::format("{} ({}{}{}{})", label, number(count, 3, lang), wide_space, times,
                     unit_label(inner, lang));
}

PackageText package_text(const Coop& coop, const Units& units, Lang lang) {
  if (coop.four()) {
    if (units.box == 1) return {};
    return {fmt::format("× {}", units.box), true};
  }
  if (units.supplier.empty()) return {"x " + units.text, false};
  if (units.ratios.empty()) return {unit_label(units.supplier, lang), false};
  const Ratio& first = units.ratios.front();
  return {fmt::format("× {} {}", number(first.quantity, 3, lang), unit_label(first.unit, lang)),
          true};
}

std::string unit_attributes(const Units& units) {
  if (units.supplier.empty()) return fmt::format(" data-custom-unit=\"{}\"", escaped(units.text));
  std::string out = fmt::format(" data-supplier-order-unit=\"{}\" data-default-unit=\"{}\"",
                                units.supplier, units.billing);
  for (std::size_t n = 0; n < units.ratios.size(); ++n)
    out += fmt::format(" data-ratio-quantity-{}=\"{}\" data-ratio-unit-{}=\"{}\"", n,
                       units.ratios[n].quantity.fraction_text(), n, units.ratios[n].unit);
  return out;
}

std::string multiply_before_submit(const Units& units) {
  if (units.supplier.empty()) return "1";
  if (units.billing == units.supplier && units.group == units.supplier) return "1";
  const Decimal one = Decimal(1) / ratio_of(units, units.billing);
  return (one * ratio_of(units, units.group)).fraction_text();
}

const std::string& units_script(Lang lang) {
  static const std::array<std::string, 3> scripts{made_script(Lang::en), made_script(Lang::fr),
                                                  made_script(Lang::de)};
  return scripts[static_cast<std::size_t>(lang)];
}

}  // namespace fake
