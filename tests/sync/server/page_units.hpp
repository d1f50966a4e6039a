// How a made-up server writes an article's units into its pages.
#pragma once

#include <string>

#include "sync/server/page_writer.hpp"

namespace support {

std::string escaped(const std::string& text);
// The supplier unit's code, or the custom text.
std::string supplier_of(const DbArticle& a);
// "kg", "Pièces (1,5 kg)": the other unit in brackets unless the two are one.
std::string with_ratio(const DbArticle& a, const std::string& unit, char mark);
std::string unit_attributes(const DbArticle& a);
// `const unitsData = {…}` in its script.
std::string units_script();

}  // namespace support
