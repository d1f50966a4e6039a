#include <catch2/catch.hpp>

#include "domain/weighing.hpp"
#include "scale_bench.hpp"
#include "support/day_text.hpp"

using namespace domain;
using support::aim;
using support::Bench;
using Kind = Advice::Kind;
using Refusal = Advice::Refusal;

TEST_CASE("the strip says the verb and the difference to the aim") {
  struct Row {
    std::int64_t net;
    Kind kind;
    std::int64_t difference;
    Fit fit;
    bool far_over;
  };
  // 1 250 g: 1 225 to 1 312.5 g; twice the band ends at 1 375 g.
  const Row row = GENERATE(values<Row>({{6, Kind::add, 1244, Fit::below, false},
                                        {912, Kind::add, 338, Fit::below, false},
                                        {1224, Kind::add, 26, Fit::below, false},
                                        {1225, Kind::good, -25, Fit::within, false},
                                        {1250, Kind::good, 0, Fit::within, false},
                                        {1312, Kind::good, 62, Fit::within, false},
                                        {1313, Kind::take_off, 63, Fit::above, false},
                                        {1375, Kind::take_off, 125, Fit::above, false},
                                        {1376, Kind::take_off, 126, Fit::above, true}}));
  CAPTURE(row.net);
  Bench b;
  const Advice advice = b.put(row.net);
  CHECK(advice.kind == row.kind);
  CHECK(advice.difference == grams(row.difference));
  CHECK(advice.fit == row.fit);
  CHECK(advice.far_over == row.far_over);
  CHECK(advice.savable());
  CHECK(advice.complete() == (row.fit != Fit::below));
  CHECK(advice.net == grams(row.net));
}

TEST_CASE("what is no weight to save is refused with its reason") {
  Bench b;
  const auto refused = [](const Advice& a, Kind kind, Refusal why) {
    CHECK(a.kind == kind);
    CHECK(a.refusal == why);
    CHECK_FALSE(a.complete());
  };
  refused(b.rule.advice(b.now), Kind::trouble, Refusal::no_weight);
  refused(b.put(0), Kind::place, Refusal::empty);
  refused(b.put(5), Kind::place, Refusal::empty);
  refused(b.moving(700), Kind::moving, Refusal::moving);
  CHECK(b.rule.advice(b.now).net == grams(700));
  refused(b.put(700, Steadiness::unknown), Kind::moving, Refusal::moving);
  refused(b.put(-1), Kind::place, Refusal::empty);
  refused(b.put(-2), Kind::place, Refusal::empty);
  refused(b.put(-3), Kind::under_zero, Refusal::under_zero);
  CHECK_FALSE(b.rule.advice(b.now).net);
  refused(b.fault(Trouble::under_zero), Kind::under_zero, Refusal::under_zero);
  refused(b.fault(Trouble::overload), Kind::trouble, Refusal::overload);
  refused(b.fault(Trouble::underload), Kind::trouble, Refusal::underload);
  refused(b.fault(Trouble::moving), Kind::moving, Refusal::moving);
  for (const auto trouble :
       {Trouble::waiting, Trouble::not_ready, Trouble::not_a_mass, Trouble::not_understood,
        Trouble::fault, Trouble::silent, Trouble::unplugged, Trouble::no_rights, Trouble::busy}) {
    refused(b.fault(trouble), Kind::trouble, Refusal::no_weight);
    CHECK(b.rule.advice(b.now).trouble == trouble);
    CHECK_FALSE(b.rule.advice(b.now).net);
    CHECK_FALSE(b.rule.load(b.now));
  }
}

TEST_CASE("a reading that grew old is no weight") {
  Bench b;
  CHECK(b.put(1250).complete());
  b.now += Moment{1000};
  CHECK(b.rule.advice(b.now).complete());
  b.now += Moment{1};
  const Advice old = b.rule.advice(b.now);
  CHECK(old.refusal == Refusal::no_weight);
  CHECK(old.trouble == Trouble::silent);
  CHECK_FALSE(b.rule.tare(b.now));
}

