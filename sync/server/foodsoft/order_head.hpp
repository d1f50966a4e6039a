// The head of an order's page, above its table: which order, its state by its links whatever the
// language (foodsoft.md 3.6), supplier, who made it. Links in comments below do not count.
#pragma once

#include <string>

#include "domain/reference.hpp"
#include "sync/server/foodsoft/html.hpp"

namespace server {

struct OrderHead {
  domain::OrderId id;
  domain::ServerState state = domain::ServerState::finished;
  domain::OrderKind kind = domain::OrderKind::supplier;
  std::string supplier;
  std::string created_by;  // empty where the page does not tell
};

// `table` is the page's own one: the head ends there.
domain::Result<OrderHead> read_order_head(Element root, Element table);

// The order's id in a link like "/f/orders/4/receive?x=y", where its path goes on with `rest` and
// no further; nothing for other links.
std::optional<std::int64_t> order_in_link(std::string_view link, std::string_view rest);

}  // namespace server
