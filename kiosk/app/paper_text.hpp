// Amounts and causes as the sheets of the day write them. Pure.
#pragma once

#include <optional>
#include <string>

#include "domain/day.hpp"
#include "kiosk/ui/numbers.hpp"
#include "kiosk/ui/texts.hpp"

namespace kiosk {

class PaperText {
 public:
  explicit PaperText(ui::Language language) : texts_(language), numbers_(language) {}

  // Three decimals where the unit is a mass, at most three else; empty where unknown.
  std::string quantity(std::optional<domain::Quantity> q, const domain::UnitMeaning& unit) const;
  std::string difference(std::optional<domain::Quantity> q, const domain::UnitMeaning& unit) const;
  // "unknown" where nothing is known.
  std::string money(std::optional<domain::Money> m) const;
  std::string cause(const domain::Cause& cause) const;
  std::string order_title(const domain::ReferenceOrder& order) const;
  const ui::Texts& texts() const { return texts_; }

 private:
  ui::Texts texts_;
  ui::Numbers numbers_;
};

// Places of an order's ordergroups, by name.
std::vector<int> groups_by_name(const domain::ReferenceOrder& order);

}  // namespace kiosk
