#include "sync/journal/crate_numbers.hpp"

#include <algorithm>

#include "domain/sort_name.hpp"

namespace journal {

std::vector<std::pair<std::string, int>> new_crates(
    const Crates& given, std::span<const domain::ReferenceOrder> orders) {
  std::vector<std::string> names;
  for (const auto& order : orders)
    for (const auto& group : order.group_orders)
      if (!given.contains(group.ordergroup)) names.push_back(group.ordergroup);
  std::sort(names.begin(), names.end(), domain::name_before);
  names.erase(std::unique(names.begin(), names.end()), names.end());

  int last = 0;
  for (const auto& [name, number] : given) last = std::max(last, number);
  std::vector<std::pair<std::string, int>> fresh;
  for (auto& name : names) fresh.emplace_back(std::move(name), ++last);
  return fresh;
}

}  // namespace journal
