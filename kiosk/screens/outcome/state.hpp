// What an import or an export came to, and the journal that is refused: one sentence, then lines.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/places.hpp"

namespace screens::outcome {

struct State {
  Frame frame;
  enum class Kind { imported, exported, failed, refused_journal } kind = Kind::imported;
  std::string sentence;
  std::vector<std::string> lines;
};

struct Continue {};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Continue, FollowHeader>;

}  // namespace screens::outcome
