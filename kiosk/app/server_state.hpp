// What the screens of the server show, worked out from the day, its entries, and what was last seen
// on the server: what waits to be sent, what would be sent, what the last push proved. Pure.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>

#include "domain/day.hpp"
#include "domain/push_state.hpp"
#include "kiosk/screens/server_desk.hpp"
#include "sync/journal/journal.hpp"
#include "sync/server/foodsoft/push/plan.hpp"

namespace kiosk {

struct ServerFacts {
  const domain::Day& day;
  std::span<const domain::Entry> entries;
  const domain::PushState& pushed;
  // Where the present reference of each order of the day came from, and when it did.
  std::span<const journal::ReferenceMark> marks;
  std::string address;
};

// An order as a look at the server saw it.
struct LookedOrder {
  server::SeenOrder seen;
  domain::ServerState state = domain::ServerState::finished;
};
struct PlanWishes {
  std::set<domain::OrderId> even_so;  // orders that a person sends with open bags
  bool mark_received = false;
};

// Cells whose figure the server does not have yet, without those in conflict.
long waiting_cells(const ServerFacts& facts);
// Against what was looked at; an order that was not, against the last pull.
screens::PushPlan plan_of(const ServerFacts& facts,
                          const std::map<domain::OrderId, LookedOrder>& looked, domain::Stamp at,
                          const PlanWishes& wishes);
// The newest push of each order; nothing where none was pushed.
std::optional<screens::Receipt> receipt_of(const ServerFacts& facts);
// A push wrote, and never came to the end of its order.
bool push_was_cut_off(std::span<const domain::Entry> entries);
// Cells that the new version of an order tells otherwise, but for what we sent there ourselves.
std::vector<screens::ChangedCell> changed_cells(const domain::ReferenceOrder& before,
                                                const domain::ReferenceOrder& now,
                                                const domain::PushState& pushed);

}  // namespace kiosk
