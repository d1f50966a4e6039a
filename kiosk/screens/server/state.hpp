// How sync with the live server stands: the last pull, the last push, what failed and why, what
// changed there, what runs.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/server_desk.hpp"

namespace screens::server {

struct Visit {
  std::string at, person;
  long orders = 0, figures = 0;
};
struct Failure {
  ServerRun::Kind kind = ServerRun::pull;
  std::string at;
  domain::Fault fault = domain::Fault::io;
  long done = 0, of = 0;
  std::vector<std::string> hold;
};

struct State {
  Frame frame;
  std::string address;
  std::optional<ServerRun> run;
  std::optional<Visit> pulled, pushed;
  std::optional<Failure> failure;
  long to_send = 0, conflicts = 0, changed = 0;
  std::string changed_since;
  bool has_receipt = false;
  bool asks = false;  // whether a push that was cut off goes on
  std::string notice;
};

struct Pull {};
struct Push {};  // on to what would be sent
struct Cancel {};
struct Export {};
struct ShowReceipt {};
struct ShowChanges {};
struct ShowDifferences {};
struct Answer {
  bool yes;
};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Pull, Push, Cancel, Export, ShowReceipt, ShowChanges, ShowDifferences,
                            Answer, FollowHeader>;

}  // namespace screens::server
