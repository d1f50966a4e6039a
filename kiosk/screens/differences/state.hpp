// Cells that somebody else changed, article by article, each with its choice. What was chosen here
// stays in the list, marked, and can be chosen anew.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/conflict.hpp"
#include "kiosk/screens/common/frame.hpp"

namespace screens::differences {

struct CellRow {
  ConflictCard card;
  std::optional<Take> taken;
};
// Over the cells of an article that has several of them.
struct ArticleRow {
  domain::OrderArticleId article;
  std::string name;
  long cells = 0;
  std::string target;  // "conflict.63", or another where a cell has the same number
};
using Row = std::variant<CellRow, ArticleRow>;

struct State {
  Frame frame;
  std::vector<Row> rows;
  long open = 0, settled = 0;
  std::optional<domain::Fault> not_saved;
};

struct ChooseAll {
  domain::OrderArticleId article;
  Take take = Take::ours;
};
struct Done {};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Choose, ChooseAll, Done, FollowHeader>;

}  // namespace screens::differences
