// What the search shows: which letters lead somewhere, what was tapped, what begins so. Filled by
// the presenter.
#pragma once

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/ui/header.hpp"

namespace screens::find {

struct Hit {
  enum Kind { ordergroup, article } kind = ordergroup;
  std::string name;
  std::string supplier;  // of an article's order
  int crate = 0;         // of an ordergroup
};

struct State {
  Frame frame;
  std::string letters;              // at most two, capitals
  std::array<bool, 26> leads = {};  // to something, from A
  std::vector<Hit> hits;            // ordergroups first, each kind by name
};

struct Letter {
  char letter;
};
struct Delete {};
struct Open {
  std::size_t hit;
};
using Action = std::variant<ui::HeaderTap, Letter, Delete, Open>;

}  // namespace screens::find
