#include "kiosk/pull_day.hpp"

#include <algorithm>
#include <unordered_set>

#include "sync/server/foodsoft/order_notes.hpp"

namespace kiosk {

using domain::fail;
using domain::Fault;
using domain::OrderId;
using domain::Result;

Result<std::vector<OrderId>> orders_to_pull(server::Foodsoft& server, const PullWish& wish,
                                            std::span<const OrderId> held, std::string_view today) {
  std::vector<OrderId> orders;
  for (const auto id : wish.orders) orders.push_back({id});
  if (orders.empty() || wish.pickup) {
    const auto listed = server.orders();
    if (!listed) return tl::unexpected(listed.error());
    for (const auto id : server::orders_of_day(*listed, today, wish.pickup)) orders.push_back(id);
  }
  if (wish.orders.empty() && !wish.pickup) orders.insert(orders.end(), held.begin(), held.end());
  std::sort(orders.begin(), orders.end());
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
  if (orders.empty())
    return fail(Fault::not_found,
                wish.pickup ? "The server lists no order to distribute on " + *wish.pickup +
                                  "; nothing was changed, try another date or --order ID."
                            : std::string("The server lists no order to distribute; nothing was "
                                          "changed, close an order in Foodsoft first."));
  return orders;
}

void keep_out_strangers(const std::vector<journal::Reference>& held, const std::string& address,
                        server::Pulled& pulled) {
  std::unordered_set<domain::CellId> taken;
  const auto fresh = [&](OrderId id) {
    return std::any_of(pulled.orders.begin(), pulled.orders.end(),
                       [id](const auto& order) { return order.id == id; });
  };
  for (const auto& reference : held)
    if (!fresh(reference.order.id)) server::taken_cell(reference.order, taken);
  std::vector<domain::ReferenceOrder> kept;
  for (auto& order : pulled.orders) {
    std::optional<std::string> why;
    for (const auto& reference : held)
      if (reference.order.id == order.id && reference.mark.source != address)
        why = server::stranger(reference.order, order);
    if (!why)
      if (const auto cell = server::taken_cell(order, taken))
        why = "its cell " + std::to_string(cell->value) + " stands in another order of this day";
    if (!why) {
      kept.push_back(std::move(order));
      continue;
    }
    pulled.refused.push_back(
        {order.id,
         {Fault::refused, "order " + std::to_string(order.id.value) + " is left out: " + *why +
                              ", so the day holds orders of another server; end it with 'day "
                              "new', then pull"}});
  }
  pulled.orders = std::move(kept);
}

}  // namespace kiosk
