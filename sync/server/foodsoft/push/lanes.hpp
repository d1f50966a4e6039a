// Two lanes to the server, the best that a client can do (foodsoft.md 14.3): never two cells of one
// group at once, and on 4.x stock orders never two of one article (14.4).
#pragma once

#include <functional>
#include <vector>

#include "domain/reference.hpp"
#include "sync/server/foodsoft/foodsoft.hpp"

namespace server {

struct CellWrite {
  domain::CellId cell;
  domain::Quantity result;
  int group = 0;    // place in the reference
  int article = 0;  // place in the reference
};

enum class OneArticleAtOnce { no, yes };

// One reply a write, in their order; nothing where it was not tried any more: after several
// failures in a row, or one that nothing helps against, or when `end` says so. Blocks; `done` is
// called on the lanes' threads, one at a time, with the number of writes that are over.
std::vector<std::optional<WriteReply>> write_in_lanes(Foodsoft& server,
                                                      const std::vector<CellWrite>& writes,
                                                      OneArticleAtOnce articles,
                                                      const std::function<bool()>& end,
                                                      const std::function<void(int)>& done);

// Calls `work` for 0 … count − 1 on two threads and waits for all.
void in_two_lanes(int count, const std::function<void(int)>& work);

}  // namespace server
