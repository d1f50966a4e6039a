// The live server of a running kiosk against a server in memory: errands run on a thread of their
// own, everything that is written goes through this one.
#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>

#include "kiosk/app/inbox.hpp"
#include "kiosk/app/server_link.hpp"
#include "support/day_text.hpp"
#include "support/memory_foodsoft.hpp"
#include "support/memory_journal.hpp"

namespace {

using domain::CellId;
using domain::grams;
using domain::Quantity;

// Cells 100, 101 carrots, 102, 103 leeks.
constexpr const char* two_by_two = R"(order 4 Duval
  Carottes | 1 kg | 1.67 | Rosa 3, Maria 2
  Poireaux | botte | 2.00 | Rosa 1, Maria 4)";

Quantity quantity(const char* text) { return *domain::read_quantity(text); }

class MemoryLine final : public kiosk::ServerLine {
 public:
  explicit MemoryLine(server::Foodsoft& server) : server_(server) {}
  server::Foodsoft& foodsoft() override { return server_; }

 private:
  server::Foodsoft& server_;
};

struct NoLock final : kiosk::PushLock {};

struct Bench {
  explicit Bench(bool pulled = true) {
    support::TestDay told(two_by_two);
    auto opened = kiosk::Station::open(std::make_unique<support::MemoryJournal>(), config);
    REQUIRE(opened);
    station = std::move(*opened);
    REQUIRE(station->new_day("Samedi"));
    REQUIRE(station->store(told.day.orders(), pulled ? server.address() : "/media/key"));
    for (const auto& order : told.day.orders()) server.add(order);
    settings.address = server.address();
    settings.connect =
        [this](std::stop_token) -> domain::Result<std::unique_ptr<kiosk::ServerLine>> {
      if (unreachable) return domain::fail(domain::Fault::device_gone, "no network");
      return std::make_unique<MemoryLine>(server);
    };
    settings.lock = []() -> domain::Result<std::unique_ptr<kiosk::PushLock>> {
      return std::make_unique<NoLock>();
    };
    settings.clock = [] { return domain::Stamp{1'000'000}; };
  }

  kiosk::ServerLink& link() {
    if (!link_)
      link_ = std::make_unique<kiosk::ServerLink>(
          kiosk::ServerSurroundings{
              *station, [] { return std::string("Maria"); },
              [this](std::function<void()> run) { inbox.post(std::move(run)); },
              [this] { ++changes; }},
          settings);
    return *link_;
  }
  void drop() { link_.reset(); }
  // What the main loop does until the errand is over.
  void settle() {
    while (link().status().run) {
      for (const auto& run : inbox.take_all()) run();
      if (between) std::exchange(between, nullptr)();
    }
  }
  void save(domain::Body body) {
    REQUIRE(station->save(std::span(&body, 1), "Maria"));
    if (link_) link_->day_changed();
  }
  domain::OnCell on(std::int64_t cell) {
    return station->day().on(*station->day().find(CellId{cell}));
  }
  void weigh(std::int64_t cell, std::int64_t g) {
    save(domain::Weighed{.on = on(cell), .net = grams(g)});
  }
  void count(std::int64_t cell, std::int64_t n) {
    save(domain::Counted{.on = on(cell), .pieces = domain::whole_units(n)});
  }
  Quantity there(std::int64_t cell) { return server.at(4).results[cell]; }

  kiosk::Config config;
  support::MemoryFoodsoft server;
  std::unique_ptr<kiosk::Station> station;
  kiosk::ServerSettings settings;
  kiosk::Inbox<std::function<void()>> inbox;
  bool unreachable = false;
  int changes = 0;
  std::function<void()> between;  // once, in the middle of an errand

 private:
  std::unique_ptr<kiosk::ServerLink> link_;
};

std::vector<std::int64_t> planned(const screens::PushPlan& plan) {
  std::vector<std::int64_t> cells;
  for (const auto& cell : plan.cells) cells.push_back(cell.cell.value);
  return cells;
}

}  // namespace

