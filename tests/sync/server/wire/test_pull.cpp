// Pulls of the recorded orders through the wire's parsers: whole or not at all, ids filled in.
#include <catch2/catch.hpp>
#include <fstream>

#include "sync/server/folder/read_folder.hpp"
#include "sync/server/foodsoft/pull.hpp"
#include "sync/server/foodsoft/wire/check.hpp"
#include "sync/server/wire/scripted_http.hpp"

using namespace server;
using domain::Fault;
using domain::OrderId;
using support::html;
using support::javascript;
using support::let_in;
using support::recorded;
using support::redirect;
using support::ScriptedHttp;
using Answer = ScriptedHttp::Answer;

namespace {

const SessionLimits quick{Pace::Span(0), Pace::Span(0)};

struct Recorded {
  std::string version;
  std::int64_t order, big;
};
const std::vector<Recorded> versions = {{"4.9.2", 4, 5}, {"5.0.0-rc1", 6, 7}};

// The recorded server: its two orders, as finance or as pickups.
ScriptedHttp::Rule recorded_server(const Recorded& v, const std::string& role) {
  return let_in(v.version, [v, role](const HttpRequest& request) -> Answer {
    const auto page = [&](const std::string& name) {
      return html(recorded(v.version + "/" + name));
    };
    const std::string at = support::place(request), order = std::to_string(v.order),
                      big = std::to_string(v.big);
    const bool articles = request.url.find("view=articles") != std::string::npos;
    const std::string tail = ".finished." + role + ".en.html";
    if (at == "/orders/" + order)
      return request.url.find("view=") == std::string::npos ? page("order-default.en.html")
             : articles ? page("articles.finished.finance.en.html")
                        : page("groups" + tail);
    if (at == "/orders/" + order + "/receive") return page("receive" + tail);
    if (at == "/orders/" + big)
      return page(articles ? "big.articles.finished.finance.en.html"
                           : "big.groups.finished.finance.en.html");
    if (at == "/orders/" + big + "/receive") return page("big.receive.finished.finance.en.html");
    if (at == "/orders/" + std::to_string(v.order + 2)) return page("groups.open.finance.en.html");
    if (at == "/pickups") return page("pickups.en.html");
    if (role != "finance") return redirect(support::address);
    if (at == "/orders") return page("orders.en.html");
    if (at == "/finance/ordergroups") return page("ordergroups.en.html");
    if (at == "/group_order_articles/new.js")
      return javascript(recorded(v.version + "/new-cell-form.js"));
    return html("", 404);
  });
}

const Account account{support::address, "kiosk", support::secret};

}  // namespace

TEST_CASE("a pull gives what the saved pages give, and the ordergroups' ids") {
  const auto v = GENERATE(from_range(versions));
  ScriptedHttp http(recorded_server(v, "finance"));
  WireFoodsoft foodsoft(http, account, quick);
  std::vector<PullProgress::Page> seen;
  const std::vector<OrderId> both = {{v.order}, {v.big}};
  const auto pulled =
      pull_orders(foodsoft, both, [&](const PullProgress& at) { seen.push_back(at.page); }, {});
  for (const auto& refusal : pulled.refused) INFO(refusal.error.detail);
  REQUIRE(pulled.refused.empty());
  REQUIRE(pulled.orders.size() == 2);
  CHECK(seen.size() == 7);
  CHECK(http.count("/new.js") == 1);
  support::PageFolder folder;
  for (const std::string page :
       {"groups.finished.finance.en", "articles.finished.finance.en", "receive.finished.finance.en",
        "big.groups.finished.finance.en", "big.articles.finished.finance.en",
        "big.receive.finished.finance.en"})
    folder.add(page + ".html", recorded(v.version + "/" + page + ".html"));
  auto saved = read_folder(folder.path());
  REQUIRE(saved);
  REQUIRE(saved->orders.size() == 2);
  const auto rows = support::recorded_rows(v.version + "/truth.finished.tsv");
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t g = 0; g < saved->orders[i].group_orders.size(); ++g) {
      const auto& group = pulled.orders[i].group_orders[g];
      CHECK(group.ordergroup_id.has_value());
      saved->orders[i].group_orders[g].ordergroup_id = group.ordergroup_id;
    }
    CHECK(pulled.orders[i] == saved->orders[i]);
  }
}

TEST_CASE("an account with the role pickups pulls rounded results, and says so") {
  const auto v = GENERATE(from_range(versions));
  const auto rule = recorded_server(v, "pickups");
  // Its view=articles was not recorded; a server on which that page fails is pulled without it.
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    if (request.url.find("view=articles") != std::string::npos) return html("", 500);
    return rule(request);
  });
  WireFoodsoft foodsoft(http, account, quick);
  const std::vector<OrderId> one = {{v.order}};
  const auto pulled = pull_orders(foodsoft, one, nullptr, {});
  REQUIRE(pulled.orders.size() == 1);
  CHECK(pulled.orders.front().base_certainty == domain::Certainty::about);
  CHECK(pulled.notes.size() == 2);
  CHECK(http.count("/new.js") == 0);
}

