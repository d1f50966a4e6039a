// The last gestures: who did what when, each with its undo.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/ids.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/common/resume.hpp"

namespace screens::undo {

enum class Kind { weighed, typed, counted, shortfall, received };

struct GestureRow {
  domain::EntryRef ref;
  std::string at, person;
  std::string ordergroup;  // empty for what arrived
  std::string article;
  std::optional<NamedAmount> amount;
  Kind kind = Kind::weighed;
};

enum class Shown { last, all };

struct State {
  Frame frame;
  Shown shown = Shown::last;
  std::vector<GestureRow> rows;  // newest first
  std::optional<Resume> resume;
  std::optional<domain::Fault> failed;  // the last undo could not be saved
};

struct Undo {
  domain::EntryRef ref;
};
struct ShowAll {};
struct Resumed {};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Undo, ShowAll, Resumed, FollowHeader>;

}  // namespace screens::undo
