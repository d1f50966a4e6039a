#include "sync/server/folder/order_tables.hpp"

#include <algorithm>

#include "domain/shortfalls.hpp"
#include "sync/server/folder/csv.hpp"

namespace server {

namespace {

using domain::CellPlace;
using domain::Day;

const domain::ReferenceOrder& order_of(const Day& day, int order) {
  return day.orders()[static_cast<std::size_t>(order)];
}

const domain::GroupOrder& group_of(const Day& day, CellPlace at) {
  return order_of(day, at.order).group_orders[static_cast<std::size_t>(day.cell(at).group)];
}

bool changed(const domain::CellFigures& figures, std::optional<domain::Quantity> result) {
  if (!result) return false;
  return !figures.base ||
         domain::round_to_server(*figures.base) != domain::round_to_server(*result);
}

const std::string& producer_of(const Day& day, CellPlace at) {
  const auto& article = day.article(day.article_of(at));
  return article.producer.empty() ? order_of(day, at.order).supplier : article.producer;
}

}  // namespace

std::vector<CellPlace> cells_in_order(const Day& day, int order) {
  std::vector<CellPlace> cells;
  for (int c = 0; c < static_cast<int>(order_of(day, order).cells.size()); ++c)
    cells.push_back({order, c});
  std::sort(cells.begin(), cells.end(), [&day](CellPlace a, CellPlace b) {
    return std::pair(group_of(day, a).id, day.cell(a).id) <
           std::pair(group_of(day, b).id, day.cell(b).id);
  });
  return cells;
}

std::string quantity_field(std::optional<domain::Quantity> quantity) {
  return quantity ? text_of(domain::round_to_server(*quantity)) : "";
}

std::string results_csv(const Day& day, int order, const domain::PushState& pushed) {
  Csv csv;
  csv.line({"order_id", "cell_id", "group_order_id", "order_article_id", "ordergroup", "article",
            "unit", "asked", "base", "result", "changed", "cause"});
  const std::string order_id = std::to_string(order_of(day, order).id.value);
  for (const CellPlace at : cells_in_order(day, order)) {
    const domain::ReferenceCell& cell = day.cell(at);
    const domain::OrderArticle& article = day.article(day.article_of(at));
    const domain::CellFigures figures = day.figures(at);
    const auto& sent = pushed.cell(cell.id);
    const auto kept = domain::kept_of_server(domain::our_figure(day, at, sent), sent);
    const auto result = kept && figures.given ? kept : figures.given;
    csv.line({order_id, std::to_string(cell.id.value), std::to_string(group_of(day, at).id.value),
              article.id ? std::to_string(article.id->value) : "", day.ordergroup(at), article.name,
              article.unit.text, quantity_field(cell.asked), quantity_field(figures.base),
              quantity_field(result), changed(figures, result) ? "1" : "0",
              figures.shortfall ? text_of(*figures.shortfall) : ""});
  }
  return csv.text();
}

std::string shortfalls_csv(const Day& day, int order) {
  Csv csv;
  csv.line({"order_id", "cell_id", "producer", "article", "ordergroup", "unit", "target", "given",
            "missing", "amount", "cause"});
  const std::string order_id = std::to_string(order_of(day, order).id.value);
  for (const auto& shortfall : domain::shortfalls(day, order)) {
    const domain::OrderArticle& article = day.article(day.article_of(shortfall.at));
    csv.line({order_id, std::to_string(day.cell(shortfall.at).id.value),
              producer_of(day, shortfall.at), article.name, day.ordergroup(shortfall.at),
              article.unit.text, quantity_field(shortfall.target), quantity_field(shortfall.given),
              quantity_field(shortfall.missing), shortfall.amount ? text_of(*shortfall.amount) : "",
              text_of(shortfall.cause)});
  }
  return csv.text();
}

}  // namespace server
