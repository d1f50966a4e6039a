#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "domain/walk.hpp"
#include "support/day_text.hpp"
#include "support/seed.hpp"

using namespace domain;
using support::TestDay;

namespace {

// Cells 100 to 109; the groups by name are Bel-Air, Les Mirabelles, Zola.
const char* two_orders =
    "order 4 Duval\n"
    "Pommes   | 1 kg  | 2 | Zola 1, Bel-Air 2, Les Mirabelles 1\n"
    "Carottes | 1 kg  | 2 | Les Mirabelles 1\n"
    "order 9 Moulin\n"
    "Beurre   | botte | 2 | Zola 1, Bel-Air 0\n"
    "Élan     | botte | 2 | Bel-Air 3, Zola 1\n"
    "Ail      | botte | 2 | Les Mirabelles 1, Zola 2";

std::vector<std::int64_t> ids(const Day& day, std::span<const CellPlace> cells) {
  std::vector<std::int64_t> out;
  for (const auto at : cells) out.push_back(day.cell(at).id.value);
  return out;
}
std::vector<std::string> names(const Day& day, const std::vector<ArticlePlace>& articles) {
  std::vector<std::string> out;
  for (const auto at : articles) out.push_back(day.article(at).name);
  return out;
}
using Ids = std::vector<std::int64_t>;
using Names = std::vector<std::string>;

std::int64_t id(const Day& day, std::optional<CellPlace> at) {
  return at ? day.cell(*at).id.value : 0;
}

}  // namespace

TEST_CASE("articles in the order of the page, by name, or the station's own") {
  const TestDay t(two_orders);
  const auto ordered = [&](const ArticleOrder& order) {
    return names(t.day, ordered_articles(t.day, order));
  };
  CHECK(ordered({}) == Names{"Pommes", "Carottes", "Beurre", "Élan", "Ail"});
  CHECK(ordered({ArticleOrder::name, {}}) == Names{"Ail", "Beurre", "Carottes", "Élan", "Pommes"});
  // Cold things last: only they need to be named.
  CHECK(ordered({ArticleOrder::list, {"elan", "BEURRE"}}) ==
        Names{"Pommes", "Carottes", "Ail", "Élan", "Beurre"});
  CHECK(ordered({ArticleOrder::list, {"Carottes", "*", "Beurre"}}) ==
        Names{"Carottes", "Pommes", "Élan", "Ail", "Beurre"});
  CHECK(ordered({ArticleOrder::list, {"Nothing of today"}}) == ordered({}));
}

TEST_CASE("by article, its ordergroups by name; by ordergroup, its articles over all orders") {
  const TestDay t(two_orders);
  const Walk by_article(t.day, WalkBy::article);
  CHECK(ids(t.day, by_article.cells()) == Ids{101, 102, 100, 103, 105, 104, 106, 107, 108, 109});
  CHECK(ids(t.day, by_article.run_of(t.at(102))) == Ids{101, 102, 100});
  const Walk by_group(t.day, WalkBy::ordergroup);
  CHECK(ids(t.day, by_group.cells()) == Ids{101, 105, 106, 102, 103, 108, 100, 104, 107, 109});
  CHECK(ids(t.day, by_group.run_of(t.at(109))) == Ids{100, 104, 107, 109});
}

TEST_CASE("cells that are not open are skipped, the article is finished before the next one") {
  TestDay t(two_orders);
  const Walk walk(t.day, WalkBy::article);
  CHECK(id(t.day, walk.next(t.day, {})) == 101);
  CHECK(id(t.day, walk.then(t.day, t.at(102))) == 100);
  // 101 and 102 were left behind: they come before Carottes.
  t.weigh(100, 1000);
  CHECK(id(t.day, walk.next(t.day, t.at(100))) == 101);
  t.weigh(101, 2000);
  t.weigh(102, 1000);
  CHECK(id(t.day, walk.next(t.day, t.at(102))) == 103);
  // 105 asks for nothing, so it is not open.
  CHECK(id(t.day, walk.then(t.day, t.at(103))) == 104);
  // From the last article round to the first ones.
  t.count(108, 1000);
  CHECK(id(t.day, walk.next(t.day, t.at(109))) == 103);
}

TEST_CASE("a bag begun keeps its cell open: it comes again, last of all") {
  TestDay t("order 4 Duval\nPommes | 1 kg | 2 | Rosa 1, Maria 1");
  const Walk walk(t.day, WalkBy::article);
  t.weigh(100, 500);
  CHECK(id(t.day, walk.next(t.day, t.at(100))) == 101);
  t.weigh(101, 1000);
  CHECK(id(t.day, walk.next(t.day, t.at(100))) == 100);
  CHECK(id(t.day, walk.then(t.day, t.at(100))) == 0);
  t.lack(100);
  CHECK_FALSE(walk.next(t.day, t.at(100)));
  CHECK_FALSE(walk.next(t.day, {}));
}

TEST_CASE("work goes on where someone stopped, or at the next open cell") {
  TestDay t(two_orders);
  const Walk walk(t.day, WalkBy::article);
  CHECK(id(t.day, walk.resume(t.day, CellId{104})) == 104);
  t.count(104, 1000);
  CHECK(id(t.day, walk.resume(t.day, CellId{104})) == 106);
  CHECK(id(t.day, walk.resume(t.day, CellId{999})) == 101);
  CHECK(id(t.day, walk.resume(t.day, {})) == 101);
  CHECK_FALSE(Walk().next(t.day, {}));
}

TEST_CASE("following the walk closes every open cell once") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int order = 1; order <= 3; ++order) {
      text += "order " + std::to_string(order) + " S\n";
      for (int a = 0; a < 4; ++a) {
        std::string cells;
        for (int g = 0; g < 6; ++g)
          if (random() % 3 != 0)
            cells += (cells.empty() ? "G" : ", G") + std::to_string(g) + " " +
                     std::to_string(random() % 3);
        text += "A" + std::to_string(random() % 5) + " | botte | 1 | " + cells + "\n";
      }
    }
    TestDay t(text);
    const Walk walk(t.day, round % 2 ? WalkBy::article : WalkBy::ordergroup,
                    {static_cast<ArticleOrder::Kind>(round % 3), {"A3", "A1"}});
    std::set<std::int64_t> open, seen;
    for (const auto at : walk.cells())
      if (t.day.state(at) == CellState::to_do) open.insert(t.day.cell(at).id.value);
    std::optional<CellPlace> current;
    std::size_t runs = 0;
    while ((current = walk.next(t.day, current))) {
      REQUIRE(seen.insert(t.day.cell(*current).id.value).second);
      t.lack(t.day.cell(*current).id.value);
      const auto then = walk.then(t.day, *current);
      REQUIRE(then == walk.next(t.day, current));
      const auto run = walk.run_of(*current);
      if (!then || std::find(run.begin(), run.end(), *then) == run.end()) ++runs;
    }
    REQUIRE(seen == open);
    // Each run is left once: nothing of it was left behind.
    std::set<const CellPlace*> all_runs;
    for (const auto at : walk.cells()) all_runs.insert(walk.run_of(at).data());
    REQUIRE(runs <= all_runs.size());
  }
}
