// What other people do on the server while the kiosk works.
#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "fake_foodsoft/admin.hpp"
#include "fake_foodsoft/pricing.hpp"

namespace fake {
namespace {

using nlohmann::json;

Decimal decimal_in(const json& value) {
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  const auto number = Decimal::exact(text);
  if (!number) throw std::runtime_error("no number: " + text);
  return *number;
}
std::optional<Decimal> maybe_decimal(const json& value) {
  return value.is_null() ? std::nullopt : std::optional(decimal_in(value));
}

template <class Rows>
auto& row(Rows& rows, const json& what, const char* key) {
  const auto found = rows.find(what.at(key).get<int>());
  if (found == rows.end()) throw std::runtime_error(fmt::format("no such {}", key));
  return found->second;
}

void set_cell(Coop& coop, const json& what) {
  Cell& cell = row(coop.cells, what, "cell");
  cell.result = maybe_decimal(what.at("result"));
  if (what.contains("computed")) cell.computed = maybe_decimal(what.at("computed"));
  // As a person's PATCH would; `"stale": true` leaves the total as a lost race does.
  const auto group = coop.group_orders.find(cell.group_order);
  if (group != coop.group_orders.end() && !what.value("stale", false))
    store_total(coop, group->second);
}

void set_units(Units& units, const json& what) {
  if (what.contains("text")) units.text = what.at("text");
  if (what.contains("box")) units.box = what.at("box");
  if (what.contains("supplier_unit")) units.supplier = what.at("supplier_unit");
  if (what.contains("group_unit")) units.group = what.at("group_unit");
  if (what.contains("billing_unit")) units.billing = what.at("billing_unit");
  if (!what.contains("ratios")) return;
  units.ratios.clear();
  for (const json& ratio : what.at("ratios"))
    units.ratios.push_back({decimal_in(ratio.at(0)), ratio.at(1)});
}

void set_article(Coop& coop, const json& what) {
  Article& article = row(coop.articles, what, "article");
  if (what.contains("name")) article.name = what.at("name");
  if (what.contains("price")) article.price = decimal_in(what.at("price"));
  if (what.contains("units_received"))
    article.units_received = maybe_decimal(what.at("units_received"));
  if (what.contains("units_to_order"))
    article.units_to_order = decimal_in(what.at("units_to_order"));
  set_units(article.units, what);
  if (what.value("stale", false)) return;
  for (auto& [id, group] : coop.group_orders)
    if (group.order == article.order) store_total(coop, group);
}

// The treasurer deletes the article's row: its cells become 0, the totals stay (foodsoft.md 14.5).
void zero_article(Coop& coop, const json& what) {
  Article& article = row(coop.articles, what, "article");
  article.units_to_order = 0;
  article.units_received.reset();
  for (auto& [id, cell] : coop.cells)
    if (cell.article == article.id) cell.result = cell.computed = Decimal();
}

void delete_article(Coop& coop, const json& what) {
  const int id = row(coop.articles, what, "article").id;
  std::erase_if(coop.cells, [&](const auto& entry) { return entry.second.article == id; });
  coop.articles.erase(id);
}

void delete_cell(Coop& coop, const json& what) {
  const Cell cell = row(coop.cells, what, "cell");
  coop.cells.erase(cell.id);
  const auto group = coop.group_orders.find(cell.group_order);
  if (group != coop.group_orders.end()) store_total(coop, group->second);
}

void receive(Coop& coop, const json& what) {
  std::map<int, std::optional<Decimal>> values;
  const json units = what.value("units", json::object());
  for (const auto& [id, amount] : units.items()) values[std::stoi(id)] = maybe_decimal(amount);
  receive_values(coop, row(coop.orders, what, "order").id, values,
                 what.value("rest_to_tolerance", true));
}

void comment(Coop& coop, const json& what) {
  const int id = coop.comments.empty() ? 1 : coop.comments.back().id + 1;
  coop.comments.push_back({.id = id,
                           .order = row(coop.orders, what, "order").id,
                           .user = what.value("user", 9),
                           .text = what.at("text"),
                           .at = "2026-11-28 17:15"});
}

void set_state(Coop& coop, const json& what) {
  const std::string name = what.at("state");
  for (const State state : {State::open, State::finished, State::received, State::closed})
    if (name == name_of(state)) {
      row(coop.orders, what, "order").state = state;
      return;
    }
  throw std::runtime_error("no such state");
}

void set_roles(Coop& coop, const json& what) {
  for (auto& [id, user] : coop.users) {
    if (user.nick != what.at("user").get<std::string>()) continue;
    user.finance = what.value("finance", user.finance);
    user.orders = what.value("orders", user.orders);
    user.pickups = what.value("pickups", user.pickups);
  }
}

using Action = std::function<void(Coop&, const json&)>;
const std::map<std::string, Action>& actions() {
  static const std::map<std::string, Action> all{
      {"set_cell", set_cell},
      {"set_article", set_article},
      {"zero_article", zero_article},
      {"delete_article", delete_article},
      {"delete_cell", delete_cell},
      {"delete_group_order",
       [](Coop& coop, const json& what) {
         coop.group_orders.erase(row(coop.group_orders, what, "group_order").id);
       }},
      {"set_total",
       [](Coop& coop, const json& what) {
         row(coop.group_orders, what, "group_order").price = decimal_in(what.at("price"));
       }},
      {"delete_ordergroup",
       [](Coop& coop, const json& what) {
         row(coop.ordergroups, what, "ordergroup").deleted = true;
       }},
      {"rename_ordergroup",
       [](Coop& coop, const json& what) {
         row(coop.ordergroups, what, "ordergroup").name = what.at("name");
       }},
      {"set_transport",
       [](Coop& coop, const json& what) {
         Order& order = row(coop.orders, what, "order");
         order.transport = decimal_in(what.at("each"));
         for (auto& [id, group] : coop.group_orders)
           if (group.order == order.id) group.transport = *order.transport;
       }},
      {"settle", [](Coop& coop,
                    const json& what) { settle_order(coop, row(coop.orders, what, "order").id); }},
      {"set_state", set_state},
      {"receive", receive},
      {"comment", comment},
      {"set_roles", set_roles},
      {"delete_user",
       [](Coop& coop, const json& what) {
         std::erase_if(coop.users, [&](const auto& entry) {
           return entry.second.nick == what.at("user").get<std::string>();
         });
       }},
  };
  return all;
}

}  // namespace

std::string do_action(Server& server, const std::string& text) {
  try {
    const json what = json::parse(text);
    const std::string name = what.at("do");
    if (name == "expire_sessions") return server.expire_all(), std::string();
    const auto found = actions().find(name);
    if (found == actions().end()) return "no such action: " + name;
    server.with_coop([&](Coop& coop) { found->second(coop, what); });
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace fake