TEST_CASE("what was weighed is looked at, sent, read back, and stands in the receipt") {
  Bench bench;
  bench.weigh(100, 2950);
  bench.count(103, 4);
  CHECK(bench.link().status().to_send == 2);
  CHECK(bench.link().plan().from == screens::PushPlan::last_pull);

  bench.link().look();
  CHECK(bench.link().status().run);
  bench.settle();
  const auto& plan = bench.link().plan();
  CHECK(plan.from == screens::PushPlan::server);
  CHECK(planned(plan) == std::vector<std::int64_t>{100});  // 103 has its 4 already
  CHECK(plan.cells.front().before == quantity("3"));
  CHECK(plan.orders.front().untouched == 2);
  CHECK(bench.server.writes() == 0);

  bench.link().push();
  bench.settle();
  CHECK(bench.there(100) == quantity("2.95"));
  CHECK(bench.link().status().to_send == 0);
  CHECK_FALSE(bench.link().status().failure);
  REQUIRE(bench.link().receipt());
  const auto& order = bench.link().receipt()->orders.front();
  CHECK(order.sent == 2);
  CHECK(order.remaining == 0);
  CHECK(order.verified);
  CHECK(order.commented);
  CHECK(bench.link().receipt()->person == "Maria");

  const int writes = bench.server.writes();
  bench.link().push();
  bench.settle();
  CHECK(bench.server.writes() == writes);  // nothing to do
}

TEST_CASE("what is weighed while a push runs goes in the same push") {
  Bench bench;
  bench.weigh(100, 2950);
  bench.between = [&] { bench.weigh(101, 2010); };
  bench.link().push();
  bench.settle();
  CHECK(bench.there(101) == quantity("2.01"));
  CHECK(bench.link().status().to_send == 0);
}

TEST_CASE("a conflict that a look finds is settled by a person's choice") {
  const auto take = GENERATE(screens::Take::ours, screens::Take::server);
  Bench bench;
  bench.weigh(100, 2950);
  bench.server.at(4).results[100] = quantity("2.5");
  bench.link().look();
  bench.settle();
  REQUIRE(bench.link().plan().conflicts.size() == 1);
  const auto conflict = bench.link().plan().conflicts.front();
  CHECK(conflict.ours == quantity("2.95"));
  CHECK(conflict.server == quantity("2.5"));
  CHECK(conflict.base == quantity("3"));
  REQUIRE(bench.link().take(CellId{100}, take));
  CHECK(bench.link().plan().conflicts.empty());
  bench.link().push();
  bench.settle();
  CHECK(bench.there(100) == quantity(take == screens::Take::ours ? "2.95" : "2.5"));
  REQUIRE(bench.link().receipt());
  CHECK(bench.link().receipt()->taken.size() == 1);
}

TEST_CASE("an order with a begun bag waits, unless a person sends it even so") {
  Bench bench;
  bench.weigh(100, 1000);
  REQUIRE(bench.link().plan().orders.front().open.size() == 1);
  CHECK(bench.link().plan().cells.empty());
  bench.link().push();
  bench.settle();
  CHECK(bench.there(100) == quantity("3"));
  bench.link().send_even_so({4});
  CHECK(planned(bench.link().plan()) == std::vector<std::int64_t>{100});
  bench.link().push();
  bench.settle();
  CHECK(bench.there(100) == quantity("1"));
}

TEST_CASE("an order from a folder is not sent before a pull showed it") {
  Bench bench(false);
  bench.weigh(100, 2950);
  CHECK(bench.link().plan().orders.front().trouble == screens::OrderTrouble::not_pulled);
  CHECK(bench.link().plan().cells.empty());
  bench.link().push();
  bench.settle();
  CHECK(bench.server.writes() == 0);
}

TEST_CASE("a server that cannot be reached is said, and weighing goes on") {
  Bench bench;
  bench.unreachable = true;
  bench.link().look();
  bench.settle();
  REQUIRE(bench.link().status().failure);
  CHECK(bench.link().status().failure->error.fault == domain::Fault::device_gone);
  bench.weigh(100, 2950);
  CHECK(bench.link().status().to_send == 1);
  bench.unreachable = false;
  bench.link().push();
  bench.settle();
  CHECK_FALSE(bench.link().status().failure);
  CHECK(bench.there(100) == quantity("2.95"));
}

TEST_CASE("a push that was cut off is known at the next start, one that ended is not") {
  Bench bench;
  bench.weigh(100, 2950);
  bench.link().push();
  bench.settle();
  bench.drop();
  CHECK_FALSE(bench.link().status().unfinished);
  CHECK(bench.link().receipt());  // what was proved is known too
  bench.drop();
  bench.save(domain::Sending{.order = {4}, .cell = CellId{101}, .intended = quantity("2")});
  CHECK(bench.link().status().unfinished);
  bench.link().leave_unfinished();
  CHECK_FALSE(bench.link().status().unfinished);
}

TEST_CASE("the end of the program does not wait for a server that does not answer") {
  Bench bench;
  bench.settings.connect =
      [](std::stop_token cut) -> domain::Result<std::unique_ptr<kiosk::ServerLine>> {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, cut, [] { return false; });
    return domain::fail(domain::Fault::interrupted, "cut");
  };
  bench.link().pull();
  bench.drop();  // returns
  CHECK(bench.server.calls().empty());
}
