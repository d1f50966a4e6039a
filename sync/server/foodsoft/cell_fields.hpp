// What the rows of the three tables have in common: their fields, read or refused with the place.
#pragma once

#include <array>
#include <string>

#include "sync/server/foodsoft/pages.hpp"

namespace server {

// A row's fields in order; a server's rows have at most 9.
struct RowFields {
  std::array<Element, 12> td;
  std::size_t count = 0;
};
RowFields fields_of(Element row);

domain::Result<AskedAndTolerance> asked_of(Element field, const std::string& place);
domain::Result<ShownResult> result_of(Element field, const std::string& place);
// The exact decimal in data-value: a price without it is a torn page.
domain::Result<domain::FinePrice> price_of(Element field, const std::string& place);
// The field that a result or an amount is typed into, if any: its units stand on it.
Element input_named(Element within, std::string_view end_of_name);

// "line 812, cell 103".
std::string place_of(Element row, const std::string& what);

tl::unexpected<domain::Error> torn(const std::string& why, const std::string& place);

}  // namespace server
