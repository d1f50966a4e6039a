// The orders of the day and how far they are; where none is, one sentence.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/resume.hpp"

namespace screens::overview {

enum class Progress { not_begun, under_way, shortfalls, done };

struct OrderRow {
  long order;
  std::string supplier, created_by;
  int done = 0, cells = 0;  // cells that are not open, of all
  Progress progress = Progress::not_begun;
  int shortfalls = 0;
};

struct State {
  Frame frame;
  std::string day;  // its name; empty: none is open
  int ordergroups = 0;
  std::vector<OrderRow> orders;
  std::optional<Resume> resume;
  std::string notice;
  bool asks_new_day = false;
};

struct Import {};
struct NewDay {};
struct Answer {
  bool yes;
};
struct End {};
struct Continue {};
struct OpenOrder {
  long order;
};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Import, NewDay, Answer, End, Continue, OpenOrder, FollowHeader>;

}  // namespace screens::overview
