// Every row of contracts.md 8 that a plan decides.
#include <catch2/catch.hpp>

#include "sync/server/push/push_bench.hpp"

using namespace domain;
using server::PlannedCell;
using support::PushDay;
using support::units;

TEST_CASE("what was given is sent, the absent as 0, others keep the server's result") {
  PushDay day;
  day.weigh(100, 2345);
  day.lack(102);
  const auto plan = day.plan();
  REQUIRE(plan.size() == 2);
  CHECK(plan[0].kind == PlannedCell::send);
  CHECK(plan[0].before == units("3"));
  CHECK(plan[0].after == units("2.345"));
  CHECK(plan[1].kind == PlannedCell::send);
  CHECK(plan[1].after == Quantity(0));
}

TEST_CASE("the server's value against base, ours, what we sent and what a person chose") {
  struct Row {
    const char* what;
    void (*before)(PushDay&);
    const char* shows;
    PlannedCell::Kind kind;
  };
  const Row row = GENERATE(values<Row>({
      {"base", [](PushDay&) {}, "3", PlannedCell::send},
      {"ours already", [](PushDay&) {}, "2.345", PlannedCell::same},
      {"changed by others", [](PushDay&) {}, "2.5", PlannedCell::conflict},
      {"a value that we sent", [](PushDay& d) { d.sent(100, "2.2"); }, "2.2", PlannedCell::send},
      {"changed since we sent", [](PushDay& d) { d.sent(100, "2.2"); }, "2.3",
       PlannedCell::conflict},
      {"ours was chosen", [](PushDay& d) { d.take(100, Side::ours, "2.5"); }, "2.5",
       PlannedCell::send},
      {"the server's was chosen", [](PushDay& d) { d.take(100, Side::server, "2.5"); }, "2.5",
       PlannedCell::kept},
      {"chosen for another value", [](PushDay& d) { d.take(100, Side::ours, "2.5"); }, "2.6",
       PlannedCell::conflict},
      {"chosen anew",
       [](PushDay& d) {
         d.take(100, Side::server, "2.5");
         d.take(100, Side::ours, "2.5");
       },
       "2.5", PlannedCell::send},
      {"corrected after ours was verified",
       [](PushDay& d) {
         d.sent(100, "2.345");
         d.verified(100, "2.345", "2.345");
       },
       "2.4", PlannedCell::corrected},
      {"corrected, and ours changed since",
       [](PushDay& d) {
         d.sent(100, "2.2");
         d.verified(100, "2.2", "2.2");
       },
       "2.4", PlannedCell::conflict},
      {"corrected, and a person wants ours",
       [](PushDay& d) {
         d.sent(100, "2.345");
         d.verified(100, "2.345", "2.4");
         d.take(100, Side::ours, "2.4");
       },
       "2.4", PlannedCell::send},
  }));
  CAPTURE(row.what);
  PushDay day;
  row.before(day);
  day.weigh(100, 2345);
  day.server.change(4, 100, units(row.shows));
  const auto planned = day.planned(100);
  CHECK(planned.kind == row.kind);
  CHECK(planned.error.empty() ==
        (row.kind != PlannedCell::conflict && row.kind != PlannedCell::corrected));
}

TEST_CASE("a cell that we sent and whose entries are all undone goes back to its base") {
  PushDay day;
  const auto bag = day.weigh(100, 2345);
  day.sent(100, "2.345");
  day.verified(100, "2.345", "2.345");
  day.server.change(4, 100, units("2.345"));
  day.add(Undone{bag});
  const auto planned = day.planned(100);
  CHECK(planned.kind == PlannedCell::send);
  CHECK(planned.after == units("3"));
}

TEST_CASE("what a push sent never becomes the base, whatever is pulled later") {
  PushDay day;
  const auto bag = day.weigh(100, 2345);
  day.sent(100, "2.345");
  ReferenceOrder pulled = day.day.orders()[0];
  pulled.cells[0].base = units("2.345");
  day.day.set_reference(pulled);
  CHECK(day.day.figures(day.at(100)).base == units("3"));
  day.add(Undone{bag});
  CHECK(day.day.figures(day.at(100)).base == units("3"));
  CHECK(day.day.on(day.at(100)).base == units("3"));
  pulled.cells[0].base = units("2.9");
  day.day.set_reference(pulled);
  CHECK(day.day.figures(day.at(100)).base == units("2.9"));
}

