// The rules of the server page: everything there begins by a person's word, a push that was cut off
// is asked about once.
#pragma once

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/server/state.hpp"

namespace screens::server {

class Presenter {
 public:
  // The desk has a server.
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  std::optional<Visit> visit_of(const std::optional<ServerVisit>& visit) const;

  Desk& desk_;
  ServerDesk& server_;
  State state_;
};

}  // namespace screens::server
