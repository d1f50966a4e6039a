// The rules of choosing: a choice is an entry at once; for one cell, or for all of an article.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/differences/state.hpp"

namespace screens::differences {

class Presenter {
 public:
  // The desk has a server.
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void choose(domain::CellId cell, Take take);
  void choose_all(domain::OrderArticleId article, Take take);
  void arrange();

  Desk& desk_;
  ServerDesk& server_;
  State state_;
  std::vector<CellRow> cells_;  // in the order in which they came up
};

}  // namespace screens::differences
