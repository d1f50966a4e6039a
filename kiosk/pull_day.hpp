// What `day pull` and the kiosk's pull do alike: which orders are asked for, and which of those
// that came may stand in the day.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sync/journal/journal.hpp"
#include "sync/server/foodsoft/pull.hpp"

namespace kiosk {

struct PullWish {
  std::vector<std::int64_t> orders;   // empty: those of a pickup date
  std::optional<std::string> pickup;  // ISO date
};

// By the server's list, with those that the open day holds already. Refused where there is none.
domain::Result<std::vector<domain::OrderId>> orders_to_pull(server::Foodsoft& server,
                                                            const PullWish& wish,
                                                            std::span<const domain::OrderId> held,
                                                            std::string_view today);

// Orders that cannot stand in this day move from `pulled` to its refusals.
void keep_out_strangers(const std::vector<journal::Reference>& held, const std::string& address,
                        server::Pulled& pulled);

}  // namespace kiosk
