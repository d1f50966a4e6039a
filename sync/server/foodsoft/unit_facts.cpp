#include "sync/server/foodsoft/unit_facts.hpp"

#include <algorithm>

#include "domain/unit.hpp"
#include "sync/server/foodsoft/shown_number.hpp"

namespace server {

namespace {

constexpr int most_ratios = 30;
constexpr std::size_t factor_digits = 17;

}  // namespace

std::vector<std::string> UnitFacts::named() const {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  };
  add(billing);
  add(supplier.code);
  for (const auto& ratio : supplier.ratios) add(ratio.unit);
  return names;
}

std::optional<domain::Fraction> read_told_factor(std::string_view text) {
  const auto point = text.find('.');
  std::string_view digits = text;
  if (point != text.npos) {
    const std::size_t keep = std::max<std::size_t>(point + 2, factor_digits + 1);
    digits = text.substr(0, std::min(text.size(), keep));
  }
  const auto factor = domain::Fraction::read(digits);
  if (!factor || factor->numerator() <= 0) return std::nullopt;
  return *factor;
}

std::optional<UnitFacts> read_unit_facts(Element field) {
  UnitFacts facts;
  const auto text = [field](std::string_view name) {
    return domain::collapse_blanks(field.attribute(name).value_or(std::string_view{}));
  };
  const std::string supplier = text("data-supplier-order-unit");
  const std::string custom = text("data-custom-unit");
  const auto factor = field.attribute("data-multiply-before-submit");
  if (supplier.empty() && custom.empty()) return std::nullopt;
  facts.custom = supplier.empty();
  facts.supplier.code = facts.custom ? custom : supplier;
  facts.billing = text("data-default-unit");
  if (facts.billing.empty()) facts.billing = text("data-billing-unit");
  if (facts.billing.empty()) facts.billing = facts.supplier.code;
  for (int i = 0; i < most_ratios; ++i) {
    const std::string n = std::to_string(i);
    const auto quantity = field.attribute("data-ratio-quantity-" + n);
    const auto unit = field.attribute("data-ratio-unit-" + n);
    if (!quantity || !unit) break;
    const auto number = domain::Fraction::read(trimmed(*quantity));
    if (number && number->numerator() > 0)
      facts.supplier.ratios.push_back({std::string(*unit), *number});
  }
  if (factor) facts.told_factor = read_told_factor(trimmed(*factor));
  return facts;
}

bool close(const domain::Fraction& a, const domain::Fraction& b) {
  // Fractions up to 63 bits: a million times their quotient in 128 bits.
  const auto quotient = a.over(b);
  if (!quotient) {
    const auto x = a.scale(1'000'000'000), y = b.scale(1'000'000'000);
    return x && y && (*x > *y ? *x - *y : *y - *x) <= 1 + *y / 1'000'000;
  }
  const auto millionths = quotient->scale(1'000'000);
  return millionths && *millionths >= 999'999 && *millionths <= 1'000'001;
}

}  // namespace server
