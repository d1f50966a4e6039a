#include "sync/server/foodsoft/wire/check.hpp"

#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

using domain::Fault;
using domain::Result;
using domain::Series;

// The page as it stands; nothing where the account may not see it.
Result<std::optional<GuardedPage>> page_for_role(Session& session, const std::string& path) {
  const auto reply = session.look(path);
  if (!reply) return tl::unexpected(reply.error());
  if (redirect_of(*reply, session.peer()) == Redirect::home) return std::optional<GuardedPage>();
  if (auto refused = refusal_of(*reply, session.peer(), ""))
    return tl::unexpected(std::move(*refused));
  auto page = guard_html(reply->body, Part::page);
  if (!page) return tl::unexpected(no_foodsoft(session.peer()));
  return std::optional(std::move(*page));
}

// Its first order, one that is not open if it can be: their pages show more.
std::optional<domain::OrderId> an_order(const Result<std::vector<ListedOrder>>& listed) {
  if (!listed || listed->empty()) return std::nullopt;
  for (const auto& order : *listed)
    if (order.state != domain::ServerState::open) return order.id;
  return listed->front().id;
}

// Where no order can be seen: 5.x has a second API, which asks for a token; 4.x knows no such page.
Result<std::optional<Series>> units_by_api(Session& session) {
  const auto reply = session.look("/api/v2/config");
  if (!reply) return tl::unexpected(reply.error());
  if (reply->status == 404) return std::optional(Series::v4);
  if (reply->status == 200 || reply->status == 401 || reply->status == 403)
    return std::optional(Series::v5);
  return std::optional<Series>();
}

}  // namespace

Result<ServerFacts> check_server(WireFoodsoft& server) {
  Session& session = server.session();
  if (const auto in = session.log_in(); !in) return tl::unexpected(in.error());
  ServerFacts facts;
  facts.version = session.version();
  const auto pickups = page_for_role(session, "/pickups");
  if (!pickups) return tl::unexpected(pickups.error());
  const auto orders = page_for_role(session, "/orders");
  if (!orders) return tl::unexpected(orders.error());
  const auto finance = page_for_role(session, "/finance/ordergroups");
  if (!finance) return tl::unexpected(finance.error());
  facts.pickups = pickups->has_value();
  facts.orders = orders->has_value();
  facts.finance = finance->has_value();
  std::optional<domain::OrderId> order;
  if (*pickups) order = an_order(read_pickups_list(**pickups));
  if (!order && *orders) order = an_order(read_orders_list(**orders));
  if (!order) {
    const auto units = units_by_api(session);
    if (!units) return tl::unexpected(units.error());
    facts.units = *units;
    return facts;
  }
  const auto page = page_for_role(session, "/orders/" + std::to_string(order->value));
  if (!page) return tl::unexpected(page.error());
  if (!*page) return facts;
  if (const auto frame = read_page_frame(**page))
    facts.units = frame->new_units ? Series::v5 : Series::v4;
  if (const auto read = read_order_page(**page)) facts.user_id = read->user_id;
  return facts;
}

}  // namespace server
