// Random days, servers and faults: whatever happens, our figures end up on the server.
#include <catch2/catch.hpp>
#include <random>

#include "support/seed.hpp"
#include "sync/server/push/push_run.hpp"

using namespace domain;
using support::Mishap;
using support::PushDay;
using support::PushRun;

namespace {

Quantity at(PushDay& day, std::int64_t cell) { return day.server.at(4).results.at(cell); }

}  // namespace

namespace {

// A random day, a random server, random faults: whatever happens, our figures end up there.
void one_evening(std::mt19937& random, bool kill) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::string text = "order 4 Duval\n";
  const int articles = 1 + pick(4), groups = 1 + pick(4);
  for (int a = 0; a < articles; ++a) {
    text += "A" + std::to_string(a) + " | 1 kg | 1." + std::to_string(10 + pick(89)) + " | ";
    for (int g = 0; g < groups; ++g)
      text += (g ? ", G" : "G") + std::to_string(g) + " " + std::to_string(pick(4));
    text += "\n";
  }
  PushDay day(text);
  const int cells = articles * groups;
  for (int c = 0; c < cells; ++c) {
    const int what = pick(4);
    if (what == 0) continue;
    if (what == 1)
      day.lack(100 + c);
    else
      day.weigh(100 + c, 1 + pick(4000));
  }
  const int faults = pick(30);
  day.server.mishap = [&](const std::string&) {
    return pick(100) < faults ? static_cast<Mishap>(1 + pick(5)) : Mishap::none;
  };
  PushRun push(day);
  server::PushOptions options;
  options.open = true;
  for (int tries = 0; tries < 60; ++tries) {
    push.book.appends_left = kill ? pick(12) : -1;
    auto reports = server::Push(day.server, push.book, push.clock, push.watch, options).run();
    if (reports && reports->front().verified) break;
  }
  push.book.appends_left = -1;
  day.server.mishap = nullptr;
  const auto report = push.run(options);
  CHECK(report.verified);
  for (int c = 0; c < cells; ++c) {
    const auto ours = our_figure(day.day, day.at(100 + c), day.state.cell({100 + c}));
    const auto base = day.day.figures(day.at(100 + c)).base;
    CHECK(at(day, 100 + c) == (ours.kind == OurFigure::figure ? ours.value : *base));
  }
  CHECK(day.server.totals_are_right(4));
  CHECK(day.server.met() == 0);
  bool any = false;
  for (int c = 0; c < cells; ++c) any = any || day.day.any_standing(day.at(100 + c));
  CHECK(day.server.at(4).comments.size() == (any ? 1U : 0U));
}

}  // namespace

TEST_CASE("random evenings with random faults end with our figures, right totals, one comment") {
  const bool kill = GENERATE(false, true);
  const auto seed = support::fresh_seed();
  CAPTURE(seed, kill);
  std::mt19937 random(seed);
  for (int i = 0; i < 300; ++i) one_evening(random, kill);
}
