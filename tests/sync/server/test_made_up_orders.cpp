// Orders that no recorded page shows: other units, odd names, stock, transport, free articles; and
// random ones, whose database the import must find again.
#include <catch2/catch.hpp>
#include <random>

#include "support/seed.hpp"
#include "sync/server/folder/read_folder.hpp"
#include "sync/server/page_writer.hpp"
#include "sync/server/saved_pages.hpp"

namespace {

using domain::Certainty;
using domain::Quantity;
using support::DbArticle;
using support::DbOrder;
using support::PageFolder;

enum class With { groups, groups_receive, groups_articles, all };

server::ImportReport import(const DbOrder& order, With with = With::all) {
  PageFolder folder;
  folder.add("groups.html", support::groups_page(order));
  if (with == With::all || with == With::groups_articles)
    folder.add("articles.html", support::articles_page(order));
  if (with == With::all || with == With::groups_receive)
    folder.add("receive.html", support::receive_page(order));
  auto report = server::read_folder(folder.path());
  REQUIRE(report);
  return *report;
}

domain::ReferenceOrder imported(const DbOrder& order, With with = With::all) {
  auto report = import(order, with);
  for (const auto& refused : report.refused) FAIL_CHECK(refused.error.detail);
  REQUIRE(report.orders.size() == 1);
  return report.orders.front();
}

std::string refused(const DbOrder& order, With with) {
  const auto report = import(order, with);
  CHECK(report.orders.empty());
  REQUIRE(report.refused.size() == 1);
  return report.refused.front().error.detail;
}

DbArticle old_article(int id, std::string name, std::string unit, std::int64_t cents = 194) {
  DbArticle a;
  a.id = id;
  a.name = std::move(name);
  a.unit = std::move(unit);
  a.cents = cents;
  return a;
}

DbArticle new_article(int id, std::string supplier, std::string group, std::string billing,
                      std::vector<std::pair<std::string, std::string>> ratios = {},
                      std::int64_t cents = 1943) {
  DbArticle a;
  a.id = id;
  a.name = "Article " + std::to_string(id);
  a.supplier = std::move(supplier);
  a.group = std::move(group);
  a.billing = std::move(billing);
  a.ratios = std::move(ratios);
  a.cents = cents;
  return a;
}

DbArticle custom_article(int id, std::string text, std::string group, std::string billing,
                         std::vector<std::pair<std::string, std::string>> ratios = {}) {
  DbArticle a = new_article(id, "", std::move(group), std::move(billing), std::move(ratios));
  a.unit = std::move(text);
  if (a.group.empty()) a.group = a.unit;
  if (a.billing.empty()) a.billing = a.unit;
  return a;
}

// Every way that units of 5.x lie to each other.
std::vector<DbArticle> new_articles() {
  return {new_article(1, "KGM", "KGM", "KGM"),
          new_article(2, "XCR", "KGM", "KGM", {{"10.0", "KGM"}}),
          new_article(3, "XPP", "XPP", "KGM", {{"1.5", "KGM"}}),
          new_article(4, "XPP", "GRM", "GRM", {{"3.0", "KGM"}}),
          new_article(5, "XPP", "GRM", "KGM", {{"3.0", "KGM"}}),
          new_article(6, "XBX", "XPK", "XPK", {{"30.0", "XPK"}}),
          custom_article(7, "botte", "", ""),
          custom_article(8, "Kiste", "KGM", "KGM", {{"12.5", "KGM"}}),
          custom_article(9, "Kiste (gros)", "", "KGM", {{"12.5", "KGM"}}),
          new_article(10, "LTR", "LTR", "LTR"),
          new_article(11, "XBO", "MLT", "LTR", {{"0.75", "LTR"}}),
          new_article(12, "LBR", "LBR", "LBR"),
          new_article(13, "XCR", "LBR", "KGM", {{"10.0", "KGM"}}),
          new_article(14, "KGM", "GRM", "KGM"),
          new_article(15, "KGM", "HGM", "GRM"),
          new_article(16, "XBO", "XBO", "XBO"),
          new_article(17, "XCR", "XPP", "KGM", {{"24.0", "XPP"}, {"3.6", "KGM"}})};
}

DbOrder order_of(int version, std::vector<DbArticle> articles, std::vector<std::string> groups) {
  DbOrder order;
  order.version = version;
  order.articles = std::move(articles);
  order.groups = std::move(groups);
  return order;
}

// A cell in every group for every article.
void fill(DbOrder& order, std::int64_t asked, std::int64_t result) {
  int id = 100;
  for (std::size_t g = 0; g < order.groups.size(); ++g)
    for (std::size_t a = 0; a < order.articles.size(); ++a)
      order.cells.push_back({id++, static_cast<int>(g), static_cast<int>(a), asked, 0, result});
}

const domain::OrderArticle& article_of(const domain::ReferenceOrder& order, std::size_t cell) {
  return order.articles[static_cast<std::size_t>(order.cells[cell].article)];
}

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

TEST_CASE("meanings and factors of 5.x units") {
  auto order = order_of(5, new_articles(), {"Rosa"});
  fill(order, 2000, 2000);
  const auto got = imported(order);
  REQUIRE(got.articles.size() == order.articles.size());
  const auto at = [&](std::size_t id) { return got.articles[id - 1]; };
  const auto mass = [](std::int64_t mg, domain::UnitSource source) {
    return domain::UnitMeaning{domain::Measure::mass, domain::Fraction(mg), source};
  };
  using domain::UnitSource;
  CHECK(at(1).unit.meaning == mass(1'000'000, UnitSource::code));
  CHECK(at(1).unit.name == "kg");
  CHECK(at(3).unit.meaning == mass(1'500'000, UnitSource::ratio));
  CHECK(at(3).unit.name == "Pièces");
  CHECK(at(3).per_supplier_unit == domain::Fraction(1));
  CHECK(at(4).unit.meaning == mass(1'000, UnitSource::code));
  CHECK(at(4).per_supplier_unit == domain::Fraction(3000));
  CHECK(at(6).unit.meaning.measure == domain::Measure::pieces);
  CHECK(at(6).per_supplier_unit == domain::Fraction(30));
  CHECK(at(7).unit.text == "botte");
  CHECK(at(7).unit.meaning == domain::read_unit_text("botte"));
  CHECK(at(9).unit.text == "Kiste (gros)");
  CHECK(at(9).unit.meaning == mass(12'500'000, UnitSource::ratio));
  CHECK(at(10).unit.meaning.measure == domain::Measure::volume);
  CHECK(at(12).unit.meaning.measure == domain::Measure::mass);
  CHECK(at(16).unit.text == "XBO");
  CHECK(at(17).unit.meaning.source == UnitSource::ratio);
  CHECK(at(2).unit_price == domain::UnitPrice(1'943'000'000));
  CHECK(at(3).unit_price == domain::UnitPrice(19'430'000'000));
  CHECK(at(4).unit_price == domain::UnitPrice(6'476'667));
  // 2 g behind "0.002" kg may be 1.943 g at another price.
  CHECK(at(5).price_certainty == Certainty::about);
  CHECK(at(6).price_certainty == Certainty::exact);
  CHECK(at(9).price_certainty == Certainty::exact);
}

TEST_CASE("the measured cabbage: 1.052 and 0.813 pieces of 1.5 kg") {
  auto order =
      order_of(5, {new_article(3, "XPP", "XPP", "KGM", {{"1.5", "KGM"}}, 291)}, {"A", "B", "C"});
  order.cells = {{1, 0, 0, 1000, 0, 2000}, {2, 1, 0, 1000, 0, 1052}, {3, 2, 0, 1000, 0, 813}};
  const auto got = imported(order);
  CHECK(got.cells[0].base == Quantity(2'000'000));
  CHECK(got.cells[1].base == Quantity(1'052'000));
  CHECK(got.cells[2].base == Quantity(813'000));
  CHECK(got.base_certainty == Certainty::exact);
}

TEST_CASE("text pages tell what they show, and are marked") {
  const int version = GENERATE(4, 5);
  auto order = order_of(version,
                        {version == 4 ? old_article(1, "A", "1 kg")
                                      : new_article(1, "XPP", "GRM", "KGM", {{"3", "KGM"}})},
                        {"Rosa"});
  order.finance = false;
  order.cells = {{1, 0, 0, 364000, 0, 364221}};
  const auto got = imported(order);
  CHECK(got.cells[0].base == Quantity(364'220'000));
  CHECK(got.cells[0].asked == Quantity(364'000'000));
  CHECK(got.base_certainty == Certainty::about);
  CHECK(got.cells[0].base_certainty == Certainty::about);
}

TEST_CASE("a 4.x page that shows fields with 2 decimals: the price tells the third") {
  auto order = order_of(4, {old_article(1, "A", "botte")}, {"Rosa", "Maria"});
  order.cells = {{1, 0, 0, 3000, 0, 2375}, {2, 1, 0, 2000, 0, 2000}};
  PageFolder folder;
  folder.add("r.html", support::receive_page(order))
      .add("g.html", support::replaced_once(support::groups_page(order), "value=\"2.375\"",
                                            "value=\"2,38\""));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  REQUIRE(report->orders.size() == 1);
  CHECK(report->orders[0].cells[0].base == Quantity(2'375'000));
  CHECK(report->orders[0].base_certainty == Certainty::exact);
}

TEST_CASE("prices that fit nothing make bases inexact") {
  auto order = order_of(5, {new_article(1, "XPP", "GRM", "KGM", {{"3.0", "KGM"}})}, {"Rosa"});
  order.cells = {{1, 0, 0, 364000, 0, 364000}};
  // Odd cents: no whole price of a supplier unit gives it.
  auto page = support::groups_page(order);
  page = support::replaced(page, "data-value='2.35750666666666666666666666666666'",
                           "data-value='2.35751234567'");
  PageFolder folder;
  folder.add("r.html", support::receive_page(order)).add("g.html", page);
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  REQUIRE(report->orders.size() == 1);
  const auto& got = report->orders[0];
  CHECK(got.cells[0].base == Quantity(364'000'000));
  CHECK(got.cells[0].base_certainty == Certainty::about);
  CHECK(got.base_certainty == Certainty::about);
  CHECK(got.articles[0].price_certainty == Certainty::about);
}

TEST_CASE("stock orders need view=groups only") {
  const int version = GENERATE(4, 5);
  auto order = order_of(
      version,
      {version == 4 ? old_article(1, "Riz", "500 g") : new_article(1, "XPK", "XPK", "XPK")},
      {"Rosa", "Stock (Rosa)"});
  order.stock = true;
  fill(order, 2000, 2000);
  const auto alone = imported(order, With::groups);
  CHECK(alone.kind == domain::OrderKind::stock);
  CHECK(alone.state == domain::ServerState::finished);
  CHECK(alone.supplier == "Stock");
  CHECK(alone.base_certainty == Certainty::exact);
  CHECK(!alone.articles[0].id);
  CHECK(alone.articles[0].unit.text == (version == 4 ? "500 g" : "XPK"));
  CHECK(alone.cells[0].asked == Quantity(2'000'000));
  CHECK(alone.group_orders[1].ordergroup == "Stock (Rosa)");
  const auto both = imported(order, With::groups_articles);
  REQUIRE(both.articles[0].id);
  CHECK(both.articles[0].id->value == 1);
}

TEST_CASE("articles of one name are told apart by their unit, else refused with both") {
  auto order =
      order_of(4, {old_article(1, "Pommes", "1 kg"), old_article(2, "Pommes", "caisse")}, {"Rosa"});
  fill(order, 2000, 2000);
  auto got = imported(order, With::groups_receive);
  CHECK(article_of(got, 0).id->value == 1);
  CHECK(article_of(got, 1).id->value == 2);
  order.articles[1].unit = "1 kg";
  const auto sentence = refused(order, With::groups_receive);
  CHECK(sentence.find("order article 1 or 2") != std::string::npos);
  got = imported(order, With::all);
  CHECK(article_of(got, 0).id->value == 1);
  CHECK(article_of(got, 1).id->value == 2);

  auto newer = order_of(
      5, {new_article(1, "KGM", "KGM", "KGM"), new_article(2, "XPP", "XPP", "XPP")}, {"Rosa"});
  newer.articles[1].name = newer.articles[0].name;
  newer.finance = GENERATE(true, false);
  fill(newer, 2000, 2000);
  got = imported(newer, With::groups_receive);
  CHECK(article_of(got, 0).id->value == 1);
  CHECK(article_of(got, 1).id->value == 2);
}

TEST_CASE("an article with nothing but a tolerance stands on no other page") {
  const int version = GENERATE(4, 5);
  auto order =
      order_of(version, {old_article(1, "A", "1 kg"), old_article(2, "B", "1 kg")}, {"Rosa"});
  if (version == 5)
    order.articles = {new_article(1, "KGM", "KGM", "KGM"), new_article(2, "XPP", "XPP", "XPP")};
  order.articles[1].listed = false;
  order.cells = {{1, 0, 0, 2000, 0, 2000}, {2, 0, 1, 0, 3000, 0}};
  auto got = imported(order);
  CHECK(!article_of(got, 1).id);
  CHECK(got.cells[1].tolerance == Quantity(3'000'000));
  CHECK(got.cells[1].base == Quantity());
  // The same name in another unit is not that article.
  order.articles[1].name = order.articles[0].name;
  order.articles[1].unit = version == 4 ? "caisse" : "";
  got = imported(order, With::groups_receive);
  CHECK(!article_of(got, 1).id);
  CHECK(article_of(got, 0).id);
  order.cells[1].asked = 1000;
  CHECK(refused(order, With::groups_receive).find("receive page") != std::string::npos);
}

TEST_CASE("odd figures and names come through") {
  const int version = GENERATE(4, 5);
  const std::string longest = std::string(300, 'x') + " œ<&>\"'é";
  auto order = order_of(version, {old_article(1, longest, "1 kg", 0), old_article(2, "B", "1 kg")},
                        {"\"Belleville\" <haut> & Cie", "Vide †"});
  if (version == 5) {
    order.articles = {new_article(1, "KGM", "KGM", "KGM", {}, 0),
                      new_article(2, "KGM", "KGM", "KGM")};
    order.articles[0].name = longest;
  }
  order.cells = {{1, 0, 0, 4000, 0, 4000}, {2, 0, 1, 1000, 0, -1500}};
  order.decimal_mark = ',';
  const auto got = imported(order);
  CHECK(got.articles[0].name == longest);
  CHECK(got.group_orders[0].ordergroup == order.groups[0]);
  CHECK(got.group_orders[1].ordergroup == "Vide †");
  CHECK(got.cells[0].base == Quantity(4'000'000));
  CHECK(got.articles[0].unit_price == domain::UnitPrice());
  CHECK(got.cells[1].base == Quantity(-1'500'000));
  CHECK(got.supplier == "Ferme & fils");
  CHECK(got.created_by == "Rosa");
}

TEST_CASE("an order without cells, and one without groups") {
  const int version = GENERATE(4, 5);
  auto order = order_of(version, {}, {"Rosa"});
  CHECK(imported(order).cells.empty());
  order.groups.clear();
  CHECK(imported(order).group_orders.empty());
}

TEST_CASE("states by their links, never by those in comments") {
  auto order = order_of(4, {old_article(1, "A", "1 kg")}, {"Rosa"});
  fill(order, 1000, 1000);
  CHECK(imported(order).state == domain::ServerState::finished);
  order.state = "received";
  CHECK(imported(order).state == domain::ServerState::received);
  order.state = "closed";
  CHECK(imported(order, With::groups).state == domain::ServerState::closed);
  order.state = "open";
  CHECK(refused(order, With::all).find("open") != std::string::npos);
}

TEST_CASE("a settled 5.x order tells asked only where the page tells the unit") {
  auto order = order_of(5, new_articles(), {"Rosa"});
  order.state = "closed";
  fill(order, 2000, 2000);
  const auto got = imported(order, With::groups);
  for (std::size_t i = 0; i < got.cells.size(); ++i) {
    const auto& article = article_of(got, i);
    CAPTURE(article.name);
    CHECK(got.cells[i].base == Quantity(2'000'000));
    // Never a unit or an amount that the database does not hold.
    if (!article.unit.text.empty()) CHECK(article.unit.text == order.articles[i].group);
    if (got.cells[i].asked) CHECK(*got.cells[i].asked == Quantity(2'000'000));
  }
  const auto with_receive = imported(order, With::groups_receive);
  for (const auto& cell : with_receive.cells) CHECK(cell.asked == Quantity(2'000'000));
}

TEST_CASE("ratios that changed between two pages are refused") {
  auto order = order_of(5, {new_article(3, "XPP", "XPP", "KGM", {{"1.5", "KGM"}})}, {"Rosa"});
  fill(order, 2000, 2000);
  auto later = order;
  later.articles[0].ratios = {{"2.0", "KGM"}};
  PageFolder folder;
  folder.add("g.html", support::groups_page(order)).add("r.html", support::receive_page(later));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  REQUIRE(report->refused.size() == 1);
  CHECK(report->refused[0].error.detail.find("units of") != std::string::npos);
}