TEST_CASE("what is known to stand on the server is not read again") {
  PushDay day;
  day.weigh(100, 3000);
  day.sent(100, "3");
  day.verified(100, "3", "3");
  day.count(102, 1000);
  const auto work = server::order_work(day.day, 0, day.state, day.told());
  CHECK(work.articles_to_read() == std::vector<int>{1});
  CHECK(work.untouched == 2);
  day.weigh(100, 50);
  CHECK(server::order_work(day.day, 0, day.state, day.told()).articles_to_read() ==
        std::vector<int>{0, 1});
}

TEST_CASE("begun cells, and what never arrived, stop an order by name") {
  PushDay day;
  day.weigh(100, 1000);
  CHECK(server::what_is_open(server::order_work(day.day, 0, day.state, day.told())) ==
        "begun and not finished: Rosa: Carottes");
  day.lack(100);
  CHECK(server::what_is_open(server::order_work(day.day, 0, day.state, day.told())).empty());
  day.add(Received{{11}, Quantity(0)});
  const auto work = server::order_work(day.day, 0, day.state, day.told());
  CHECK(server::what_is_open(work) == "nothing arrived, but not every cell says so: Poireaux");
  CHECK(server::untouched_sentence(work) ==
        "3 cells nobody weighed will be charged as ordered: Carottes, Poireaux");
}

