// What arrived of an order's articles, line by line: as expected in one tap, more, less, missing.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/ids.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/pad/calculator.hpp"
#include "kiosk/ui/pad.hpp"

namespace screens::received {

struct ArticleRow {
  domain::OrderArticleId article;
  std::string name;
  std::optional<NamedAmount> expected;  // what the server says was ordered or came
  std::optional<NamedAmount> received;  // by an entry
  std::optional<NamedAmount> difference;
};

struct State {
  Frame frame;
  std::string supplier, created_by;
  std::vector<ArticleRow> rows;  // of one order
  std::size_t current = 0;
  // While somebody types how much came: the pad stands beside the line.
  std::optional<pad::Calculator> typing;
  std::optional<NamedAmount> typed;  // what the line comes to
  std::optional<domain::Fault> failed;
};

struct Choose {
  domain::OrderArticleId article;
};
enum class Came { as_expected, more, less, missing };
struct Key {
  ui::PadKey key;
};
struct Save {};  // pad.ok
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Choose, Came, Key, Save, FollowHeader>;

}  // namespace screens::received
