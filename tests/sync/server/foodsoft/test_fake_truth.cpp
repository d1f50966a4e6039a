// What the client reads from the fake Foodsoft against the fake's own state: every page kind, every
// kind of order, both versions.
#include <catch2/catch.hpp>
#include <map>

#include "domain/unit.hpp"
#include "support/fake_server.hpp"
#include "sync/server/foodsoft/build_order.hpp"
#include "sync/server/foodsoft/pull.hpp"
#include "sync/server/foodsoft/wire/curl_http.hpp"
#include "sync/server/foodsoft/wire/wire_foodsoft.hpp"

namespace {

using domain::Quantity;
using nlohmann::json;

Quantity quantity(const json& text) {
  return Quantity(domain::read_decimal(text.get<std::string>(), 6, domain::Sign::allowed).value());
}
std::optional<Quantity> maybe_quantity(const json& text) {
  return text.is_null() ? std::nullopt : std::optional(quantity(text));
}

struct Beside {
  explicit Beside(const std::string& version, const std::string& user = "kiosk",
                  const std::vector<std::string>& options = {})
      : fake(version, options),
        foodsoft(http, {fake.address(), user, support::FakeServer::password},
                 {.between_pages = server::Pace::Span{0}}) {}

  support::FakeServer fake;
  server::CurlHttp http{{}};
  server::WireFoodsoft foodsoft;
};

std::string version_of_test() { return GENERATE("4.9.2", "5.0.0-rc1"); }

// The order as pulled, cell by cell against the state.
void compare(const domain::ReferenceOrder& order, const json& state, int order_id, bool exact) {
  std::map<std::string, json> cells;
  for (const auto& [id, cell] : state.at("cells").items())
    if (cell.at("order") == order_id) cells[id] = cell;
  REQUIRE(order.cells.size() == cells.size());
  for (const auto& cell : order.cells) {
    const json& truth = cells.at(std::to_string(cell.id.value));
    const auto& article = order.articles[static_cast<std::size_t>(cell.article)];
    const auto& group = order.group_orders[static_cast<std::size_t>(cell.group)];
    CAPTURE(cell.id.value, article.name, truth.dump());
    CHECK(group.ordergroup == truth.at("group").get<std::string>());
    CHECK(group.id.value == truth.at("group_order").get<int>());
    if (article.id) {
      CHECK(article.id->value == truth.at("article").get<int>());
      const json& told = state.at("articles").at(std::to_string(article.id->value));
      CHECK(article.units_received == maybe_quantity(told.at("units_received")));
    }
    CHECK(cell.asked == quantity(truth.at("quantity")));
    CHECK(cell.tolerance == quantity(truth.at("tolerance")));
    REQUIRE(cell.base);
    if (exact)
      CHECK(*cell.base == quantity(truth.at("effective")));
    else
      CHECK(std::abs((*cell.base - quantity(truth.at("effective"))).units()) <= 5'000);
  }
}

domain::ReferenceOrder pulled(Beside& beside, int order) {
  const domain::OrderId id{order};
  auto got = server::pull_orders(beside.foodsoft, {&id, 1}, [](const auto&) {}, {});
  for (const auto& refusal : got.refused) FAIL(refusal.error.detail);
  REQUIRE(got.orders.size() == 1);
  return got.orders.front();
}

}  // namespace

TEST_CASE("an order pulled from the fake is what the fake holds") {
  Beside beside(version_of_test());
  const int main = beside.fake.order("main");
  compare(pulled(beside, main), beside.fake.state(), main, true);
}

TEST_CASE("results of every third are read back, in 5.x through the billing unit") {
  Beside beside(version_of_test());
  const int main = beside.fake.order("main");
  const std::vector<std::string> figures{"0.813", "1.051", "2.999", "0.001", "1234.567", "0"};
  std::size_t n = 0;
  for (const auto& [id, cell] : beside.fake.state().at("cells").items()) {
    if (cell.at("order") != main) continue;
    const auto reply = beside.foodsoft.write_result(domain::CellId{std::stoll(id)},
                                                    quantity(figures[n++ % figures.size()]));
    CAPTURE(id, reply.error.detail);
    CHECK(reply.landed == server::Landed::yes);
  }
  const json state = beside.fake.state();
  compare(pulled(beside, main), state, main, true);
  for (const auto& [id, group] : state.at("group_orders").items()) CHECK_FALSE(group.at("stale"));
}

TEST_CASE("orders of every state are listed and read") {
  Beside beside(version_of_test());
  const auto listed = beside.foodsoft.orders();
  REQUIRE(listed);
  const json state = beside.fake.state();
  for (const auto& order : *listed) {
    const json& truth = state.at("orders").at(std::to_string(order.id.value));
    CAPTURE(order.id.value);
    if (order.state) CHECK(domain::word(*order.state) == truth.at("state").get<std::string>());
  }
  for (const std::string what : {"small", "received", "transport"}) {
    CAPTURE(what);
    const int id = beside.fake.order(what);
    const auto order = pulled(beside, id);
    compare(order, state, id, true);
    CHECK(domain::word(order.state) ==
          state["orders"][std::to_string(id)]["state"].get<std::string>());
  }
  for (const std::string what : {"main", "open", "received", "settled", "stock"}) {
    CAPTURE(what);
    const int id = beside.fake.order(what);
    const auto page = beside.foodsoft.order(domain::OrderId{id});
    REQUIRE(page);
    CHECK(domain::word(page->head.state) ==
          state["orders"][std::to_string(id)]["state"].get<std::string>());
    CHECK((page->head.kind == domain::OrderKind::stock) == (what == "stock"));
    CHECK(page->user_id == 6);
  }
}

TEST_CASE("rows, totals, groups and credits tell what the fake holds") {
  Beside beside(version_of_test());
  const int main = beside.fake.order("main");
  const json state = beside.fake.state();
  for (const auto& [id, article] : state.at("articles").items()) {
    if (article.at("order") != main) continue;
    const domain::OrderArticleId own{std::stoll(id)};
    const auto row = beside.foodsoft.article_row(domain::OrderId{main}, own);
    CAPTURE(id, article.dump());
    REQUIRE(row);
    CHECK_FALSE(row->settled);
    std::size_t above_zero = 0;
    for (const auto& [cell_id, cell] : state.at("cells").items())
      above_zero += cell.at("article") == own.value && quantity(cell.at("effective")).units() > 0;
    CHECK(row->cells.size() == above_zero);
    const auto receive = beside.foodsoft.receive_row(domain::OrderId{main}, own);
    REQUIRE(receive);
    REQUIRE(*receive);
    CHECK((*receive)->name == article.at("name").get<std::string>());
  }
  const int carried = beside.fake.order("transport");
  const auto totals = beside.foodsoft.stored_totals(domain::OrderId{carried});
  REQUIRE(totals);
  std::size_t groups = 0;
  for (const auto& [id, group] : state.at("group_orders").items())
    groups += group.at("order") == carried;
  CHECK(totals->size() == groups);
  for (const auto& [id, group] : state.at("group_orders").items()) {
    if (group.at("order") != carried) continue;
    bool found = false;
    for (const auto& total : *totals)
      found |= total.ordergroup == group.at("name").get<std::string>() &&
               total.total.units() * 10'000 ==
                   (quantity(group.at("stored")) + quantity(group.at("transport"))).units();
    CHECK(found);
  }
  const auto known = beside.foodsoft.ordergroups(
      domain::OrderArticleId{std::stoll(state.at("articles").begin().key())});
  REQUIRE(known);
  CHECK(known->size() == state.at("ordergroups").size());
  const auto credits = beside.foodsoft.credits();
  REQUIRE(credits);
  CHECK(credits->size() == state.at("balances").size());
}

TEST_CASE("a day of any size is made from its seed") {
  const std::string version = version_of_test();
  Beside beside(version, "kiosk", {"--articles", "9", "--groups", "31", "--seed", "7"});
  const int main = beside.fake.order("main");
  const auto order = pulled(beside, main);
  compare(order, beside.fake.state(), main, true);
  CHECK(order.group_orders.size() == 31);
  support::FakeServer again(version, {"--articles", "9", "--groups", "31", "--seed", "7"});
  CHECK((again.state() == beside.fake.state()));
}
