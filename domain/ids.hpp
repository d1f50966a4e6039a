// Ids of the main server, one type each, so that a cell's id is never taken for an article's.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace domain {

template <class Tag>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
};

using OrderId = Id<struct OrderTag>;
using GroupOrderId = Id<struct GroupOrderTag>;      // one ordergroup in one order
using OrderArticleId = Id<struct OrderArticleTag>;  // one article in one order
using CellId = Id<struct CellTag>;                  // Foodsoft's group_order_article
using OrdergroupId = Id<struct OrdergroupTag>;

// An entry of the journal: unique over all stations.
struct EntryRef {
  std::string station;
  std::int64_t seq = 0;
  auto operator<=>(const EntryRef&) const = default;
};

}  // namespace domain

template <class Tag>
struct std::hash<domain::Id<Tag>> {
  std::size_t operator()(const domain::Id<Tag>& id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
