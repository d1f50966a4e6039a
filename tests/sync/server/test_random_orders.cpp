// Random orders of both versions: the import must find their database again, and never call exact
// what is not.
#include <catch2/catch.hpp>
#include <random>

#include "support/seed.hpp"
#include "sync/server/made_up_orders.hpp"

namespace {

using domain::Certainty;
using namespace support;

}  // namespace

TEST_CASE("random orders of both versions give back their database") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto up_to = [&random](int n) {
    return static_cast<std::int64_t>(random() % static_cast<unsigned>(n));
  };
  int exact = 0, all = 0;
  for (int round = 0; round < 40; ++round) {
    const int version = round % 2 == 0 ? 4 : 5;
    std::vector<DbArticle> articles = new_articles();
    if (version == 4)
      articles = {old_article(1, "A", "1 kg"), old_article(2, "B", "500 g"),
                  old_article(3, "B", "botte"), old_article(4, "C & <D>", "pièce ~1,5 kg")};
    for (auto& a : articles) {
      a.cents = 1 + up_to(version == 4 ? 900 : 9000);
      a.box = static_cast<int>(1 + up_to(3));
    }
    DbOrder order = order_of(version, articles, {"Rosa", "Les Œillets", "O'Brien & fils"});
    order.decimal_mark = round % 4 < 2 ? '.' : ',';
    order.transport = round % 3 == 0;
    order.state = round % 5 == 0 ? "received" : "finished";
    int id = 1000;
    for (int g = 0; g < 3; ++g)
      for (std::size_t a = 0; a < articles.size(); ++a) {
        if (up_to(4) == 0) continue;
        const std::int64_t asked = up_to(20) * 1000;
        const std::int64_t result = up_to(3) == 0 ? asked : up_to(8) == 0 ? 0 : up_to(9000);
        order.cells.push_back({id++, g, static_cast<int>(a), asked, up_to(3) * 1000, result});
      }
    CAPTURE(round, version);
    const auto got = imported(order, round % 7 < 3 ? With::all : With::groups_receive);
    REQUIRE(got.cells.size() == order.cells.size());
    for (std::size_t i = 0; i < got.cells.size(); ++i) {
      const auto& cell = got.cells[i];
      const auto& db = order.cells[i];
      const auto& a = articles[static_cast<std::size_t>(db.article)];
      const auto& article = article_of(got, i);
      CAPTURE(a.id, a.name, a.group, a.billing, db.asked, db.result, a.cents);
      CHECK(cell.id.value == db.id);
      REQUIRE(article.id);
      CHECK(article.id->value == a.id);
      CHECK(article.unit.text == (version == 4 ? a.unit : a.group));
      REQUIRE(cell.base);
      REQUIRE(cell.asked);
      ++all;
      if (cell.base_certainty == Certainty::exact) {
        ++exact;
        CHECK(cell.base->units() == db.result * 1000);
      }
      if (version == 4 || a.billing == a.group || a.group == "XPP") {
        CHECK(cell.asked->units() == db.asked * 1000);
        CHECK(cell.tolerance->units() == db.tolerance * 1000);
      }
      if (db.result != 0 && cell.base_certainty == Certainty::exact) {
        REQUIRE(article.unit_price);
        CHECK(article.price_certainty == Certainty::exact);
      }
    }
  }
  CAPTURE(exact, all);
  CHECK(exact * 100 >= all * 97);
}
