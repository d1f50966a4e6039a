#include "domain/unit_code.hpp"

namespace domain {

namespace {

Fraction tenth(int power) {
  std::int64_t d = 1;
  for (int i = 0; i < power; ++i) d *= 10;
  return *Fraction::of(1, d);
}

const CodeFactor* find(const UnitCodes& codes, const std::string& code) {
  const auto at = codes.find(code);
  return at == codes.end() || at->second.base.empty() ? nullptr : &at->second;
}

// price_calculation.rb: the own ratio first, then one of the same base unit, then the supplier
// unit's own factor.
std::optional<Fraction> ratio_of(const SupplierUnit& supplier, const std::string& unit,
                                 const UnitCodes& codes) {
  if (unit == supplier.code) return Fraction(1);
  for (const auto& ratio : supplier.ratios)
    if (ratio.unit == unit) return ratio.quantity;
  const CodeFactor* wanted = find(codes, unit);
  if (!wanted) return std::nullopt;
  for (const auto& ratio : supplier.ratios) {
    const CodeFactor* known = find(codes, ratio.unit);
    if (!known || known->base != wanted->base) continue;
    const auto scaled = ratio.quantity.times(known->factor);
    return scaled ? scaled->over(wanted->factor) : std::nullopt;
  }
  const CodeFactor* own = find(codes, supplier.code);
  if (!own || own->base != wanted->base) return std::nullopt;
  return own->factor.over(wanted->factor);
}

}  // namespace

const UnitCodes& common_unit_codes() {
  static const UnitCodes codes = {
      {"KGM", {"KGM", Fraction(1)}},
      {"HGM", {"KGM", tenth(1)}},
      {"DJ", {"KGM", tenth(2)}},
      {"GRM", {"KGM", tenth(3)}},
      {"MGM", {"KGM", tenth(6)}},
      {"TNE", {"KGM", Fraction(1000)}},
      {"LBR", {"KGM", *Fraction::of(45359237, 100000000)}},
      {"ONZ", {"KGM", *Fraction::of(2834952, 100000000)}},
      {"LTR", {"D40", tenth(3)}},
      {"DLT", {"D40", tenth(4)}},
      {"CLT", {"D40", tenth(5)}},
      {"MLT", {"D40", tenth(6)}},
  };
  return codes;
}

std::optional<Fraction> convert_one(const SupplierUnit& supplier, const std::string& from,
                                    const std::string& to, const UnitCodes& codes) {
  if (from == to) return Fraction(1);
  const auto from_ratio = ratio_of(supplier, from, codes);
  const auto to_ratio = ratio_of(supplier, to, codes);
  return from_ratio && to_ratio ? to_ratio->over(*from_ratio) : std::nullopt;
}

UnitMeaning meaning_of_code(const SupplierUnit& supplier, const std::string& code,
                            const UnitCodes& codes) {
  const auto own = find(codes, code);
  if (own && own->base == "KGM") {
    const auto mg = own->factor.times(Fraction(1'000'000));
    return mg ? UnitMeaning{Measure::mass, *mg, UnitSource::code} : UnitMeaning{};
  }
  if (own) {
    const auto ml = own->factor.times(Fraction(1'000'000));
    return ml ? UnitMeaning{Measure::volume, *ml, UnitSource::code} : UnitMeaning{};
  }
  if (const auto kilograms = convert_one(supplier, code, "KGM", codes)) {
    const auto mg = kilograms->times(Fraction(1'000'000));
    if (mg && mg->numerator() > 0) return {Measure::mass, *mg, UnitSource::ratio};
  }
  Fraction holds(1);
  if (code == supplier.code && !supplier.ratios.empty() &&
      supplier.ratios.front().quantity.denominator() == 1)
    holds = supplier.ratios.front().quantity;
  return {Measure::pieces, holds, UnitSource::code};
}

}  // namespace domain
