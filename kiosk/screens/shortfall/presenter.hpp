// The rules of the shortfall sheet: which bag is at hand, what noting writes (bag and shortfall in
// one transaction), for this cell or for every open one of the article. Draws nothing. UI thread.
#pragma once

#include <vector>

#include "domain/weighing.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/shortfall/state.hpp"

namespace screens::shortfall {

class Presenter {
 public:
  Presenter(Desk& desk, const AtShortfall& place);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return fresh_until(desk_); }

 private:
  void follow_scale();
  void show(domain::CellPlace at);
  void show_waiting(domain::CellPlace at);
  std::optional<domain::Body> bag(domain::CellPlace at) const;
  enum class Cells { this_one, all_open };
  std::vector<domain::Body> entries(domain::CellPlace at, Cells cells) const;
  bool save(const std::vector<domain::Body>& entries);
  void note(Cells cells);
  void more_bags();

  Desk& desk_;
  AtShortfall place_;
  // The load on the pan, while it is the bag at hand; a bag that was typed or lifted stays as it
  // is.
  bool follows_scale_;
  std::optional<domain::Load> load_;
  bool cause_chosen_ = false;
  State state_;
};

}  // namespace screens::shortfall
