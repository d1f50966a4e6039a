#include "domain/unit.hpp"

#include <array>

namespace domain {

namespace {

Result<UnitMeaning> measured(std::string_view text, Measure measure, const char* example) {
  const auto collapsed = collapse_blanks(text);
  UnitMeaning meaning = read_unit_text(collapsed);
  if (meaning.measure != measure || collapsed.empty() || collapsed.front() < '0' ||
      collapsed.front() > '9')
    return fail(Fault::bad_value,
                "\"" + std::string(text) + "\" is no such size; write it like \"" + example + "\"");
  meaning.source = UnitSource::person;
  return meaning;
}

}  // namespace

std::string collapse_blanks(std::string_view text) {
  static constexpr std::array<std::string_view, 10> blanks = {
      "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87", " ",
      "\t",       "\n",           "\r",           "\v",           "\f"};
  std::string out;
  bool pending = false;
  while (!text.empty()) {
    std::size_t skip = 0;
    for (const auto blank : blanks)
      if (text.substr(0, blank.size()) == blank) skip = blank.size();
    if (skip > 0) {
      pending = !out.empty();
      text.remove_prefix(skip);
      continue;
    }
    if (pending) out.push_back(' ');
    pending = false;
    out.push_back(text.front());
    text.remove_prefix(1);
  }
  return out;
}

Result<UnitMeaning> mass_meaning(std::string_view text) {
  return measured(text, Measure::mass, "1.5 kg");
}

Result<UnitMeaning> volume_meaning(std::string_view text) {
  return measured(text, Measure::volume, "0.75 L");
}

Result<UnitMeaning> pieces_meaning(std::string_view text) {
  const auto count = read_decimal(text, 0);
  if (!count || *count <= 0)
    return fail(Fault::bad_value, "\"" + std::string(text) + "\" is no number of pieces above 0");
  return UnitMeaning{Measure::pieces, Fraction(*count), UnitSource::person};
}

void UnitBook::confirm(std::string text, UnitMeaning meaning) {
  meaning.source = UnitSource::person;
  confirmed_.insert_or_assign(std::move(text), meaning);
}

UnitMeaning UnitBook::meaning(const Unit& unit) const {
  const bool told =
      unit.meaning.source == UnitSource::code || unit.meaning.source == UnitSource::ratio;
  if (told) return unit.meaning;
  const auto said = confirmed_.find(unit.text);
  return said == confirmed_.end() ? unit.meaning : said->second;
}

std::optional<Quantity> quantity_of(Weight net, const UnitMeaning& unit) {
  if (!unit.is_mass() || unit.holds.numerator() <= 0) return std::nullopt;
  // Thousandths of the unit, rounded once.
  const Wide thousandths = divide_rounded(
      static_cast<Wide>(net.units()) * unit.holds.denominator() * 1000, unit.holds.numerator());
  if (thousandths > largest_result.units() || thousandths < -largest_result.units())
    return std::nullopt;
  return Quantity(static_cast<std::int64_t>(thousandths) * 1000);
}

std::optional<Weight> weight_of(Quantity quantity, const UnitMeaning& unit) {
  if (!unit.is_mass()) return std::nullopt;
  if (quantity == Quantity(0)) return Weight(0);
  const auto per_micro = unit.holds.over(Fraction(1'000'000));
  const auto mg = per_micro ? per_micro->scale(quantity.units()) : std::nullopt;
  return mg ? std::optional(Weight(*mg)) : std::nullopt;
}

}  // namespace domain
