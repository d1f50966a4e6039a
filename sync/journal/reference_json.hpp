// An order's reference as the JSON that the journal keeps, with a schema version "v". Cells are
// rows of a list, since a big order has tens of thousands: docs/journal.md names the columns. Pure.
#pragma once

#include <string>
#include <string_view>

#include "domain/reference.hpp"
#include "domain/result.hpp"

namespace journal {

inline constexpr int reference_schema = 1;

std::string reference_json(const domain::ReferenceOrder& order);
// Fault::damaged where it does not hold together, Fault::newer_version where a newer Romaine wrote
// it.
domain::Result<domain::ReferenceOrder> read_reference(std::string_view json);

}  // namespace journal
