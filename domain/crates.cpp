#include "domain/crates.hpp"

#include <algorithm>

#include "domain/sort_name.hpp"

namespace domain {

void Crates::add(std::vector<std::string> ordergroups) {
  std::sort(ordergroups.begin(), ordergroups.end(), name_before);
  for (auto& name : ordergroups) numbers_.try_emplace(std::move(name), count() + 1);
}

void Crates::add(const std::vector<ReferenceOrder>& orders) {
  std::vector<std::string> names;
  for (const auto& order : orders)
    for (const auto& group : order.group_orders) names.push_back(group.ordergroup);
  add(std::move(names));
}

std::optional<int> Crates::number(const std::string& ordergroup) const {
  const auto at = numbers_.find(ordergroup);
  return at == numbers_.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace domain
