#include <catch2/catch.hpp>
#include <random>

#include "devices/scales/steady_weight.hpp"

using namespace scales;
using domain::Moment;
using domain::Reading;
using domain::Steadiness;
using domain::Trouble;

namespace {

WeightEvent kilos(std::int64_t grams, std::optional<bool> stable) {
  WeightEvent event;
  event.value = {grams, 3};
  event.unit = Unit::kg;
  event.stable = stable;
  return event;
}

StatusEvent status(StatusError error) {
  StatusEvent event;
  event.error = error;
  return event;
}

// A scale and its time.
struct Bench {
  explicit Bench(Moment period = Moment(200)) : steady(period), reading(steady.opened(now)) {}
  SteadyWeight steady;
  Moment now{5000};
  Reading reading;
  void wait(int ms) {
    for (int i = 0; i < ms; i += 50) {
      now += Moment(50);
      if (const auto changed = steady.tick(now)) reading = *changed;
    }
  }
  void event(const ScaleEvent& event) {
    if (const auto changed = steady.on(event, now)) reading = *changed;
  }
};

}  // namespace

TEST_CASE("a stable flag is believed after two equal frames over 400 ms") {
  Bench bench;
  CHECK(bench.reading.trouble == Trouble::waiting);
  bench.event(kilos(1234, true));
  CHECK(bench.reading.weight == domain::grams(1234));
  CHECK(bench.reading.division == domain::grams(1));
  CHECK_FALSE(bench.reading.steady());
  bench.event(kilos(1234, true));  // the same moment: no proof
  CHECK_FALSE(bench.reading.steady());
  bench.wait(200);
  bench.event(kilos(1234, true));
  CHECK_FALSE(bench.reading.steady());
  bench.wait(200);
  bench.event(kilos(1234, true));
  CHECK(bench.reading.steady());
  CHECK(bench.reading.steady_by == domain::SteadyBy::scale);
  SECTION("another digit starts anew") {
    bench.wait(200);
    bench.event(kilos(1235, true));
    CHECK(bench.reading.steadiness == Steadiness::moving);
  }
  SECTION("so do motion, other decimals, another unit, a mode, and a restart") {
    WeightEvent other = kilos(1234, true);
    const int kind = GENERATE(range(0, 6));
    if (kind == 0) bench.event(kilos(1234, false));
    if (kind == 1) other.value = {12340, 4};
    if (kind == 2) other.unit = Unit::lb;
    if (kind == 3) other.mode = Mode::net;
    if (kind == 4) bench.event(InfoEvent{});
    if (kind == 5) bench.event(status(StatusError::motion));
    bench.wait(200);
    bench.event(other);
    CAPTURE(kind);
    CHECK(bench.reading.weight.has_value());
    CHECK_FALSE(bench.reading.steady());
  }
  SECTION("an acknowledgement and a refused command change nothing") {
    const Reading before = bench.reading;
    bench.event(AckEvent{});
    bench.event(status(StatusError::refused));
    CHECK(bench.reading == before);
  }
}

TEST_CASE("without a flag: five readings over 1.5 s within one step, and marked as estimated") {
  Bench bench;
  for (int i = 0; i < 7; ++i) {
    bench.event(kilos(1234 + i % 2, std::nullopt));
    CHECK(bench.reading.steadiness == Steadiness::unknown);
    bench.wait(200);
  }
  bench.wait(100);
  bench.event(kilos(1234, std::nullopt));
  CHECK(bench.reading.steady());
  CHECK(bench.reading.steady_by == domain::SteadyBy::estimate);
  bench.wait(200);
  bench.event(kilos(1236, std::nullopt));
  CHECK(bench.reading.steadiness == Steadiness::moving);
}

TEST_CASE("one reply counted many times is one reading of the estimate") {
  Bench bench;
  for (int i = 0; i < 50; ++i) bench.event(kilos(1234, std::nullopt));
  bench.wait(1600);
  bench.event(kilos(1234, std::nullopt));
  CHECK_FALSE(bench.reading.steady());
}

TEST_CASE("a drift of one step a second never passes for steady") {
  Bench bench;
  for (int i = 0; i < 200; ++i) {
    bench.event(kilos(1000 + i / 5 * 2, std::nullopt));
    bench.wait(200);
    CHECK_FALSE(bench.reading.steady());
  }
}

