// The state as JSON: what a test compares with what the client believes.
#include <nlohmann/json.hpp>

#include "fake_foodsoft/admin.hpp"
#include "fake_foodsoft/pricing.hpp"

namespace fake {
namespace {

using nlohmann::json;

json decimal(const std::optional<Decimal>& value) {
  return value ? json(value->text()) : json(nullptr);
}

json cells_json(const Coop& coop) {
  json out = json::object();
  for (const auto& [id, cell] : coop.cells) {
    const auto group = coop.group_orders.find(cell.group_order);
    const bool orphan = group == coop.group_orders.end();
    out[std::to_string(id)] = {
        {"order", coop.articles.at(cell.article).order},
        {"article", cell.article},
        {"group_order", cell.group_order},
        {"ordergroup",
         orphan || !group->second.ordergroup ? json(nullptr) : json(*group->second.ordergroup)},
        {"group", orphan ? json(nullptr) : json(group_name(coop, group->second))},
        {"quantity", cell.quantity.text()},
        {"tolerance", cell.tolerance.text()},
        {"result", decimal(cell.result)},
        {"computed", decimal(cell.computed)},
        {"effective", effective_result(coop, cell).text()},
        {"price", cell_price(coop, cell).text()}};
  }
  return out;
}

json units_json(const Units& units) {
  json ratios = json::array();
  for (const Ratio& ratio : units.ratios) ratios.push_back({ratio.quantity.text(), ratio.unit});
  return {{"text", units.text},   {"box", units.box},         {"supplier", units.supplier},
          {"group", units.group}, {"billing", units.billing}, {"ratios", ratios}};
}

json articles_json(const Coop& coop) {
  json out = json::object();
  for (const auto& [id, article] : coop.articles)
    out[std::to_string(id)] = {{"order", article.order},
                               {"number", article.number},
                               {"name", article.name},
                               {"units", units_json(article.units)},
                               {"price", article.price.text()},
                               {"units_to_order", article.units_to_order.text()},
                               {"units_received", decimal(article.units_received)}};
  return out;
}

json groups_json(const Coop& coop) {
  json out = json::object();
  for (const auto& [id, group] : coop.group_orders) {
    const Decimal sum = group_sum(coop, id).rounded(2);
    out[std::to_string(id)] = {
        {"order", group.order},
        {"ordergroup", group.ordergroup ? json(*group.ordergroup) : json(nullptr)},
        {"name", group_name(coop, group)},
        {"stored", group.price.text()},
        {"sum", sum.text()},  // what it would be, computed now
        {"transport", group.transport.text()},
        {"stale", !(sum == group.price)}};
  }
  return out;
}

json orders_json(const Coop& coop) {
  json out = json::object();
  for (const auto& [id, order] : coop.orders)
    out[std::to_string(id)] = {{"state", name_of(order.state)},
                               {"supplier", supplier_name(coop, order)},
                               {"stock", !order.supplier.has_value()},
                               {"pickup", order.pickup},
                               {"transport", decimal(order.transport)}};
  return out;
}

}  // namespace

std::string dump(Server& server) {
  json out = server.with_coop([](const Coop& coop) {
    json comments = json::array();
    for (const Comment& comment : coop.comments)
      comments.push_back({{"id", comment.id},
                          {"order", comment.order},
                          {"user", comment.user},
                          {"text", comment.text}});
    json balances = json::object(), names = json::object();
    for (const auto& [id, group] : coop.ordergroups) {
      balances[std::to_string(id)] = group.balance.text();
      if (!group.deleted) names[std::to_string(id)] = group.name;
    }
    return json{{"version", coop.four() ? "4.9.2" : "5.0.0-rc1"},
                {"orders", orders_json(coop)},
                {"articles", articles_json(coop)},
                {"group_orders", groups_json(coop)},
                {"cells", cells_json(coop)},
                {"comments", comments},
                {"ordergroups", names},
                {"balances", balances}};
  });
  out["writes"] = server.writes().size();
  return out.dump();
}

}  // namespace fake
