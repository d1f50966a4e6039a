#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "domain/weighing.hpp"
#include "scale_bench.hpp"
#include "support/day_text.hpp"
#include "support/seed.hpp"

using namespace domain;
using support::aim;
using support::Bench;
using Kind = Advice::Kind;

TEST_CASE("hands full: good and steady for 1.5 s, then lifting saves") {
  Bench b(HandsFull::on);
  SECTION("lifted through moving readings") {
    b.hold(1262, 15);
    CHECK(b.rule.advice(b.now).kind == Kind::good);
    b.hold(1262, 1);
    CHECK(b.rule.advice(b.now).kind == Kind::lift);
    b.moving(1100);
    b.moving(300);
    CHECK_FALSE(b.lifted);
    b.moving(2);
    CHECK(b.lifted == Load{grams(1262), Weight(), grams(1262), grams(1)});
    b.rule.saved(*b.lifted);
    b.lifted.reset();
    b.hold(0, 30);
    CHECK_FALSE(b.lifted);
  }
  SECTION("too early") {
    b.hold(1262, 14);
    b.moving(600);
    b.now += Moment{2000};
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("time runs on without readings only while the last one is fresh") {
    b.put(1262);
    b.now += Moment{5000};
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("the trembling of one step does not start anew") {
    for (int i = 0; i < 8; ++i) {
      b.put(1262);
      b.put(1263);
    }
    b.put(0);
    CHECK(b.lifted);
  }
  SECTION("something added: the clock starts anew") {
    b.hold(1240, 16);
    b.moving(1260);
    b.hold(1280, 10);
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("goods taken out again are no lifting") {
    b.hold(1262, 20);
    b.moving(900);
    b.put(500);
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("too light or too heavy never arms") {
    b.hold(1200, 20);
    b.put(0);
    b.hold(1400, 20);
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("what voids the weight voids it all") {
    const auto trouble = GENERATE(Trouble::overload, Trouble::silent, Trouble::unplugged,
                                  Trouble::fault, Trouble::not_understood);
    b.hold(1262, 20);
    b.fault(trouble);
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("a pan that springs up, or a scale with its own tare") {
    const auto trouble = GENERATE(Trouble::underload, Trouble::moving, Trouble::under_zero);
    b.hold(1262, 20);
    b.fault(trouble);
    b.put(0);
    CHECK(b.lifted);
  }
  SECTION("the bag just saved by a tap is not saved again by lifting") {
    b.hold(1262, 20);
    b.save();
    b.hold(1262, 20);
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("another cell, another start") {
    b.hold(1262, 20);
    b.open(aim(1250));
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
  SECTION("switched off") {
    b.rule.set_hands_full(HandsFull::off);
    b.hold(1262, 20);
    CHECK(b.rule.advice(b.now).kind == Kind::good);
    b.put(0);
    CHECK_FALSE(b.lifted);
  }
}

TEST_CASE("whatever a scale says, nothing is saved that breaks the rule, and the day agrees") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const auto pick = [&random](std::int64_t from, std::int64_t to) {
    return std::uniform_int_distribution<std::int64_t>(from, to)(random);
  };
  for (int round = 0; round < 400; ++round) {
    support::TestDay t("order 4 Duval\nChou | 1 kg | 2 | Rosa 1.25");
    Bench b(round % 2 ? HandsFull::on : HandsFull::off);
    b.rule.open(CellId{100}, aim_of(t.day, t.at(100), Band{}));
    std::optional<Weight> last_saved;
    bool lifted_since = true;
    for (int step = 0; step < 60; ++step) {
      static constexpr std::array troubles = {Trouble::overload, Trouble::silent,
                                              Trouble::under_zero, Trouble::moving};
      const auto weight = pick(0, 3) == 0 ? pick(-20, 30) : pick(200, 700);
      if (pick(0, 9) == 0)
        b.fault(troubles[static_cast<std::size_t>(pick(0, 3))]);
      else
        b.put(weight, static_cast<Steadiness>(pick(0, 2)));
      const Reading shown = b.reading(weight, Steadiness::steady);
      const Advice advice = b.rule.advice(b.now);
      lifted_since = lifted_since || (advice.gross && *advice.gross <= grams(5)) ||
                     advice.trouble == Trouble::under_zero || advice.kind == Kind::under_zero;
      const auto load = b.rule.load(b.now);
      REQUIRE(load.has_value() == advice.savable());
      if (!load) continue;
      REQUIRE(advice.steady);
      REQUIRE(load->net > grams(5));
      REQUIRE(load->gross - load->tare == load->net);
      REQUIRE(load->gross == shown.weight);
      const bool differs = !last_saved || load->gross > *last_saved + grams(2) ||
                           load->gross < *last_saved - grams(2);
      // Up to 20 divisions may stay when a load is lifted.
      if (!differs) REQUIRE((lifted_since || *last_saved > grams(50)));
      if (pick(0, 2) != 0) continue;
      t.add(Weighed{t.day.on(t.at(100)), load->net, load->tare, load->division, Band{}});
      const auto judged = t.day.figures(t.at(100)).state;
      REQUIRE((advice.fit == Fit::below) == (judged == CellState::to_do));
      REQUIRE((advice.fit == Fit::above) == (judged == CellState::over));
      b.rule.saved(*load);
      b.rule.open(CellId{100}, aim_of(t.day, t.at(100), Band{}));
      last_saved = load->gross;
      lifted_since = false;
    }
  }
}
