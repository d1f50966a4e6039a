#include <catch2/catch.hpp>
#include <random>

#include "domain/matrix_view.hpp"
#include "domain/walk.hpp"
#include "support/day_text.hpp"
#include "support/seed.hpp"

using namespace domain;
using support::TestDay;

namespace {

AllocationMatrix matrix_of(const Day& day) {
  return {day, ordered_articles(day, {}),
          [](const std::string& name) { return name == "Zola" ? std::optional(3) : std::nullopt; }};
}

}  // namespace

TEST_CASE("a row an article, a column an ordergroup over all orders, by name") {
  TestDay t(
      "order 4 Duval\nPommes | 1 kg | 2 | Zola 1, Bel-Air 2\nCarottes | 1 kg | 2 | Zola 1\n"
      "order 9 Moulin\nBeurre | botte | 2 | Les Mirabelles 1, Zola 2");
  const auto m = matrix_of(t.day);
  REQUIRE(m.rows() == 3);
  REQUIRE(m.columns() == 3);
  CHECK(m.column(0).ordergroup == "Bel-Air");
  CHECK(m.column(1).ordergroup == "Les Mirabelles");
  CHECK(m.column(2).ordergroup == "Zola");
  CHECK(m.column(2).crate == 3);
  CHECK(m.column(2).parts.size() == 2);
  CHECK(m.column_of(GroupOrderId{1000}) == 2);  // Zola in the first order
  CHECK(m.column_of(GroupOrderId{1003}) == 2);  // and in the second
  CHECK_FALSE(m.column_of(GroupOrderId{1}));
  CHECK(m.at(0, 0) == t.at(101));
  CHECK(m.at(2, 2) == t.at(104));
  CHECK_FALSE(m.at(1, 0));
  CHECK(m.find(t.day, t.at(103)) == AllocationMatrix::Spot{2, 1});
  CHECK(m.row_of({1, 0}) == 2);
  CHECK(m.cells_of_column(2) == std::vector{t.at(100), t.at(102), t.at(104)});
  t.weigh(100, 1010);
  t.add(Received{OrderArticleId{10}, grams(3500)});
  const auto margin = m.margin(t.day, 0);
  CHECK(margin.given == Quantity(1'010'000));
  CHECK(margin.received == Quantity(3'500'000));
  CHECK(margin.received_by == ReceivedBy::entry);
  CHECK(margin.open == 1);
  CHECK(margin.cells == 2);
}

TEST_CASE("a cell that a page lists twice shows once") {
  TestDay t("order 4 Duval\nPommes | 1 kg | 2 | Zola 1, Zola 2");
  const auto m = matrix_of(t.day);
  CHECK(m.at(0, 0) == t.at(100));
  CHECK_FALSE(m.find(t.day, t.at(101)));
}

TEST_CASE("an empty day has an empty matrix") {
  CHECK(AllocationMatrix().rows() == 0);
  const auto m = matrix_of(Day({}, {}));
  CHECK(m.rows() == 0);
  CHECK(m.columns() == 0);
}

TEST_CASE("every cell of a large day is found where it lies") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::vector<ReferenceOrder> orders(5);
  std::int64_t id = 1;
  for (auto& order : orders) {
    order.id = {id};
    for (int a = 0; a < 40; ++a) order.articles.push_back({OrderArticleId{id++}, "A"});
    for (int g = 0; g < 60; ++g)
      order.group_orders.push_back({GroupOrderId{id++}, "G" + std::to_string((g * 7 + id) % 97)});
    for (int a = 0; a < 40; ++a)
      for (int g = 0; g < 60; ++g)
        if (random() % 3 == 0) order.cells.push_back({CellId{id++}, g, a});
  }
  const Day day(std::move(orders), {});
  const auto m = matrix_of(day);
  REQUIRE(m.rows() == 200);
  std::size_t cells = 0, found = 0;
  for (int r = 0; r < m.rows(); ++r)
    for (int c = 0; c < m.columns(); ++c) {
      const auto at = m.at(r, c);
      if (!at) continue;
      ++found;
      REQUIRE(day.article_of(*at) == m.row(r));
      REQUIRE(day.ordergroup(*at) == m.column(c).ordergroup);
      REQUIRE(m.find(day, *at) == AllocationMatrix::Spot{r, c});
    }
  for (const auto& order : day.orders()) cells += order.cells.size();
  CHECK(found == cells);
}
