#include "sync/server/foodsoft/wire/pace.hpp"

#include <algorithm>

namespace server {

Pace::Time Pace::page(Time now) {
  const Time start = std::max({now, next_page_, quiet_until_});
  next_page_ = start + between_pages_;
  return start;
}

}  // namespace server
