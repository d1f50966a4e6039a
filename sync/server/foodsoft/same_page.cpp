#include "sync/server/foodsoft/same_page.hpp"

#include <map>

namespace server {

namespace {

std::string of_cell(const std::string& what, domain::CellId id) {
  return what + " of cell " + std::to_string(id.value);
}

// Results in different units or roundings are no contradiction.
bool results_differ(const ShownResult& a, const ShownResult& b) {
  return a.form == b.form && a.value != b.value;
}

bool units_differ(const std::optional<UnitFacts>& a, const std::optional<UnitFacts>& b) {
  if (!a || !b) return false;
  if (a->supplier.code != b->supplier.code || a->billing != b->billing) return true;
  if (a->supplier.ratios.size() != b->supplier.ratios.size()) return true;
  for (std::size_t i = 0; i < a->supplier.ratios.size(); ++i)
    if (a->supplier.ratios[i].unit != b->supplier.ratios[i].unit ||
        a->supplier.ratios[i].quantity != b->supplier.ratios[i].quantity)
      return true;
  return a->told_factor && b->told_factor && !close(*a->told_factor, *b->told_factor);
}

template <class Item, class Key, class Compare>
std::optional<std::string> compare_all(const std::vector<Item>& a, const std::vector<Item>& b,
                                       const std::string& what, Key key, Compare compare) {
  std::map<std::int64_t, const Item*> others;
  for (const auto& item : b) others.emplace(key(item), &item);
  if (a.size() != b.size()) return "the number of " + what;
  for (const auto& item : a) {
    const auto at = others.find(key(item));
    if (at == others.end()) return "the " + what + " listed";
    if (auto found = compare(item, *at->second)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> difference(const GroupsPage& a, const GroupsPage& b) {
  if (a.series != b.series) return "the version of the server";
  if (a.head.state != b.head.state) return "the state of the order";
  const auto cell_id = [](const ShownCell& cell) { return cell.id.value; };
  return compare_all(a.cells, b.cells, "cells", cell_id,
                     [&](const ShownCell& x, const ShownCell& y) -> std::optional<std::string> {
                       const auto& in = a.articles[static_cast<std::size_t>(x.article)];
                       const auto& other = b.articles[static_cast<std::size_t>(y.article)];
                       const auto& group = a.groups[static_cast<std::size_t>(x.group)];
                       const auto& other_group = b.groups[static_cast<std::size_t>(y.group)];
                       if (in.name != other.name) return of_cell("the article", x.id);
                       if (group.id != other_group.id) return of_cell("the group", x.id);
                       if (x.asked != y.asked) return of_cell("what was asked", x.id);
                       if (x.price != y.price) return of_cell("the price", x.id);
                       if (results_differ(x.result, y.result)) return of_cell("the result", x.id);
                       const bool text =
                           a.series == domain::Series::v4 && in.unit_text != other.unit_text;
                       if (text || units_differ(in.units, other.units))
                         return of_cell("the unit", x.id);
                       return std::nullopt;
                     });
}

std::optional<std::string> difference(const ArticlesPage& a, const ArticlesPage& b) {
  const auto cell_id = [](const ListedCell& cell) { return cell.id.value; };
  return compare_all(a.cells, b.cells, "cells", cell_id,
                     [&](const ListedCell& x, const ListedCell& y) -> std::optional<std::string> {
                       const auto& in = a.articles[static_cast<std::size_t>(x.article)];
                       const auto& other = b.articles[static_cast<std::size_t>(y.article)];
                       if (in.id != other.id || in.name != other.name)
                         return of_cell("the article", x.id);
                       if (x.ordergroup != y.ordergroup) return of_cell("the group", x.id);
                       if (x.asked != y.asked) return of_cell("what was asked", x.id);
                       if (x.price != y.price) return of_cell("the price", x.id);
                       if (results_differ(x.result, y.result)) return of_cell("the result", x.id);
                       return std::nullopt;
                     });
}

std::optional<std::string> difference(const ReceivePage& a, const ReceivePage& b) {
  if (a.series != b.series) return "the version of the server";
  const auto row_id = [](const ReceiveRow& row) { return row.id.value; };
  return compare_all(a.rows, b.rows, "articles", row_id,
                     [&](const ReceiveRow& x, const ReceiveRow& y) -> std::optional<std::string> {
                       const std::string of = " of order article " + std::to_string(x.id.value);
                       if (x.name != y.name) return "the name" + of;
                       if (x.asked != y.asked) return "what was asked" + of;
                       if (x.units_to_order != y.units_to_order) return "what was ordered" + of;
                       if (x.units_received != y.units_received) return "what was received" + of;
                       const bool text =
                           a.series == domain::Series::v4 && x.unit_text != y.unit_text;
                       if (text || x.package != y.package || units_differ(x.units, y.units))
                         return "the unit" + of;
                       return std::nullopt;
                     });
}

}  // namespace server
