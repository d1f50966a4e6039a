#include <catch2/catch.hpp>

#include "domain/reference_changes.hpp"
#include "support/day_text.hpp"

using namespace domain;

namespace {

const ReferenceOrder order = support::DayText::read(R"(order 4 Duval
Carottes | 1 kg | 1.94 | Rosa 3, Maria 2=2.5
Choux | pièce ~1,5 kg | 2.91 | Rosa 1, Maria 4)")
                                 .front();

}  // namespace

TEST_CASE("the same order twice has no changes") {
  CHECK_FALSE(changes(order, order).any());
  CHECK(changes(order, order) == ReferenceChanges{});
}

TEST_CASE("cells: another result, another asked amount, new and gone ones") {
  auto now = order;
  now.cells[0].base = whole_units(7);
  now.cells[1].asked = whole_units(9);
  now.cells.erase(now.cells.begin() + 2);
  now.cells.push_back(now.cells[0]);
  now.cells.back().id = {999};
  const auto found = changes(order, now);
  CHECK(found.results == std::vector<CellId>{order.cells[0].id});
  CHECK(found.asked == std::vector<CellId>{order.cells[1].id});
  CHECK(found.gone_cells == std::vector<CellId>{order.cells[2].id});
  CHECK(found.new_cells == std::vector<CellId>{{999}});
  CHECK(found.any());
  // The other way round, new and gone change places.
  CHECK(changes(now, order).new_cells == found.gone_cells);
}

TEST_CASE("what a page rounds is no change, what it does not tell neither") {
  auto now = order;
  now.cells[0].base = *order.cells[0].base + Quantity(5'000);
  CHECK(changes(order, now).results.size() == 1);
  now.cells[0].base_certainty = Certainty::about;
  CHECK_FALSE(changes(order, now).any());
  now.cells[0].base = *order.cells[0].base - Quantity(5'001);
  CHECK(changes(order, now).results.size() == 1);
  now.cells[0].base.reset();
  now.cells[1].asked.reset();
  now.articles[0].unit_price.reset();
  now.articles[0].unit.text.clear();
  CHECK_FALSE(changes(order, now).any());
}

TEST_CASE("articles: price, unit, ratio, received, new and gone ones") {
  auto before = order;
  before.articles[0].per_supplier_unit = Fraction(10);
  before.articles[0].units_to_order = before.articles[1].units_to_order = whole_units(1);
  auto now = before;
  now.articles[0].per_supplier_unit = Fraction(12);
  now.articles[0].units_received = whole_units(1);
  now.articles[1].unit_price = UnitPrice(3'000'000'000);
  now.articles[1].unit.text = "pièce";
  auto found = changes(before, now);
  CHECK(found.ratios == std::vector<int>{0});
  CHECK(found.received == std::vector<int>{0});
  CHECK(found.prices == std::vector<int>{1});
  CHECK(found.units == std::vector<int>{1});
  CHECK(found.results.empty());
  now.articles[1].id = OrderArticleId{77};
  found = changes(before, now);
  CHECK(found.new_articles == std::vector<int>{1});
  CHECK(found.gone_articles == std::vector<int>{1});
  CHECK(found.prices.empty());
}

TEST_CASE("a 5.x ratio: one piece holds another mass") {
  auto before = order;
  before.articles[1].unit.meaning = {Measure::mass, Fraction(1'500'000), UnitSource::ratio};
  auto now = before;
  now.articles[1].unit.meaning.holds = Fraction(2'000'000);
  CHECK(changes(before, now).ratios == std::vector<int>{1});
}

TEST_CASE("groups: renamed, new, gone; the state of the order") {
  auto now = order;
  now.group_orders[0].ordergroup += " †";
  now.group_orders[1].id = {5555};
  now.state = ServerState::received;
  const auto found = changes(order, now);
  CHECK(found.renamed_groups == std::vector<int>{0});
  CHECK(found.new_groups == std::vector<int>{1});
  CHECK(found.gone_groups == std::vector<int>{1});
  CHECK(found.state);
}
