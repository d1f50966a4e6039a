// Crate numbers: an ordergroup's place among all of its day by name, fixed once given; those that
// come later get the next numbers. Pure.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sync/journal/journal.hpp"

namespace journal {

// Numbers for the ordergroups of `orders` that have none yet, in rising order.
std::vector<std::pair<std::string, int>> new_crates(const Crates& given,
                                                    std::span<const domain::ReferenceOrder> orders);

}  // namespace journal
