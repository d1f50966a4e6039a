// Orders that no recorded page shows: other units, odd names, stock, transport, free articles.
#include <catch2/catch.hpp>

#include "sync/server/made_up_orders.hpp"

namespace {

using domain::Certainty;
using domain::Quantity;
using namespace support;

}  // namespace

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
  folder.add("r.html", receive_page(order))
      .add("g.html", replaced_once(groups_page(order), "value=\"2.375\"", "value=\"2,38\""));
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
  auto page = groups_page(order);
  page = replaced(page, "data-value='2.35750666666666666666666666666666'",
                  "data-value='2.35751234567'");
  PageFolder folder;
  folder.add("r.html", receive_page(order)).add("g.html", page);
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
  folder.add("g.html", groups_page(order)).add("r.html", receive_page(later));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  REQUIRE(report->refused.size() == 1);
  CHECK(report->refused[0].error.detail.find("units of") != std::string::npos);
}
