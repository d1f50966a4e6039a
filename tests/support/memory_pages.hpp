// An order of a Foodsoft in memory, and its pages as the running one shows them: 5.x in the billing
// unit with 3 decimals, settled orders as text with 2.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/pricing.hpp"
#include "domain/unit_code.hpp"
#include "sync/server/foodsoft/foodsoft.hpp"

namespace support {

struct MemoryOrder {
  domain::ReferenceOrder told;  // ids, names, units, prices
  domain::ServerState state = domain::ServerState::finished;
  std::map<std::int64_t, domain::Quantity> results;  // by cell
  std::map<std::int64_t, domain::Quantity> received;
  std::map<std::int64_t, domain::Money> stored, transport;  // by group order
  std::vector<std::string> comments;
  std::set<std::int64_t> gone;  // cells
  // 5.x: the billing unit of an article and how many of its result unit one is.
  std::map<int, server::UnitFacts> facts;
  int receives = 0;
};

inline domain::FinePrice price(const MemoryOrder& order, const domain::ReferenceCell& cell) {
  const auto& article = order.told.articles[static_cast<std::size_t>(cell.article)];
  const auto unit_price = article.unit_price.value_or(domain::UnitPrice());
  return domain::price_of(order.results.at(cell.id.value), unit_price);
}

inline server::OrderHead head(const MemoryOrder& order) {
  return {order.told.id, order.state, order.told.kind, order.told.supplier, {}};
}
// As the page writes it: 5.x in the billing unit with 3 decimals, text with 2.
inline server::ShownResult shown(const MemoryOrder& order, const domain::ReferenceCell& cell) {
  const domain::Quantity value = order.results.at(cell.id.value);
  if (order.state == domain::ServerState::closed) {
    constexpr std::int64_t hundredth = 10'000;
    return {domain::narrow(domain::divide_rounded(value.units(), hundredth)) * hundredth,
            server::ResultForm::text};
  }
  const auto facts = order.facts.find(cell.article);
  if (facts == order.facts.end()) return {value.units(), server::ResultForm::input};
  const auto& article = order.told.articles[static_cast<std::size_t>(cell.article)];
  const auto factor = domain::convert_one(facts->second.supplier, article.unit.text,
                                          facts->second.billing, domain::common_unit_codes());
  return {domain::round_to_server(domain::Quantity(*factor->scale(value.units()))).units(),
          server::ResultForm::billing_input};
}
inline server::GroupsPage groups_page(const MemoryOrder& order) {
  server::GroupsPage page;
  page.head = head(order);
  page.series = order.told.series;
  for (std::size_t g = 0; g < order.told.group_orders.size(); ++g) {
    const auto& group = order.told.group_orders[g];
    server::ShownGroup shown_group{group.id, group.ordergroup, {}, {}};
    for (const auto& cell : order.told.cells)
      if (cell.group == static_cast<int>(g) && order.gone.count(cell.id.value) == 0)
        shown_group.price_sum = shown_group.price_sum + price(order, cell);
    const auto transport = order.transport.find(group.id.value);
    if (transport != order.transport.end())
      shown_group.total =
          shown_group.price_sum +
          domain::price_of(domain::whole_units(1), domain::unit_price(transport->second));
    page.groups.push_back(shown_group);
  }
  for (std::size_t a = 0; a < order.told.articles.size(); ++a) {
    server::ArticleShown article;
    article.name = order.told.articles[a].name;
    article.unit_text = order.told.articles[a].unit.text;
    const auto facts = order.facts.find(static_cast<int>(a));
    if (facts != order.facts.end()) article.units = facts->second;
    page.articles.push_back(article);
  }
  for (const auto& cell : order.told.cells) {
    if (order.gone.count(cell.id.value) != 0) continue;
    page.cells.push_back(
        {cell.id, cell.group, cell.article, {}, shown(order, cell), price(order, cell), 0});
  }
  return page;
}
inline server::ArticleRow article_row_of(const MemoryOrder& order, domain::OrderArticleId id) {
  server::ArticleRow row;
  row.settled = order.state == domain::ServerState::closed;
  for (const auto& cell : order.told.cells) {
    const auto& article = order.told.articles[static_cast<std::size_t>(cell.article)];
    if (article.id != id || order.gone.count(cell.id.value) != 0) continue;
    row.name = article.name;
    if (order.told.series == domain::Series::v4) row.unit_text = article.unit.text;
    if (order.results.at(cell.id.value) <= domain::Quantity()) continue;
    server::RowCell shown_cell{
        cell.id, order.told.group_orders[static_cast<std::size_t>(cell.group)].ordergroup,
        shown(order, cell)};
    const auto facts = order.facts.find(cell.article);
    if (facts != order.facts.end()) shown_cell.units = facts->second;
    shown_cell.price_cents = domain::round_to_cents(price(order, cell)).units();
    row.cells.push_back(shown_cell);
  }
  return row;
}
inline server::ReceiveRow receive_row_of(const MemoryOrder& order,
                                         const domain::OrderArticle& article) {
  server::ReceiveRow row;
  row.id = *article.id;
  row.name = article.name;
  row.unit_text = article.unit.text;
  const auto received = order.received.find(article.id->value);
  if (received != order.received.end()) row.units_received = received->second.units();
  return row;
}

}  // namespace support
