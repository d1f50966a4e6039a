// The rules of the reception: each word on a line is an entry, then the next line without one.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/received/state.hpp"

namespace screens::received {

class Presenter {
 public:
  Presenter(Desk& desk, domain::OrderArticleId article);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  void typed(char c);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  void choose(domain::OrderArticleId article);
  void came(Came came);
  void press(ui::PadKey key);
  void save(const NamedAmount& amount);

  Desk& desk_;
  int order_ = 0;
  State state_;
};

}  // namespace screens::received
