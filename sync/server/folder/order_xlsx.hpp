// The workbook of one order, for people: what each ordergroup gets, what is short, what each group
// pays. Cells are typed; text is never a formula. Pure but for the library's own unnamed temporary
// files.
#pragma once

#include <string>
#include <string_view>

#include "domain/day.hpp"
#include "domain/result.hpp"

namespace server {

// Heads in French, English or German by `language` ("fr", "en", "de"; French for any other).
domain::Result<std::string> order_xlsx(const domain::Day& day, int order,
                                       std::string_view language);

}  // namespace server
