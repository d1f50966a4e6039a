// The push as it runs: order of steps, faults, changes behind our back, resuming.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sync/server/push/push_run.hpp"

using namespace domain;
using support::Mishap;
using support::PushDay;
using support::PushRun;
using support::units;

namespace {

Quantity at(PushDay& day, std::int64_t cell) { return day.server.at(4).results.at(cell); }

// Both articles weighed to the end.
void weigh_all(PushDay& day) {
  day.weigh(100, 2950);
  day.weigh(101, 1990);
  day.count(102, 1000);
  day.lack(103);
}

int index_of(const PushDay& day, const std::string& call, int from = 0) {
  const auto& calls = day.server.calls();
  for (int i = from; i < static_cast<int>(calls.size()); ++i)
    if (calls[static_cast<std::size_t>(i)].starts_with(call)) return i;
  return -1;
}

// Bug: a step that was written was told with what it was set to as its "before".
void told_from(const PushRun& push, std::int64_t cell, const char* before, const char* after) {
  const auto step = std::find_if(push.watch.steps.begin(), push.watch.steps.end(),
                                 [&](const auto& told) { return told.cell == CellId{cell}; });
  REQUIRE(step != push.watch.steps.end());
  CHECK(step->before == units(before));
  CHECK(step->after == units(after));
}

}  // namespace

TEST_CASE("a day is sent, proven, commented, and sent again there is nothing to do") {
  PushDay day;
  weigh_all(day);
  PushRun push(day);
  const auto first = push.run();
  CHECK(first.verified);
  CHECK(first.remains.empty());
  CHECK(first.sent == 3);
  CHECK(first.same == 1);
  CHECK(at(day, 100) == units("2.95"));
  CHECK(at(day, 103) == Quantity(0));
  told_from(push, 100, "3", "2.95");
  CHECK(day.server.totals_are_right(4));
  CHECK(first.groups_total == cents(493 + 332 + 200));
  CHECK(day.server.at(4).received.at(10) == units("4.94"));
  REQUIRE(day.server.at(4).comments.size() == 1);
  // State first, then cells, what arrived, and the comment last of what is written.
  CHECK(index_of(day, "order") == 0);
  CHECK(index_of(day, "write") < index_of(day, "set"));
  CHECK(index_of(day, "set") < index_of(day, "comment"));
  CHECK(index_of(day, "comment") < index_of(day, "groups", index_of(day, "comment")));
  const int writes = day.server.writes();
  const auto again = push.run();
  CHECK(again.verified);
  CHECK(again.sent == 0);
  CHECK(again.same == 4);
  CHECK(day.server.writes() == writes);
}

TEST_CASE("every reply that may be lost is resolved by reading, never doubled") {
  const char* call = GENERATE("write 100", "write 103", "set 10", "comment");
  const Mishap mishap = GENERATE(Mishap::never_left, Mishap::lost_before, Mishap::lost_after,
                                 Mishap::error_saved, Mishap::error_unsaved);
  CAPTURE(call, static_cast<int>(mishap));
  PushDay day;
  weigh_all(day);
  int left = 1;
  day.server.mishap = [&](const std::string& now) {
    return now == call && left-- > 0 ? mishap : Mishap::none;
  };
  PushRun push(day);
  const auto report = push.run();
  CHECK(report.verified);
  CHECK(at(day, 100) == units("2.95"));
  CHECK(at(day, 103) == Quantity(0));
  told_from(push, 100, "3", "2.95");
  CHECK(day.server.at(4).received.at(10) == units("4.94"));
  CHECK(day.server.at(4).comments.size() == 1);
  CHECK(day.server.totals_are_right(4));
  CHECK_FALSE(push.clock.waited.empty());
  const bool saved = mishap == Mishap::lost_after || mishap == Mishap::error_saved;
  CHECK(push.watch.count(PushOutcome::resolved) == (saved ? 1 : 0));
}

