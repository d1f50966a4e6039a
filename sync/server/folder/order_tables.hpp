// The tables of one order that programs read: contracts.md 2.4. Pure.
#pragma once

#include <string>
#include <vector>

#include "domain/day.hpp"
#include "domain/push_state.hpp"

namespace server {

// Every cell of an order, sorted by group order and cell, as the tables list them.
std::vector<domain::CellPlace> cells_in_order(const domain::Day& day, int order);

// At most 3 decimals, a point; empty where unknown.
std::string quantity_field(std::optional<domain::Quantity> quantity);

// Where the treasurer corrected a figure after our push, or a person chose the server's, that one
// is the result.
std::string results_csv(const domain::Day& day, int order, const domain::PushState& pushed = {});
std::string shortfalls_csv(const domain::Day& day, int order);

}  // namespace server
