#include <catch2/catch.hpp>

#include "devices/scales/conversation.hpp"
#include "support/scale_vectors.hpp"

using namespace scales;
using namespace test;
using domain::Moment;

namespace {

// A polled 8217 along a virtual clock.
struct Talk {
  Conversation conversation{**find_profile("8217"), Moment(500), decoder("8217", Unit::kg)};
  Moment now{10'000};
  std::vector<Moment> asked;
  std::vector<std::string> readings;
  std::vector<std::string> others;

  void deliver(Events& events) {
    for (const auto& event : events)
      (conversation.counts(event) ? readings : others).push_back(words(event));
    events.clear();
  }
  void hear(std::string_view text) {
    Events events;
    conversation.received(bytes_of(text), now, events);
    deliver(events);
  }
  // Runs the clock in steps of 10 ms; asks when due.
  void run(int ms) {
    for (int i = 0; i < ms; i += 10) {
      if (conversation.ask_due(now)) {
        conversation.asked(now);
        asked.push_back(now);
      }
      now += Moment(10);
      Events events;
      conversation.tick(now, events);
      deliver(events);
    }
  }
};

const std::string frame =
    "\x02"
    "01.234\r";
const std::string reading = "weight 1.234 kg stable gross";

}  // namespace

TEST_CASE("it asks once a period, and the first answer counts") {
  Talk talk;
  for (int i = 0; i < 5; ++i) {
    talk.run(50);
    talk.hear(frame);
    talk.run(150);
  }
  CHECK(talk.asked.size() == 5);
  CHECK(talk.readings.size() == 5);
  CHECK(talk.asked[1] - talk.asked[0] == Moment(200));
}

TEST_CASE("a doubled or unasked answer is no reading") {
  Talk talk;
  talk.run(50);
  talk.hear(frame + frame);
  talk.hear(frame);
  CHECK(talk.readings == std::vector<std::string>{reading});
  CHECK(talk.others.size() == 2);
}

TEST_CASE("after a time-out it waits for quiet, and the late answer is no reading") {
  Talk talk;
  talk.run(520);
  REQUIRE(talk.asked.size() == 2);  // a silent line is quiet: asked again at once
  talk.run(490);
  talk.hear(
      "\x02"
      "01.");
  talk.run(100);  // timed out with half a frame on the line
  talk.hear("234\r");
  CHECK(talk.readings.empty());
  const auto before = talk.asked.size();
  talk.run(150);
  CHECK(talk.asked.size() == before);
  talk.run(100);
  CHECK(talk.asked.size() == before + 1);
  talk.hear(frame);
  CHECK(talk.readings.size() == 1);
}

TEST_CASE("a scale that sends by itself is not waited for for ever") {
  Talk talk;
  for (int i = 0; i < 60; ++i) {
    talk.run(100);
    talk.hear(frame);
  }
  CHECK(talk.readings.size() >= 20);
}

TEST_CASE("half a frame and a pause are incomplete, and noise never answers") {
  Talk talk;
  talk.run(10);
  talk.hear("88");
  talk.hear(frame.substr(0, 3));
  talk.run(600);
  CHECK(talk.others == std::vector<std::string>{"reject garbage", "reject incomplete"});
  CHECK(talk.readings.empty());
}

TEST_CASE("a load is repeated for a second and no longer") {
  const auto quiet = GENERATE(900, 1100);
  Conversation conversation(**find_profile("8217"), Moment(500),
                            decoder("8217", Unit::kg, {{"status_repeat", "yes"}}));
  Events events;
  conversation.received(bytes_of(frame), Moment(1000), events);
  for (int ms = 1000; ms <= 1000 + quiet; ms += 50) conversation.tick(Moment(ms), events);
  conversation.received(bytes_of("\x02?@\r"), Moment(1000 + quiet), events);
  CHECK(words(events).back() == (quiet == 900 ? reading : "status null"));
}
