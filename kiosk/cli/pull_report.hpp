// What a pull brought, told on the command line: a line an order, and what changed on the server.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/entry.hpp"
#include "domain/reference_changes.hpp"

namespace kiosk {

// What an order was before this pull, in the day that is open.
struct Before {
  domain::ReferenceOrder order;
  domain::Stamp imported_at;
};

// "Order 4: 3 cells changed on the server since 09:12." and the like, one sentence a kind of
// change; none where nothing changed.
std::vector<std::string> change_sentences(const Before& before, const domain::ReferenceOrder& now);

std::string pulled_line(int day, const domain::ReferenceOrder& now);
// The same with the ids of what changed; `changed` is null where the order is new in the day.
std::string pulled_json(int day, const domain::ReferenceOrder& now,
                        const std::optional<Before>& before);

}  // namespace kiosk
