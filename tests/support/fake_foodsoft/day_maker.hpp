// Makes the co-op that a fake server begins with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "fake_foodsoft/coop.hpp"

namespace fake {

struct DayWish {
  Series series = Series::v4;
  std::string data;  // folder of the recorded replies, one folder a version in it
  std::optional<int> articles, groups;  // nothing: the recorded order as it is
  int fill = 70;  // how many of 100 possible cells of the main order there are
  std::uint64_t seed = 1;
};

// The accounts, groups and the order of the recorded data (order 4 in 4.x, 6 in 5.x), or one of the
// wished size in its place; then an open order, a received, a settled one, one with transport and a
// stock order, made of the same articles. Throws std::runtime_error where the data cannot be read.
Coop make_coop(const DayWish& wish);

// The recorded order alone, from the dump of the database that lies beside the pages.
void load_recorded(Coop& coop, const std::string& data, int order);

}  // namespace fake
