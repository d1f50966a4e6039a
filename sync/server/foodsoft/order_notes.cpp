#include "sync/server/foodsoft/order_notes.hpp"

#include <unordered_map>

namespace server {

namespace {

const domain::OrderArticle& article_of(const domain::ReferenceOrder& order,
                                       const domain::ReferenceCell& cell) {
  return order.articles[static_cast<std::size_t>(cell.article)];
}

bool same_article(const domain::OrderArticle& a, const domain::OrderArticle& b) {
  return a.id && b.id ? *a.id == *b.id : a.name == b.name;
}

}  // namespace

std::optional<std::string> note_on(const domain::ReferenceOrder& order) {
  const std::string name = "order " + std::to_string(order.id.value);
  if (order.state == domain::ServerState::closed)
    return name + " is settled: it is kept for looking only";
  if (order.base_certainty == domain::Certainty::about)
    return name +
           ": its pages round the results; it can be weighed, but must be read anew with a finance "
           "account before anything is sent";
  return std::nullopt;
}

std::optional<domain::CellId> taken_cell(const domain::ReferenceOrder& order,
                                         std::unordered_set<domain::CellId>& taken) {
  for (const auto& cell : order.cells)
    if (taken.count(cell.id) > 0) return cell.id;
  for (const auto& cell : order.cells) taken.insert(cell.id);
  return std::nullopt;
}

std::optional<std::string> stranger(const domain::ReferenceOrder& before,
                                    const domain::ReferenceOrder& now) {
  if (before.supplier != now.supplier)
    return "it is of \"" + before.supplier + "\" here and of \"" + now.supplier + "\" there";
  std::unordered_map<domain::CellId, const domain::ReferenceCell*> cells;
  for (const auto& cell : before.cells) cells.emplace(cell.id, &cell);
  bool common = false;
  for (const auto& cell : now.cells) {
    const auto at = cells.find(cell.id);
    if (at == cells.end()) continue;
    common = true;
    const auto& old_group = before.group_orders[static_cast<std::size_t>(at->second->group)];
    const auto& group = now.group_orders[static_cast<std::size_t>(cell.group)];
    if (old_group.id != group.id ||
        !same_article(article_of(before, *at->second), article_of(now, cell)))
      return "its cell " + std::to_string(cell.id.value) + " is of another group or article there";
  }
  if (!common && !before.cells.empty() && !now.cells.empty())
    return std::string("they have no cell in common");
  return std::nullopt;
}

}  // namespace server