TEST_CASE("a group whose row was deleted there breaks view=articles: read without, and told") {
  const auto v = GENERATE(from_range(versions));
  const auto rule = recorded_server(v, "finance");
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    if (request.url.find("view=articles") != std::string::npos) return html("", 500);
    auto answer = rule(request);
    if (request.url.find("view=groups") == std::string::npos) return answer;
    auto& body = answer->body;
    const auto group = body.find("<tbody id='group_order_");
    body.erase(group, body.find("</tbody>", group) + 8 - group);
    return answer;
  });
  WireFoodsoft foodsoft(http, account, quick);
  const std::vector<OrderId> one = {{v.order}};
  const auto pulled = pull_orders(foodsoft, one, nullptr, {});
  for (const auto& refusal : pulled.refused) FAIL(refusal.error.detail);
  REQUIRE(pulled.orders.size() == 1);
  CHECK(pulled.orders.front().group_orders.size() == 7);
  REQUIRE(pulled.notes.size() > 1);
  CHECK(pulled.notes.front().find("view=articles fails") != std::string::npos);
  CHECK(pulled.notes.back().find("deleted on the server") != std::string::npos);
  CHECK(pulled.notes.back().find("save") == std::string::npos);
}

TEST_CASE("an order that is open, gone or torn is left out, the others go in") {
  const auto v = GENERATE(from_range(versions));
  const auto rule = recorded_server(v, "finance");
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    auto answer = rule(request);
    if (support::place(request) == "/orders/" + std::to_string(v.big) + "/receive")
      answer->body.resize(answer->body.size() / 2);
    return answer;
  });
  WireFoodsoft foodsoft(http, account, quick);
  const std::vector<OrderId> all = {{999}, {v.big}, {v.order + 2}, {v.order}};
  const auto pulled = pull_orders(foodsoft, all, nullptr, {});
  REQUIRE(pulled.orders.size() == 1);
  CHECK(pulled.orders.front().id.value == v.order);
  REQUIRE(pulled.refused.size() == 3);
  CHECK(pulled.refused[0].error.fault == Fault::not_found);
  CHECK(pulled.refused[1].error.fault == Fault::page_torn);
  CHECK(pulled.refused[2].error.fault == Fault::order_open);
  CHECK(pulled.refused[1].error.detail.find("order " + std::to_string(v.big)) == 0);
  CHECK_FALSE(pulled.stopped);
}

TEST_CASE("stopping lets the page come and keeps whole orders; a dead server ends the pull") {
  const auto v = versions.front();
  std::stop_source stop;
  const auto rule = recorded_server(v, "finance");
  const bool dead = GENERATE(false, true);
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    if (support::place(request) == "/orders/" + std::to_string(v.big)) {
      if (dead) return tl::unexpected(HttpFailure{HttpFailure::timed_out, "", true});
      stop.request_stop();
    }
    return rule(request);
  });
  WireFoodsoft foodsoft(http, account, quick);
  const std::vector<OrderId> all = {{v.order}, {v.big}, {999}};
  const auto pulled = pull_orders(foodsoft, all, nullptr, stop.get_token());
  CHECK(pulled.stopped);
  REQUIRE(pulled.orders.size() == 1);
  REQUIRE(pulled.refused.size() == 1);
  CHECK(pulled.refused.front().error.fault == (dead ? Fault::device_silent : Fault::interrupted));
  CHECK(http.count("/orders/" + std::to_string(v.big)) == 1);
  CHECK(http.count("/orders/999") == 0);
}

TEST_CASE("without pickups the list of all orders is read") {
  const auto v = GENERATE(from_range(versions));
  const auto rule = recorded_server(v, "finance");
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    if (support::place(request) == "/pickups") return redirect(support::address);
    return rule(request);
  });
  WireFoodsoft foodsoft(http, account, quick);
  const auto listed = foodsoft.orders();
  REQUIRE(listed);
  CHECK(orders_of_day(*listed, "2026-11-20", std::nullopt) ==
        std::vector<OrderId>{{v.order}, {v.big}});
}

TEST_CASE("which orders a day has") {
  using domain::ServerState;
  const std::vector<ListedOrder> listed = {{{1}, "a", ServerState::finished, "2026-11-21"},
                                           {{2}, "b", ServerState::received, "2026-11-28"},
                                           {{3}, "c", ServerState::open, "2026-11-25"},
                                           {{4}, "d", ServerState::closed, "2026-11-25"},
                                           {{5}, "e", std::nullopt, "2026-12-05"},
                                           {{6}, "f", ServerState::finished, "2026-11-28"},
                                           {{7}, "g", ServerState::finished, ""}};
  const auto on = [&](const char* today, std::optional<std::string> pickup = {}) {
    std::vector<std::int64_t> ids;
    for (const auto id : orders_of_day(listed, today, pickup)) ids.push_back(id.value);
    return ids;
  };
  using Ids = std::vector<std::int64_t>;
  CHECK(on("2026-11-24") == Ids{2, 6});
  CHECK(on("2026-11-28") == Ids{2, 6});
  CHECK(on("2026-11-29") == Ids{5});
  CHECK(on("2027-01-01") == Ids{5});
  CHECK(on("2026-11-24", "2026-11-21") == Ids{1});
  CHECK(on("2026-11-24", "2026-11-22").empty());
  const std::vector<ListedOrder> dateless = {listed.back()};
  CHECK(orders_of_day(dateless, "2026-11-24", std::nullopt).size() == 1);
}

TEST_CASE("the check finds units and roles by pages") {
  const auto v = GENERATE(from_range(versions));
  const auto role = GENERATE(as<std::string>(), "finance", "pickups");
  ScriptedHttp http(recorded_server(v, role));
  WireFoodsoft foodsoft(http, account, quick);
  const auto facts = check_server(foodsoft);
  INFO((facts ? "" : facts.error().detail));
  REQUIRE(facts);
  CHECK(facts->version == v.version);
  CHECK(facts->units == (v.version == "4.9.2" ? domain::Series::v4 : domain::Series::v5));
  CHECK(facts->pickups);
  CHECK(facts->orders == (role == "finance"));
  CHECK(facts->finance == (role == "finance"));
  CHECK(facts->user_id == 6);
}
