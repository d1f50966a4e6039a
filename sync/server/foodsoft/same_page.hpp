// Whether two pages of one kind and order tell the same, whatever their language: what two people
// saved, or one person twice (contracts.md 2.1). The sentence names what differs.
#pragma once

#include <optional>
#include <string>

#include "sync/server/foodsoft/pages.hpp"

namespace server {

// Nothing where they agree, else what they contradict each other in: "the price of cell 103".
std::optional<std::string> difference(const GroupsPage& a, const GroupsPage& b);
std::optional<std::string> difference(const ArticlesPage& a, const ArticlesPage& b);
std::optional<std::string> difference(const ReceivePage& a, const ReceivePage& b);

}  // namespace server
