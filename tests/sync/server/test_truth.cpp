// Recorded pages against what the databases held (tests/data/foodsoft/*/truth.*.tsv).
#include <catch2/catch.hpp>
#include <cstdlib>

#include "domain/unit.hpp"
#include "sync/server/folder/read_folder.hpp"
#include "sync/server/saved_pages.hpp"

namespace {

using domain::Certainty;
using domain::Quantity;
using support::PageFolder;
using support::recorded;
using Row = std::map<std::string, std::string>;

enum class Results { exact, two_decimals };
enum class Articles { known, unknown };

std::optional<Quantity> number(const std::string& text) {
  if (text.empty() || text == "NULL") return std::nullopt;
  return Quantity(domain::read_decimal(text, 6, domain::Sign::allowed).value());
}

std::string unit_of(const Row& row) {
  if (row.count("group_order_unit") == 0 || row.at("group_order_unit").empty())
    return domain::collapse_blanks(row.at("unit"));
  return row.at("group_order_unit");
}

void compare(const domain::ReferenceOrder& order, const std::vector<Row>& truth, Results results,
             Articles articles) {
  std::map<std::int64_t, const domain::ReferenceCell*> cells;
  for (const auto& cell : order.cells) cells[cell.id.value] = &cell;
  CHECK(cells.size() == truth.size());
  for (const auto& row : truth) {
    CAPTURE(row.at("goa_id"), row.at("article"), row.at("ordergroup"));
    REQUIRE(cells.count(std::stoll(row.at("goa_id"))) == 1);
    const auto& cell = *cells[std::stoll(row.at("goa_id"))];
    const auto& article = order.articles[static_cast<std::size_t>(cell.article)];
    const auto& group = order.group_orders[static_cast<std::size_t>(cell.group)];
    CHECK(article.name == row.at("article"));
    CHECK(group.ordergroup == row.at("ordergroup"));
    CHECK(std::to_string(group.id.value) == row.at("group_order_id"));
    REQUIRE(cell.base);
    if (results == Results::exact) {
      CHECK(cell.base == number(row.at("result")));
      CHECK(cell.base_certainty == Certainty::exact);
    } else {
      CHECK(std::abs((*cell.base - *number(row.at("result"))).units()) <= 5'000);
      CHECK(cell.base_certainty == Certainty::about);
    }
    if (articles == Articles::unknown) {
      // Unknown, or as it is: never something else.
      if (cell.asked) CHECK(cell.asked == number(row.at("quantity")));
      if (!article.unit.text.empty()) CHECK(article.unit.text == unit_of(row));
      continue;
    }
    REQUIRE(article.id);
    CHECK(std::to_string(article.id->value) == row.at("order_article_id"));
    CHECK(article.unit.text == unit_of(row));
    CHECK(cell.asked == number(row.at("quantity")));
    CHECK(cell.tolerance == number(row.at("tolerance")));
    CHECK(article.number == row.at("order_number"));
    CHECK(article.units_to_order == number(row.at("units_to_order")));
    CHECK(article.units_received == number(row.at("units_received")));
  }
}

domain::ReferenceOrder one_order(const std::vector<std::string>& pages) {
  PageFolder folder;
  int n = 0;
  for (const auto& page : pages)
    folder.add("page " + std::to_string(++n) + ".html", recorded(page));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  for (const auto& refused : report->refused) FAIL_CHECK(refused.error.detail);
  REQUIRE(report->orders.size() == 1);
  return report->orders.front();
}

struct Case {
  std::string name;
  std::vector<std::string> pages;  // without .html
  std::string truth;
  Results results = Results::exact;
  domain::ServerState state = domain::ServerState::finished;
};

const std::vector<Case> cases = {
    {"finance fr",
     {"groups.finished.finance.fr", "articles.finished.finance.en", "receive.finished.finance.fr"},
     "truth.finished"},
    {"finance en, without view=articles",
     {"groups.finished.finance.en", "receive.finished.finance.en"},
     "truth.finished"},
    {"finance de, receive in another language",
     {"groups.finished.finance.de", "receive.finished.finance.fr"},
     "truth.finished"},
    {"two languages of one page",
     {"groups.finished.finance.de", "groups.finished.finance.fr", "receive.finished.finance.en",
      "receive.finished.finance.fr"},
     "truth.finished"},
    {"pickups en",
     {"groups.finished.pickups.en", "receive.finished.pickups.en"},
     "truth.finished",
     Results::two_decimals},
    {"pickups fr with view=articles",
     {"groups.finished.pickups.fr", "receive.finished.pickups.en", "articles.finished.finance.en"},
     "truth.finished",
     Results::two_decimals},
    {"a page of pickups beside one of finance",
     {"groups.finished.pickups.fr", "groups.finished.finance.en", "receive.finished.pickups.en"},
     "truth.finished"},
    {"some cells changed",
     {"groups.weighed.finance.en", "articles.weighed.finance.en", "receive.weighed.finance.en"},
     "truth.weighed"},
    {"received",
     {"groups.received.finance.en", "receive.weighed.finance.en"},
     "truth.weighed",
     Results::exact,
     domain::ServerState::received},
    {"big",
     {"big.groups.finished.finance.en", "big.articles.finished.finance.en",
      "big.receive.finished.finance.en"},
     "truth.big.finished"},
    {"saved by chromium",
     {"saved-by-chromium.groups.finished.finance.fr",
      "saved-by-chromium.articles.finished.finance.fr",
      "saved-by-chromium.receive.finished.finance.fr"},
     "truth.finished"},
};

std::vector<std::string> files_of(const std::string& version, const Case& c) {
  std::vector<std::string> files;
  for (const auto& page : c.pages) files.push_back(version + "/" + page + ".html");
  return files;
}

}  // namespace

TEST_CASE("recorded pages give the truth of their database") {
  const std::string version = GENERATE("4.9.2", "5.0.0-rc1");
  const Case c = GENERATE(from_range(cases));
  DYNAMIC_SECTION(version << " " << c.name) {
    const auto order = one_order(files_of(version, c));
    compare(order, support::recorded_rows(version + "/" + c.truth + ".tsv"), c.results,
            Articles::known);
    CHECK(order.state == c.state);
    CHECK(order.kind == domain::OrderKind::supplier);
    CHECK(order.series == (version[0] == '4' ? domain::Series::v4 : domain::Series::v5));
    CHECK(order.supplier == (c.name == "big" ? "Ferme des Trois Chênes" : "Les Jardins de Duval"));
    CHECK(order.created_by == "Kiosk Essai");
    CHECK(order.base_certainty ==
          (c.results == Results::exact ? Certainty::exact : Certainty::about));
  }
}

TEST_CASE("a settled order comes from view=groups alone, for looking") {
  const std::string version = GENERATE("4.9.2", "5.0.0-rc1");
  const std::string language = GENERATE("en", "fr");
  const auto order = one_order({version + "/groups.closed.finance." + language + ".html"});
  CHECK(order.state == domain::ServerState::closed);
  CHECK(order.base_certainty == Certainty::about);
  compare(order, support::recorded_rows(version + "/truth.closed.tsv"), Results::two_decimals,
          Articles::unknown);
  int known = 0;
  for (const auto& article : order.articles) {
    CHECK(!article.id);
    known += article.unit.text.empty() ? 0 : 1;
  }
  CHECK(known >= 5);
}
