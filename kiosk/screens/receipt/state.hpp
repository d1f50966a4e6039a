// What was sent and what was read back, order by order, when and by whom; one order's cells where
// it was tapped.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/server_desk.hpp"

namespace screens::receipt {

struct OrderRow {
  domain::OrderId id;
  std::string supplier;
  long sent = 0, remaining = 0;
  bool verified = false;
  OrderTrouble trouble = OrderTrouble::none;
  std::optional<domain::Money> total;
};
struct CellRow {
  std::string ordergroup, article;
  NamedAmount sent;
  std::optional<NamedAmount> read;
  ReadBack::Outcome outcome = ReadBack::same;
};
struct Settled {
  std::string article, ordergroup, person;
  std::optional<NamedAmount> kept;
};

struct State {
  Frame frame;
  std::string at, person;
  std::vector<OrderRow> orders;
  long sent = 0, remaining = 0;
  long commented = 0;  // orders
  long day_orders = 0;
  bool complete = false;
  std::vector<Settled> settled;
  std::optional<domain::OrderId> open;  // this order's cells are shown
  std::string open_name;
  std::vector<CellRow> cells;
  bool not_printed = false;  // there is no printer for sheets
};

struct ShowOrder {
  domain::OrderId order;
};
struct Close {};
struct Print {};
struct Export {};
struct ToDay {};
struct SendRest {};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<ShowOrder, Close, Print, Export, ToDay, SendRest, FollowHeader>;

}  // namespace screens::receipt
