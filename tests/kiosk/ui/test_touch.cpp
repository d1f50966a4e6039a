#include <catch2/catch.hpp>

#include "kiosk/ui/touch.hpp"

using ui::Touch;
using ui::TouchQueue;

namespace {

struct Seen {
  bool there;
  float x;
  bool down;
  bool operator==(const Seen&) const = default;
};

// One line per frame: finger there?, where, down?
std::vector<Seen> frames(TouchQueue& queue, int count) {
  std::vector<Seen> seen;
  for (int i = 0; i < count; ++i) {
    const auto finger = queue.next();
    seen.push_back({finger.at.has_value(), finger.at ? finger.at->x : 0, finger.down});
  }
  return seen;
}

}  // namespace

TEST_CASE("a touch queue gives one change a frame") {
  struct Case {
    const char* what;
    std::vector<Touch> touches;
    std::vector<Seen> expected;
  };
  const Case cases[] = {
      {"nothing: no finger", {}, {{false, 0, false}}},
      {"press and release of one batch",
       {{5, 1, true}, {5, 1, false}},
       {{true, 5, true}, {true, 5, false}, {false, 0, false}}},
      {"two taps of one batch stay apart",
       {{1, 1, true}, {1, 1, false}, {9, 1, true}, {9, 1, false}},
       {{true, 1, true},
        {true, 1, false},
        {false, 0, false},
        {true, 9, true},
        {true, 9, false},
        {false, 0, false}}},
      {"moves of a held finger merge, the last counts",
       {{1, 1, true}, {2, 1, true}, {3, 1, true}, {4, 1, false}},
       {{true, 1, true}, {true, 3, true}, {true, 4, false}, {false, 0, false}}},
      {"a held finger stays", {{7, 1, true}}, {{true, 7, true}, {true, 7, true}}},
      {"a lift without a press shows no finger", {{3, 1, false}}, {{false, 0, false}}},
  };
  for (const Case& c : cases) {
    TouchQueue queue;
    for (const Touch& touch : c.touches) queue.push(touch);
    INFO(c.what);
    CHECK(frames(queue, static_cast<int>(c.expected.size())) == c.expected);
    CHECK_FALSE(queue.more());
  }
}

TEST_CASE("a queue says when a further frame is due") {
  TouchQueue queue;
  CHECK_FALSE(queue.more());
  queue.push({1, 1, true});
  queue.push({1, 1, false});
  queue.next();
  CHECK(queue.more());  // the release waits
  queue.next();
  CHECK(queue.more());  // the frame that takes the finger away
  queue.next();
  CHECK_FALSE(queue.more());
}
