// Exact numbers as texts of the journal's JSON. Pure.
#pragma once

#include <string>
#include <string_view>

#include "domain/amount.hpp"
#include "domain/fraction.hpp"

namespace journal {

// "500000", "1/3".
inline std::string fraction_text(domain::Fraction f) {
  std::string text = std::to_string(f.numerator());
  if (f.denominator() != 1) text += "/" + std::to_string(f.denominator());
  return text;
}

inline domain::Result<domain::Fraction> fraction_from(std::string_view text) {
  const auto slash = text.find('/');
  const auto above = domain::read_decimal(text.substr(0, slash), 0, domain::Sign::allowed);
  if (!above) return tl::unexpected(above.error());
  const auto below = slash == text.npos ? domain::Result<std::int64_t>(1)
                                        : domain::read_decimal(text.substr(slash + 1), 0);
  if (!below) return tl::unexpected(below.error());
  const auto value = domain::Fraction::of(*above, *below);
  if (!value) return domain::fail(domain::Fault::bad_value, "a ratio's denominator is 0");
  return *value;
}

// A quantity with all its six decimals, a sign allowed: as text_of writes it.
inline domain::Result<domain::Quantity> quantity_from(std::string_view text) {
  return domain::read_decimal(text, domain::quantity_places, domain::Sign::allowed)
      .map([](std::int64_t micro) { return domain::Quantity(micro); });
}

}  // namespace journal
