// What is told of an order that goes in, and what keeps it out beside others; the same for saved
// pages and for pulls. Pure.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "domain/reference.hpp"

namespace server {

// A sentence on an order that tells less than others: settled, or its results rounded.
std::optional<std::string> note_on(const domain::ReferenceOrder& order);

// A cell of the order that stands in `taken`, which cannot be: one server numbers its cells through
// all orders, so they come from two. Otherwise all its cells are taken now.
std::optional<domain::CellId> taken_cell(const domain::ReferenceOrder& order,
                                         std::unordered_set<domain::CellId>& taken);

// Why two orders with one number are not the same order, so that the newer cannot take the older's
// place: another supplier, or a cell that is of another group or article. Nothing where they are.
std::optional<std::string> stranger(const domain::ReferenceOrder& before,
                                    const domain::ReferenceOrder& now);

}  // namespace server
