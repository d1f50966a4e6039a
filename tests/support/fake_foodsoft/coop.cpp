#include "fake_foodsoft/coop.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fake {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> plain{{
    {"é", "e"}, {"è", "e"},  {"ê", "e"},  {"ë", "e"},  {"É", "e"}, {"È", "e"},
    {"à", "a"}, {"â", "a"},  {"ä", "a"},  {"Ä", "a"},  {"ç", "c"}, {"ï", "i"},
    {"î", "i"}, {"ö", "o"},  {"ô", "o"},  {"Ö", "o"},  {"ü", "u"}, {"û", "u"},
    {"ù", "u"}, {"œ", "oe"}, {"Œ", "oe"}, {"ß", "ss"},
}};

}  // namespace

std::string folded(const std::string& name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const auto hit = std::find_if(plain.begin(), plain.end(), [&](const auto& pair) {
      return name.compare(at, pair.first.size(), pair.first) == 0;
    });
    if (hit != plain.end()) {
      out += hit->second;
      at += hit->first.size();
      continue;
    }
    const char c = name[at++];
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::vector<const Article*> articles_of(const Coop& coop, int order) {
  std::vector<const Article*> found;
  for (const auto& [id, article] : coop.articles)
    if (article.order == order) found.push_back(&article);
  return found;
}

std::vector<const GroupOrder*> groups_of(const Coop& coop, int order) {
  std::vector<const GroupOrder*> found;
  for (const auto& [id, group] : coop.group_orders)
    if (group.order == order) found.push_back(&group);
  return found;
}

std::vector<const Cell*> cells_of_article(const Coop& coop, int article) {
  std::vector<const Cell*> found;
  for (const auto& [id, cell] : coop.cells)
    if (cell.article == article) found.push_back(&cell);
  return found;
}

std::vector<const Cell*> cells_of_group(const Coop& coop, int group_order) {
  std::vector<const Cell*> found;
  for (const auto& [id, cell] : coop.cells)
    if (cell.group_order == group_order) found.push_back(&cell);
  return found;
}

const Order& order_of(const Coop& coop, const Cell& cell) {
  return coop.orders.at(coop.articles.at(cell.article).order);
}

std::string supplier_name(const Coop& coop, const Order& order) {
  return order.supplier ? coop.suppliers.at(*order.supplier).name : "Stock";
}

std::string group_name(const Coop& coop, const GroupOrder& group) {
  if (!group.ordergroup) return "Stock (Kiosk Essai)";
  const Ordergroup& own = coop.ordergroups.at(*group.ordergroup);
  return own.deleted ? own.name + " †" : own.name;
}

std::vector<const GroupOrder*> groups_by_name(const Coop& coop, int order) {
  auto found = groups_of(coop, order);
  std::stable_sort(found.begin(), found.end(), [&](const GroupOrder* a, const GroupOrder* b) {
    return folded(group_name(coop, *a)) < folded(group_name(coop, *b));
  });
  return found;
}

bool has_orphan(const Coop& coop, int article) {
  for (const Cell* cell : cells_of_article(coop, article))
    if (!coop.group_orders.contains(cell->group_order)) return true;
  return false;
}

bool order_has_orphan(const Coop& coop, int order) {
  for (const Article* article : articles_of(coop, order))
    if (has_orphan(coop, article->id)) return true;
  return false;
}

}  // namespace fake
