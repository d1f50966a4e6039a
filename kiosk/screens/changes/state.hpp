// What the last pull found changed on the server, cell by cell.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace screens::changes {

struct State {
  Frame frame;
  std::string since;
  std::vector<BeforeAfter> rows;
};

struct Done {};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Done, FollowHeader>;

}  // namespace screens::changes