TEST_CASE("what changed on the server since the pull refuses its cells with a sentence") {
  struct Row {
    const char* what;
    void (*change)(ReferenceOrder&);
    const char* word;
  };
  const Row row = GENERATE(values<Row>({
      {"unit", [](ReferenceOrder& o) { o.articles[0].unit.text = "500 g"; }, "unit"},
      {"price", [](ReferenceOrder& o) { o.articles[0].unit_price = UnitPrice(1'680'000'000); },
       "price"},
      {"name", [](ReferenceOrder& o) { o.articles[0].name = "Navets"; }, "called"},
      {"group renamed", [](ReferenceOrder& o) { o.group_orders[0].ordergroup = "Rosalie"; },
       "called"},
      {"group deleted", [](ReferenceOrder& o) { o.group_orders[0].ordergroup += " †"; }, "deleted"},
  }));
  CAPTURE(row.what);
  PushDay day;
  day.weigh(100, 2345);
  row.change(day.server.at(4).told);
  const auto planned = day.planned(100);
  CHECK(planned.kind == PlannedCell::refused);
  CHECK(planned.error.find(row.word) != std::string::npos);
}

TEST_CASE("a cell that is gone is refused, and a row cannot tell it from 0") {
  PushDay day;
  day.lack(100);
  day.lack(101);
  day.server.change(4, 101, Quantity(0));
  day.server.at(4).gone.insert(100);
  CHECK(day.planned(100).kind == PlannedCell::refused);
  CHECK(day.planned(101).kind == PlannedCell::same);
  server::SeenOrder seen;
  seen.add(*day.server.article_row({4}, {10}), 0, day.day.orders()[0]);
  const auto work = server::order_work(day.day, 0, day.state, day.told());
  for (const auto& cell : server::plan_cells(day.day, work, day.state, seen, false))
    CHECK(cell.kind == PlannedCell::unclear);
}

TEST_CASE("an order from saved pages is pushed only after a pull showed the same") {
  PushDay day;
  day.weigh(100, 2345);
  const auto& now = day.day.orders()[0];
  const std::string& address = day.server.address();
  const auto why = [&](std::vector<server::ToldOrder> told) {
    return server::why_not(day.day, 0, told, address);
  };
  CHECK(why({{address, now}}).empty());
  CHECK(why({{"/media/key", now}}).find("pull") != std::string::npos);
  CHECK(why({{"/media/key", now}, {address, now}}).empty());
  auto other = now;
  other.supplier = "Martin";
  CHECK(why({{"/media/key", other}, {address, now}}).find("another one") != std::string::npos);
  other = now;
  other.articles[0].name = "Navets";
  CHECK(why({{"/media/key", other}, {address, now}}).find("cell 100") != std::string::npos);
  other = now;
  other.articles[1].name = "Navets";  // nobody has weighed it
  CHECK(why({{"/media/key", other}, {address, now}}).empty());
  auto settled = now;
  settled.state = ServerState::closed;
  CHECK(why({{address, settled}, {address, now}}).find("open again") != std::string::npos);
}

TEST_CASE("what arrived: a person's figure, else the sum where every cell has an entry") {
  PushDay day;
  day.day.set_reference([&] {
    auto order = day.day.orders()[0];
    order.articles[0].per_supplier_unit = Fraction(12);
    order.articles[1].per_supplier_unit = Fraction(10);
    order.articles[0].units_received = units("1");
    return order;
  }());
  const auto wanted = [&] { return server::received_to_set(day.day, 0, day.state); };
  CHECK(wanted().empty());
  day.weigh(100, 2700);
  CHECK(wanted().empty());
  day.weigh(101, 2000);
  REQUIRE(wanted().size() == 1);
  CHECK(wanted()[0].after == units("0.392"));  // 4.7 of 12
  day.add(Received{{10}, grams(6000)});
  CHECK(wanted()[0].after == units("0.5"));
  const auto judged = [&](std::optional<server::Micro> shows) {
    auto planned = wanted()[0];
    server::ReceiveRow row;
    row.units_received = shows;
    server::look_at(planned, row, day.day, 0, day.state);
    return planned.kind;
  };
  CHECK(judged({}) == server::PlannedReceived::send);
  CHECK(judged(1'000'000) == server::PlannedReceived::send);  // as pulled
  CHECK(judged(500'000) == server::PlannedReceived::same);
  CHECK(judged(700'000) == server::PlannedReceived::left);
  day.add(
      Sending{PushStep::received, 0, {4}, {}, OrderArticleId{10}, {}, {}, units("0.7"), "", ""});
  CHECK(judged(700'000) == server::PlannedReceived::send);
}

TEST_CASE("somebody's receive is recognised by whole numbers and another received amount") {
  PushDay day;
  day.weigh(100, 2345);
  day.weigh(101, 1990);
  day.server.change(4, 100, units("2"));
  day.server.change(4, 101, units("1"));
  const auto plan = day.plan();
  const auto& article = day.day.orders()[0].articles[0];
  CHECK(server::looks_redistributed(article, plan, 300'000, day.state));
  CHECK_FALSE(server::looks_redistributed(article, plan, std::nullopt, day.state));
  day.server.change(4, 101, units("1.5"));
  CHECK_FALSE(server::looks_redistributed(article, day.plan(), 300'000, day.state));
}

TEST_CASE("5.x: equal is what the page's number may stand for") {
  PushDay day("order 4 Duval\n Chou | XPP | 3.00 | Rosa 1");
  auto order = day.day.orders()[0];
  order.series = Series::v5;
  order.articles[0].unit.meaning = {Measure::mass, Fraction(1'500'000), UnitSource::ratio};
  day.day.set_reference(order);
  server::UnitFacts facts;
  facts.supplier = {"XPP", {{"KGM", *Fraction::read("1.5")}}};
  facts.billing = "KGM";
  facts.told_factor = server::read_told_factor("0.66666666666666666666666666666667");
  day.server.at(4).told.series = Series::v5;
  day.server.at(4).facts[0] = facts;
  const char* value = GENERATE("0.813", "1.051", "2.999");
  CAPTURE(value);
  day.count(100, units(value).units() / 1000);
  day.server.change(4, 100, units(value));
  CHECK(day.planned(100).kind == PlannedCell::same);
  day.server.change(4, 100, units(value) + units("0.001"));
  CHECK(day.planned(100).kind == PlannedCell::conflict);
  // Two kilograms a piece, and the page's number means another one.
  day.server.at(4).facts[0].supplier.ratios[0].quantity = Fraction(2);
  CHECK(day.planned(100).kind == PlannedCell::refused);
}