TEST_CASE("a comment whose reply was lost is looked for twice, 20 s apart, before it goes again") {
  PushDay day;
  weigh_all(day);
  int left = 1;
  day.server.mishap = [&](const std::string& now) {
    return now == "comment" && left-- > 0 ? Mishap::lost_before : Mishap::none;
  };
  PushRun push(day);
  CHECK(push.run().verified);
  const int lost = index_of(day, "comment");
  const int again = index_of(day, "comment", lost + 1);
  const auto& calls = day.server.calls();
  CHECK(std::count(calls.begin() + lost, calls.begin() + again, "order") == 2);
  CHECK(std::count(push.clock.waited.begin(), push.clock.waited.end(),
                   std::chrono::milliseconds(20'000)) == 1);
}

TEST_CASE("a server that stays away ends the push with what remains, and it goes on later") {
  PushDay day;
  weigh_all(day);
  day.server.mishap = [](const std::string& now) {
    return now == "write 101" ? Mishap::never_left : Mishap::none;
  };
  PushRun push(day);
  const auto report = push.run();
  CHECK_FALSE(report.verified);
  CHECK(report.refused == 1);
  CHECK(report.remains.find("Do not settle order 4 yet") != std::string::npos);
  CHECK(day.server.at(4).comments.empty());
  day.server.mishap = nullptr;
  CHECK(push.run().verified);
  CHECK(at(day, 101) == units("1.99"));
  CHECK(day.server.at(4).comments.size() == 1);
}

TEST_CASE("a conflict holds its cell and the comment, the rest is sent; a choice settles it") {
  const auto side = GENERATE(Side::ours, Side::server);
  PushDay day;
  weigh_all(day);
  day.server.change(4, 101, units("2.5"));
  PushRun push(day);
  const auto report = push.run();
  CHECK_FALSE(report.verified);
  CHECK(report.conflicts == 1);
  CHECK(report.sent == 2);
  CHECK(at(day, 101) == units("2.5"));
  CHECK(day.server.at(4).comments.empty());
  CHECK(day.state.cell({101}).conflict == units("2.5"));
  CHECK(still_to_send(day.day, 0, day.state).conflicts == 1);
  day.add(Taken{{101}, side, units("2.5")});
  const auto after = push.run();
  CHECK(after.verified);
  CHECK(at(day, 101) == (side == Side::ours ? units("1.99") : units("2.5")));
  CHECK(day.server.at(4).comments.size() == 1);
  CHECK(kept_of_server(our_figure(day.day, day.at(101), day.state.cell({101})),
                       day.state.cell({101})) ==
        (side == Side::ours ? std::nullopt : std::optional(units("2.5"))));
}

TEST_CASE("what the treasurer corrects after our push is kept and shown") {
  PushDay day;
  weigh_all(day);
  PushRun push(day);
  CHECK(push.run().verified);
  day.server.change(4, 100, units("2.9"));
  const auto report = push.run();
  CHECK(report.verified);
  CHECK(at(day, 100) == units("2.9"));
  CHECK(push.watch.said("changed it on the server to 2.9"));
  CHECK(day.state.cell({100}).verified == Verified{units("2.95"), units("2.9")});
  CHECK(day.server.at(4).comments.size() == 1);
}

TEST_CASE("an order settled meanwhile takes nothing more, and what was not sent is named") {
  const char* moment = GENERATE("order", "groups", "write 103", "set 10", "comment");
  CAPTURE(moment);
  PushDay day;
  weigh_all(day);
  bool once = true;
  day.server.meanwhile = [&](const std::string& now) {
    if (now == moment && once) {
      once = false;
      day.server.settle(4);
    }
  };
  PushRun push(day);
  const auto report = push.run();
  const bool late = std::string(moment) == "set 10" || std::string(moment) == "comment";
  CHECK(report.settled);
  CHECK(report.verified == late);
  if (!late) {
    CHECK(report.refused > 0);
    CHECK(day.server.at(4).comments.empty());
  }
  CHECK(day.state.order({4}).seen_settled);
  CHECK(push.run().settled);
  day.server.at(4).state = ServerState::finished;
  const int writes = day.server.writes();
  const auto reopened = push.run();
  CHECK_FALSE(reopened.verified);
  CHECK(reopened.remains.find("open again") != std::string::npos);
  CHECK(day.server.writes() == writes);
}

TEST_CASE("figures recorded while a push runs go in a further round") {
  PushDay day;
  weigh_all(day);
  PushRun push(day);
  int left = 1;
  push.book.meanwhile = [&] {
    if (left-- > 0) day.weigh(100, 40);
  };
  const auto report = push.run();
  CHECK(report.verified);
  CHECK(at(day, 100) == units("2.99"));
  CHECK(day.server.at(4).comments.size() == 1);
}

TEST_CASE("a further text is posted as a correction") {
  PushDay day;
  weigh_all(day);
  PushRun push(day);
  CHECK(push.run().verified);
  day.lack(102);
  day.add(Undone{{"table", 3}});
  CHECK(push.run().verified);
  REQUIRE(day.server.at(4).comments.size() == 2);
  CHECK(day.server.at(4).comments[1].find(" n2]") != std::string::npos);
  CHECK(push.run().verified);
  CHECK(day.server.at(4).comments.size() == 2);
}

TEST_CASE("the empty receive goes only where it is wished, and once") {
  PushDay day;
  weigh_all(day);
  PushRun push(day);
  CHECK(push.run().verified);
  CHECK(day.server.at(4).receives == 0);
  server::PushOptions options;
  options.mark_received = true;
  CHECK(push.run(options).verified);
  CHECK(day.server.at(4).receives == 1);
  CHECK(push.run(options).verified);
  CHECK(day.server.at(4).receives == 1);
}

TEST_CASE("a stale total is healed by a write that touches no value") {
  PushDay day;
  weigh_all(day);
  day.server.at(4).stored[1001] = cents(1);
  PushRun push(day);
  CHECK(push.run().verified);
  day.server.at(4).stored[1000] = cents(1);
  CHECK(push.run().verified);
  CHECK(day.server.totals_are_right(4));
  CHECK(index_of(day, "heal") > 0);
}

TEST_CASE("transport stands beside the cells in what a group pays") {
  PushDay day;
  weigh_all(day);
  day.server.at(4).transport[1000] = cents(150);
  day.server.at(4).transport[1001] = cents(0);
  PushRun push(day);
  const auto report = push.run();
  CHECK(report.verified);
  CHECK(report.groups_total == cents(493 + 332 + 200 + 150));
  CHECK(push.watch.said("transport"));
}

TEST_CASE("an order begun is not sent, unless a person says so") {
  PushDay day;
  day.weigh(100, 1000);
  PushRun push(day);
  const auto report = push.run();
  CHECK_FALSE(report.verified);
  CHECK(report.remains.find("Rosa: Carottes") != std::string::npos);
  CHECK(day.server.writes() == 0);
  server::PushOptions options;
  options.open = true;
  CHECK(push.run(options).verified);
  CHECK(at(day, 100) == units("1"));
}

TEST_CASE("a few cells of a large order cost their rows, not the whole page") {
  std::string text = "order 4 Duval\n";
  for (int a = 0; a < 30; ++a) {
    text += "A" + std::to_string(a) + " | 1 kg | 1.00 | ";
    for (int g = 0; g < 28; ++g) text += (g ? ", G" : "G") + std::to_string(g) + " 1";
    text += "\n";
  }
  PushDay day(text);
  for (int c = 0; c < 10; ++c) day.weigh(100 + c, 1010);
  PushRun push(day);
  CHECK(push.run().verified);
  const auto& calls = day.server.calls();
  CHECK(std::count(calls.begin(), calls.end(), "groups") == 1);
  CHECK(calls[calls.size() - 2] == "groups");
  CHECK(day.server.met() == 0);
}

TEST_CASE(
    "names with marks are handed to the wire as people read them, which makes entities once") {
  PushDay day("order 4 Duval\n  Pommes <bio> | 1 kg | 2.00 | Belleville & haut 3");
  day.lack(100);
  PushRun push(day);
  CHECK(push.run().verified);
  REQUIRE(day.server.at(4).comments.size() == 1);
  CHECK(day.server.at(4).comments[0].find("Pommes <bio> : absent : Belleville & haut") !=
        std::string::npos);
}
