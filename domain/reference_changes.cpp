#include "domain/reference_changes.hpp"

#include <map>
#include <unordered_map>

namespace domain {

namespace {

// Half of the last decimal of a page that rounds results to two.
constexpr Quantity rounded_off(5'000);

bool differ(const std::optional<Quantity>& a, const std::optional<Quantity>& b,
            Quantity slack = {}) {
  if (!a || !b) return false;
  const Quantity off = *a < *b ? *b - *a : *a - *b;
  return off > slack;
}

template <class T>
bool known_to_differ(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && !(*a == *b);
}

std::string key_of(const OrderArticle& article) {
  return article.id ? "#" + std::to_string(article.id->value) : article.name;
}

void compare_cells(const ReferenceOrder& before, const ReferenceOrder& now,
                   ReferenceChanges& found) {
  std::unordered_map<CellId, const ReferenceCell*> older;
  for (const auto& cell : before.cells) older.emplace(cell.id, &cell);
  for (const auto& cell : now.cells) {
    const auto at = older.find(cell.id);
    if (at == older.end()) {
      found.new_cells.push_back(cell.id);
      continue;
    }
    const bool about =
        cell.base_certainty == Certainty::about || at->second->base_certainty == Certainty::about;
    if (differ(at->second->base, cell.base, about ? rounded_off : Quantity()))
      found.results.push_back(cell.id);
    if (differ(at->second->asked, cell.asked) || differ(at->second->tolerance, cell.tolerance))
      found.asked.push_back(cell.id);
    older.erase(at);
  }
  for (const auto& cell : before.cells)
    if (older.count(cell.id) > 0) found.gone_cells.push_back(cell.id);
}

void compare_article(const OrderArticle& before, const OrderArticle& now, int index,
                     ReferenceChanges& found) {
  const bool exact =
      before.price_certainty == Certainty::exact && now.price_certainty == Certainty::exact;
  if (exact && known_to_differ(before.unit_price, now.unit_price)) found.prices.push_back(index);
  const bool named = !before.unit.text.empty() && !now.unit.text.empty();
  if (named && before.unit.text != now.unit.text) found.units.push_back(index);
  const bool by_ratio = before.unit.meaning.source == UnitSource::ratio &&
                        now.unit.meaning.source == UnitSource::ratio;
  if (known_to_differ(before.per_supplier_unit, now.per_supplier_unit) ||
      (by_ratio && before.unit.meaning.holds != now.unit.meaning.holds))
    found.ratios.push_back(index);
  // Both pages tell it or neither: an empty field is "nothing yet".
  const bool told = before.units_to_order && now.units_to_order;
  if (told && before.units_received != now.units_received) found.received.push_back(index);
}

void compare_articles(const ReferenceOrder& before, const ReferenceOrder& now,
                      ReferenceChanges& found) {
  std::map<std::string, int> older;
  for (std::size_t i = 0; i < before.articles.size(); ++i)
    older.emplace(key_of(before.articles[i]), static_cast<int>(i));
  for (std::size_t i = 0; i < now.articles.size(); ++i) {
    const auto at = older.find(key_of(now.articles[i]));
    if (at == older.end()) {
      found.new_articles.push_back(static_cast<int>(i));
      continue;
    }
    compare_article(before.articles[static_cast<std::size_t>(at->second)], now.articles[i],
                    static_cast<int>(i), found);
    older.erase(at);
  }
  for (const auto& [key, index] : older) found.gone_articles.push_back(index);
}

void compare_groups(const ReferenceOrder& before, const ReferenceOrder& now,
                    ReferenceChanges& found) {
  std::map<GroupOrderId, int> older;
  for (std::size_t i = 0; i < before.group_orders.size(); ++i)
    older.emplace(before.group_orders[i].id, static_cast<int>(i));
  for (std::size_t i = 0; i < now.group_orders.size(); ++i) {
    const auto at = older.find(now.group_orders[i].id);
    if (at == older.end()) {
      found.new_groups.push_back(static_cast<int>(i));
      continue;
    }
    const auto& old_name = before.group_orders[static_cast<std::size_t>(at->second)].ordergroup;
    if (old_name != now.group_orders[i].ordergroup)
      found.renamed_groups.push_back(static_cast<int>(i));
    older.erase(at);
  }
  for (const auto& [id, index] : older) found.gone_groups.push_back(index);
}

}  // namespace

bool ReferenceChanges::any() const { return !(*this == ReferenceChanges{}); }

ReferenceChanges changes(const ReferenceOrder& before, const ReferenceOrder& now) {
  ReferenceChanges found;
  compare_cells(before, now, found);
  compare_articles(before, now, found);
  compare_groups(before, now, found);
  found.state = before.state != now.state;
  return found;
}

}  // namespace domain
