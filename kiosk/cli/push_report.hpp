// What `day push` prints: one object or line a step, one last object (contracts.md 8). Pure.
#pragma once

#include <string>
#include <vector>

#include "domain/settled.hpp"
#include "sync/server/foodsoft/push/push.hpp"

namespace kiosk {

// `from`: when the order was last pulled, where the server was not asked; empty else.
std::string step_json(const server::StepReport& step, const std::string& from);
std::string step_line(const server::StepReport& step);

// What an order settled meanwhile left to book by hand, by order id.
struct SettledOrder {
  domain::OrderId order;
  std::vector<domain::SettledGroup> groups;
};
std::string done_json(const std::vector<server::OrderReport>& orders,
                      const std::vector<SettledOrder>& settled, const domain::Day& day);
std::string order_line(const server::OrderReport& report);
// "Rosa: Carottes −0.300 × 1 kg, −0.50", one line a cell that is to be booked by hand.
std::vector<std::string> settled_lines(const std::vector<SettledOrder>& settled,
                                       const domain::Day& day);
// Why an order is not done; empty where it is.
std::string remains_of(const server::OrderReport& report);

}  // namespace kiosk
