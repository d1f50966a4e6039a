// Orders of a day from a running server, through the same parsers and joins as saved pages. Knows
// no journal. Blocks: a big order takes the server 7 to 25 s (foodsoft.md 14.3); run it on a thread
// of its own. One pull at a time: a server goes on computing pages that nobody waits for.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "sync/server/foodsoft/foodsoft.hpp"

namespace server {

// Told before a page is asked for, on the pulling thread.
struct PullProgress {
  domain::OrderId order;
  std::size_t index = 0, orders = 0;  // the order's place, from 0
  enum class Page { groups, articles, receive, ordergroups } page = Page::groups;
};

struct PullRefusal {
  domain::OrderId order;
  domain::Error error;  // one sentence, which names the order
};

struct Pulled {
  std::vector<domain::ReferenceOrder> orders;  // whole, checked, in the order asked for
  std::vector<PullRefusal> refused;
  std::vector<std::string> notes;  // sentences on orders that went in, but tell less than others
  bool stopped = false;            // before all were asked for
};

// An order goes in whole or not at all; one that is refused does not keep the others out, unless
// the server itself does not answer any more. `stop` lets the running request finish and keeps
// what is whole by then. Ids of ordergroups are filled in where the account may see them.
Pulled pull_orders(Foodsoft& server, std::span<const domain::OrderId> orders,
                   const std::function<void(const PullProgress&)>& progress, std::stop_token stop);

// The orders of one pickup date that are finished or received: of `pickup`, else of the nearest
// date from `today` on (ISO dates), else of the latest. Where no order has a date, all of them.
std::vector<domain::OrderId> orders_of_day(std::span<const ListedOrder> listed,
                                           std::string_view today,
                                           const std::optional<std::string>& pickup);

}  // namespace server
