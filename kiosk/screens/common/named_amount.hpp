// An amount of a cell as people say it: a weight where the unit is a mass, else so many units
// ("3 boîtes"). The words of a unit come from the server's text and are never translated; a plural
// is written where the word is one that we know.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "domain/day.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens {

struct Pieces {
  domain::Quantity number;
  std::string unit;  // as the server tells it: "boîte de 6"
  bool operator==(const Pieces&) const = default;
};
using NamedAmount = std::variant<domain::Weight, Pieces>;

// What `quantity` of this cell's article is.
NamedAmount named_amount(const domain::Day& day, domain::CellPlace at, domain::Quantity quantity);
// What the cell has so far: the exact sum of its bags where they were weighed.
NamedAmount named_given(const domain::Day& day, domain::CellPlace at);
NamedAmount less(const NamedAmount& a, const NamedAmount& b);  // of one kind
bool is_positive(const NamedAmount& amount);

// "1 262 g", "3 boîtes", "2 × 0,75 L".
std::string text_of(const ui::Ui& ui, const NamedAmount& amount);

// "boîte de 6": the word alone, in the number's form, and the rest, "de 6".
struct UnitWords {
  std::string word, rest;
};
UnitWords unit_words(domain::Quantity number, std::string_view unit);

}  // namespace screens
