// The day's end: what is open, by name, each with its way there; the export; the day's last tap.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/ids.hpp"
#include "kiosk/screens/common/frame.hpp"

namespace screens::end {

struct Point {
  enum Kind { untouched, begun, unit } kind = untouched;
  std::string article;
  std::vector<std::string> ordergroups;  // as many as the article has open
  domain::CellId first;                  // its way there
};

struct State {
  Frame frame;
  bool day_open = true;
  std::string day;
  std::vector<Point> points;
  int received = 0, articles = 0;  // articles with a received entry, of all
  long first_unreceived = 0;       // order article id; 0: none
  long to_export = 0;
  std::string exported_at;  // empty: never
  bool asks = false;        // whether to end the day
  std::string notice;
};

struct Open {
  domain::CellId cell;
};
struct OpenReceived {};
struct Export {};
struct Finish {};
struct Answer {
  bool yes;
};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Open, OpenReceived, Export, Finish, Answer, FollowHeader>;

}  // namespace screens::end
