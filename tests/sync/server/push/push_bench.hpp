// A day and a server in memory that tell the same order, for tests of the push.
#pragma once

#include <catch2/catch.hpp>

#include "support/day_text.hpp"
#include "support/memory_foodsoft.hpp"
#include "sync/server/foodsoft/push/plan.hpp"

namespace support {

inline domain::Quantity units(const char* text) { return *domain::read_quantity(text); }

// Cells 100, 101 carrots, 102, 103 leeks; Rosa (group order 1000) and Maria (1001).
inline const char* const two_by_two = R"(order 4 Duval
  Carottes | 1 kg | 1.67 | Rosa 3, Maria 2
  Poireaux | botte | 2.00 | Rosa 1, Maria 4)";

struct PushDay : TestDay {
  explicit PushDay(const std::string& text = two_by_two) : TestDay(text) {
    for (auto order : day.orders()) {
      for (auto& article : order.articles) article.per_supplier_unit = domain::Fraction(1);
      day.set_reference(order);
      server.add(order);
    }
  }

  domain::EntryRef add(domain::Body body) {
    const auto ref = TestDay::add(body);
    state.apply(domain::Entry{ref, domain::Stamp{seq}, 1, "Rosa", std::move(body)});
    return ref;
  }
  void sent(std::int64_t cell, const char* value, const char* base = "3") {
    add(domain::Sending{domain::PushStep::cell,
                        0,
                        {4},
                        domain::CellId{cell},
                        {},
                        units(base),
                        {},
                        units(value),
                        "",
                        ""});
  }
  void verified(std::int64_t cell, const char* ours, const char* read) {
    add(domain::Pushed{domain::PushStep::cell,
                       domain::PushOutcome::sent,
                       {4},
                       domain::CellId{cell},
                       {},
                       units(ours),
                       units(read),
                       {},
                       {},
                       0,
                       ""});
  }
  void take(std::int64_t cell, domain::Side side, const char* saw) {
    add(domain::Taken{{cell}, side, units(saw)});
  }
  std::vector<server::ToldOrder> told() const { return {{server.address(), day.orders()[0]}}; }
  std::vector<server::PlannedCell> plan(bool everything = false) {
    const auto page = server.groups({4});
    const auto work = server::order_work(day, 0, state, told());
    return server::plan_cells(day, work, state, server::SeenOrder(*page, day.orders()[0]),
                              everything);
  }
  // The one cell that has figures.
  server::PlannedCell planned(std::int64_t cell) {
    for (const auto& each : plan(true))
      if (each.id.value == cell) return each;
    FAIL("the cell is in no plan");
    return {};
  }

  domain::PushState state;
  MemoryFoodsoft server;
};

}  // namespace support