TEST_CASE("more than 5 divisions of this scale, after the tare") {
  Bench b;
  Reading r = b.reading(25, Steadiness::steady);
  r.division = grams(5);
  CHECK(b.take(r).refusal == Refusal::empty);
  r.weight = milligrams(25'001);
  CHECK(b.take(r).savable());
  r.division = Weight();
  CHECK(b.take(r).refusal == Refusal::no_weight);
}

TEST_CASE("the bag just saved must be lifted or changed") {
  Bench b;
  b.put(1250);
  b.save();
  CHECK(b.rule.advice(b.now).kind == Kind::same_load);
  b.open(aim(1250));
  CHECK(b.put(1250).refusal == Refusal::same_load);
  CHECK(b.put(1252).refusal == Refusal::same_load);  // the scale trembles
  CHECK(b.moving(900).refusal == Refusal::moving);
  CHECK(b.put(1250).refusal == Refusal::same_load);
  SECTION("changed") { CHECK(b.put(1253).complete()); }
  SECTION("another bag of the same weight, the pan empty in between") {
    b.moving(600);
    b.moving(3);
    CHECK(b.put(1250).complete());
  }
  SECTION("lifted, with some earth left behind") {
    b.moving(18);
    CHECK(b.put(1250).complete());
  }
  SECTION("lifted while another container's tare made the pan negative") {
    b.fault(Trouble::under_zero);
    CHECK(b.put(1250).complete());
  }
  SECTION("a cable pulled and put back changes nothing on the pan") {
    b.fault(Trouble::unplugged);
    CHECK(b.put(1250).refusal == Refusal::same_load);
  }
}

TEST_CASE("after a restart the bag that was saved is known") {
  Bench b;
  b.rule.remember_saved(grams(1290));
  CHECK(b.put(1290).refusal == Refusal::same_load);
  b.put(0);
  CHECK(b.put(1290).complete());
}

TEST_CASE("a load saved after it left the pan leaves nothing to compare with") {
  Bench b;
  b.put(1250);
  const Load load = b.rule.load(b.now).value();
  b.put(0);
  b.rule.saved(load);
  CHECK(b.put(1250).complete());
}

TEST_CASE("the tare belongs to its cell") {
  Bench b;
  b.put(40);
  CHECK(b.rule.tare(b.now));
  CHECK(b.put(40).kind == Kind::place);
  const Advice advice = b.put(1302);
  CHECK(advice.net == grams(1262));
  CHECK(advice.gross == grams(1302));
  CHECK(advice.tare == grams(40));
  CHECK(b.rule.load(b.now) == Load{grams(1262), grams(40), grams(1302), grams(1)});
  SECTION("the same cell keeps it") {
    b.rule.open(CellId{b.cell}, aim(1250, 500));
    CHECK(b.put(1302).tare == grams(40));
  }
  SECTION("the next one begins without") {
    b.open(aim(1250));
    CHECK(b.put(1303).net == grams(1303));
    CHECK(b.rule.tare() == Weight());
  }
  SECTION("the container lifted off is an empty pan, a lighter one is not") {
    CHECK(b.put(0).kind == Kind::place);
    CHECK(b.put(25).kind == Kind::under_zero);
  }
  SECTION("an empty pan takes it back") {
    b.put(0);
    CHECK(b.rule.tare(b.now));
    CHECK(b.rule.tare() == Weight());
  }
  SECTION("nothing is tared that is not steady and fresh") {
    b.moving(80);
    CHECK_FALSE(b.rule.tare(b.now));
    b.put(-30);
    CHECK_FALSE(b.rule.tare(b.now));
    b.fault(Trouble::silent);
    CHECK_FALSE(b.rule.tare(b.now));
    CHECK(b.rule.tare() == grams(40));
  }
}

TEST_CASE("a container is never taken off twice: the scale was tared too") {
  Bench b;
  b.mode = WeighMode::gross;
  b.put(40);
  REQUIRE(b.rule.tare(b.now));
  b.put(1302);
  b.mode = WeighMode::net;
  const Advice tared = b.put(1262);
  CHECK(tared.scale_tared);
  CHECK(tared.net == grams(1262));
  CHECK_FALSE(tared.gross);
  CHECK(tared.tare == Weight());
  CHECK(b.rule.load(b.now)->tare == Weight());
}

TEST_CASE("a tare on top of the scale's own is void once that is gone") {
  Bench b;
  b.mode = WeighMode::net;
  b.put(30);
  REQUIRE(b.rule.tare(b.now));
  CHECK(b.put(1280).net == grams(1250));
  b.mode = WeighMode::gross;
  CHECK(b.put(1320).kind == Kind::tare_again);
  CHECK_FALSE(b.rule.load(b.now));
  b.put(70);
  CHECK(b.rule.tare(b.now));
  CHECK(b.put(1320).net == grams(1250));
}

TEST_CASE("what little lies on the pan is told, and a tare takes it off") {
  Bench b;
  CHECK_FALSE(b.put(0).dirty_pan);
  CHECK(b.put(4).dirty_pan);
  CHECK_FALSE(b.moving(4).dirty_pan);
  b.put(1250);
  b.save();
  b.open(aim(1250));
  const Advice earth = b.put(14);
  CHECK(earth.dirty_pan);
  CHECK(earth.kind == Kind::add);
  REQUIRE(b.rule.tare(b.now));
  CHECK_FALSE(b.put(14).dirty_pan);
  CHECK(b.put(1264).net == grams(1250));
  CHECK_FALSE(b.rule.advice(b.now).dirty_pan);
}

TEST_CASE("a second bag aims at what the cell lacks, in the band of the whole") {
  Bench b;
  b.open(aim(1250, 912));
  const Advice advice = b.put(300);
  CHECK(advice.kind == Kind::add);
  CHECK(advice.difference == grams(38));
  CHECK(b.put(313).kind == Kind::good);
  CHECK(b.put(312).kind == Kind::add);
  CHECK(b.put(400).kind == Kind::good);
  CHECK(b.put(401).kind == Kind::take_off);
  CHECK(b.rule.advice(b.now).difference == grams(63));
}

TEST_CASE("a cell without a known amount takes any load") {
  Bench b;
  b.open(std::nullopt);
  const Advice advice = b.put(777);
  CHECK(advice.kind == Kind::no_aim);
  CHECK(advice.complete());
  CHECK_FALSE(advice.gauge);
}

TEST_CASE("the gauge shows the band of the whole target, less what the cell has") {
  CHECK(gauge_figures(aim(1250), grams(1)) ==
        GaugeFigures{grams(1250), grams(1225), milligrams(1'312'500)});
  CHECK(gauge_figures(aim(1250, 912), grams(1)) ==
        GaugeFigures{grams(338), grams(313), milligrams(400'500)});
  // At least one division on both sides.
  CHECK(gauge_figures(aim(10), grams(5)) == GaugeFigures{grams(10), grams(5), grams(15)});
}

TEST_CASE("the aim of a cell: target less what it has, the widest band and division") {
  support::TestDay t(
      "order 4 Duval\nChou | 500 g | 2 | Rosa 2.5\nRadis | botte | 1 | Rosa 2\n"
      "Thym | 1 kg | 1 | Rosa ?");
  CHECK(aim_of(t.day, t.at(100), Band{}) == Aim{Fraction(1'250'000), Weight(), Band{}, Weight()});
  t.add(Weighed{t.day.on(t.at(100)), grams(400), {}, grams(5), Band{100, 1500}});
  t.count(100, 1000);
  CHECK(aim_of(t.day, t.at(100), Band{}) ==
        Aim{Fraction(1'250'000), grams(900), Band{200, 1500}, grams(5)});
  CHECK_FALSE(aim_of(t.day, t.at(101), Band{}));
  CHECK_FALSE(aim_of(t.day, t.at(102), Band{}));
}