TEST_CASE("fresh follows the period, silence comes after 2 s, and neither is a zero") {
  struct Row {
    int period;
    int fresh;
    int silent;
  };
  const Row row = GENERATE(values<Row>(
      {{100, 1000, 2000}, {500, 1500, 2000}, {1000, 3000, 3000}, {9000, 15000, 15000}}));
  Bench bench{Moment(row.period)};
  bench.event(kilos(1234, true));
  CHECK(bench.reading.fresh(bench.now + Moment(row.fresh)));
  CHECK_FALSE(bench.reading.fresh(bench.now + Moment(row.fresh + 1)));
  bench.wait(row.silent);
  CHECK(bench.reading.weight);
  bench.wait(50);
  CHECK(bench.reading.trouble == Trouble::silent);
  CHECK_FALSE(bench.reading.weight);
  CHECK_FALSE(bench.reading.fresh(bench.now));
}

TEST_CASE("why there is no weight") {
  Bench bench;
  SECTION("nothing ever came") {
    bench.wait(2100);
    CHECK(bench.reading.trouble == Trouble::silent);
  }
  SECTION("bytes that nobody understands") {
    for (int i = 0; i < 10; ++i) {
      bench.wait(300);
      bench.steady.heard(bench.now);
    }
    CHECK(bench.reading.trouble == Trouble::not_understood);
    bench.wait(4100);
    CHECK(bench.reading.trouble == Trouble::silent);
  }
  SECTION("it answers, and gives no weight") {
    bench.event(kilos(1234, true));
    for (int i = 0; i < 15; ++i) {
      bench.wait(200);
      bench.event(StatusEvent{});
    }
    CHECK(bench.reading.trouble == Trouble::not_ready);
    bench.event(kilos(1234, true));
    CHECK(bench.reading.trouble == Trouble::none);
  }
  SECTION("another kind of number") {
    const auto reason = GENERATE(Reason::unknown_unit, Reason::not_mass, Reason::expanded);
    bench.event(kilos(1234, true));
    bench.event(RejectEvent{reason, 0});
    CHECK(bench.reading.trouble == Trouble::not_a_mass);
  }
  SECTION("no unit") {
    WeightEvent event = kilos(1234, true);
    event.unit.reset();
    bench.event(event);
    CHECK(bench.reading.trouble == Trouble::not_a_mass);
  }
  SECTION("a lost port stays lost until it is opened") {
    bench.reading = bench.steady.lost(Trouble::unplugged, bench.now);
    bench.wait(10'000);
    CHECK(bench.reading.trouble == Trouble::unplugged);
    bench.reading = bench.steady.opened(bench.now);
    CHECK(bench.reading.trouble == Trouble::waiting);
  }
  SECTION("a status") {
    struct Row {
      StatusError error;
      Trouble trouble;
    };
    const Row row = GENERATE(values<Row>({{StatusError::motion, Trouble::moving},
                                          {StatusError::overload, Trouble::overload},
                                          {StatusError::underload, Trouble::underload},
                                          {StatusError::under_zero, Trouble::under_zero},
                                          {StatusError::needs_zero, Trouble::not_ready},
                                          {StatusError::fault, Trouble::fault}}));
    bench.event(kilos(1234, true));
    bench.event(status(row.error));
    CHECK(bench.reading.trouble == row.trouble);
  }
  CHECK((bench.reading.weight.has_value() == (bench.reading.trouble == Trouble::none)));
}

TEST_CASE("never a weight beside a trouble, whatever comes") {
  const auto seed = GENERATE(take(30, random(0, 1'000'000)));
  CAPTURE(seed);
  std::mt19937 generator(static_cast<unsigned>(seed));
  Bench bench;
  for (int i = 0; i < 500; ++i) {
    switch (generator() % 8) {
      case 0:
        bench.event(status(static_cast<StatusError>(generator() % 12)));
        break;
      case 1:
        bench.event(RejectEvent{static_cast<Reason>(generator() % 9), 1});
        break;
      case 2:
        bench.wait(static_cast<int>(generator() % 3000));
        break;
      case 3:
        bench.event(InfoEvent{});
        break;
      default:
        bench.event(
            kilos(static_cast<std::int64_t>(generator() % 3) - 1,
                  generator() % 3 == 0 ? std::nullopt : std::optional(generator() % 2 == 0)));
    }
    CHECK(bench.reading.weight.has_value() == (bench.reading.trouble == Trouble::none));
    CHECK((!bench.reading.steady() || bench.reading.weight));
    bench.wait(100);
  }
}
