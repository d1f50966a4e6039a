// The three pages of an order as values (foodsoft.md 3.2, 3.3, 3.5): what each shows, nothing
// joined or computed. Pure: guarded bytes in, values out. Errors name line and cell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/server/foodsoft/guard.hpp"
#include "sync/server/foodsoft/order_head.hpp"
#include "sync/server/foodsoft/shown_number.hpp"
#include "sync/server/foodsoft/unit_facts.hpp"

namespace server {

// How a result stands on a page, which tells its unit and rounding.
enum class ResultForm {
  input,          // 4.x, role finance: the article's unit
  billing_input,  // 5.x, role finance: the billing unit, 3 decimals
  text,           // everyone else, settled orders: the group unit, 2 decimals in some languages
};

struct ShownResult {
  Micro value = 0;
  ResultForm form = ResultForm::text;
  bool operator==(const ShownResult&) const = default;
};

// What cells of one article have in common on a page.
struct ArticleShown {
  std::string name;       // as on the page
  std::string unit_text;  // white space collapsed
  std::optional<UnitFacts> units;
  std::optional<std::int64_t> package;  // 4.x "× 10"; nothing where none is shown
  std::optional<std::int64_t> price_cents;
};

struct ShownCell {
  domain::CellId id;
  int group = 0, article = 0;  // index into the page's groups and articles
  AskedAndTolerance asked;
  ShownResult result;
  domain::FinePrice price;
  int line = 0;
};

struct ShownGroup {
  domain::GroupOrderId id;
  std::string name;
  domain::FinePrice price_sum;
  std::optional<domain::FinePrice> total{};  // with transport, where the order has some
};

struct GroupsPage {
  OrderHead head;
  domain::Series series = domain::Series::v4;
  std::vector<ShownGroup> groups;
  std::vector<ArticleShown> articles;
  std::vector<ShownCell> cells;  // in the order of the page
  UnitsData units;
};

struct ListedArticle {
  domain::OrderArticleId id;
  std::string name;
  std::string about;  // "(1 kg, 1,67 €, × 10)", "kg, 1,67 €"
  std::optional<UnitFacts> units;
};

struct ListedCell {
  domain::CellId id;
  int article = 0;
  std::string ordergroup;
  AskedAndTolerance asked;
  ShownResult result;
  domain::FinePrice price;
  int line = 0;
};

struct ArticlesPage {
  OrderHead head;
  std::vector<ListedArticle> articles;
  std::vector<ListedCell> cells;
  UnitsData units;
};

struct ReceiveRow {
  domain::OrderArticleId id;
  std::string number, name;
  std::string unit_text;  // 4.x the unit, 5.x the group unit
  AskedAndTolerance asked;
  Micro units_to_order = 0;
  std::optional<Micro> units_received;
  std::optional<std::int64_t> package;
  std::optional<UnitFacts> units;
  int line = 0;
};

struct ReceivePage {
  domain::OrderId order;
  domain::Series series = domain::Series::v4;
  std::vector<ReceiveRow> rows;
  UnitsData units;
};

domain::Result<GroupsPage> read_groups_page(GuardedPage page);
domain::Result<ArticlesPage> read_articles_page(GuardedPage page);
domain::Result<ReceivePage> read_receive_page(GuardedPage page);
// One row of it; sets `series` to 5.x where the row shows it.
domain::Result<ReceiveRow> read_receive_row(Element tr, domain::Series& series);

}  // namespace server
