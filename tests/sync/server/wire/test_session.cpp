// One account's session: login, its failures in words, the one login again, what a write's answer
// means.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "sync/server/foodsoft/comment_text.hpp"
#include "sync/server/foodsoft/wire/wire_foodsoft.hpp"
#include "sync/server/wire/scripted_http.hpp"

using namespace server;
using domain::Fault;
using support::html;
using support::javascript;
using support::let_in;
using support::place;
using support::recorded;
using support::redirect;
using support::ScriptedHttp;
using Answer = ScriptedHttp::Answer;

namespace {

const Account account{support::address, "kiosk", support::secret};
const SessionLimits quick{Pace::Span(0), Pace::Span(0)};
const std::string patched = "/group_order_articles/79.js";

// What the first call says where the server answers so to `at`; the rest as a good server would.
domain::Error first_error(const std::string& at, const Answer& answer) {
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    if (place(request) == at) return answer;
    return let_in("4.9.2", [](const HttpRequest&) { return html("", 404); })(request);
  });
  WireFoodsoft foodsoft(http, account, quick);
  const auto groups = foodsoft.groups({4});
  REQUIRE_FALSE(groups);
  CHECK(groups.error().detail.find(support::secret) == std::string::npos);
  CHECK(groups.error().detail.back() == '.');
  return groups.error();
}

HttpFailure failure(HttpFailure::Kind kind, bool left = false) { return {kind, "why", left}; }

bool says(const domain::Error& error, const std::string& words) {
  INFO(error.detail);
  return error.detail.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("each no has its own sentence") {
  const auto lost = [](HttpFailure::Kind kind) {
    return first_error("/login", tl::unexpected(failure(kind)));
  };
  CHECK(says(lost(HttpFailure::name_not_found), "foodsoft.example was not found"));
  CHECK(says(lost(HttpFailure::unreachable), "cannot be reached"));
  CHECK(says(lost(HttpFailure::tls), "could not prove who it is"));
  CHECK(lost(HttpFailure::timed_out).fault == Fault::device_silent);
  CHECK(says(lost(HttpFailure::cut), "ended in the middle"));
  CHECK(lost(HttpFailure::interrupted).fault == Fault::interrupted);

  const auto wrong = first_error("/sessions", html(recorded("4.9.2/login-failed.en.html")));
  CHECK(wrong.fault == Fault::no_rights);
  CHECK(says(wrong, "Invalid email address or password"));
  const auto null_session = first_error("/", redirect(std::string(support::address) + "/login"));
  CHECK(says(null_session, "kept no session"));
  const auto role = first_error("/orders/4", redirect(support::address));
  CHECK(role.fault == Fault::no_rights);
  CHECK(says(role, "lacks the role pickups or orders"));
  const auto behind_proxy = first_error("/orders/4", redirect("http://inner:3000/sub/f/"));
  CHECK(says(behind_proxy, "lacks the role"));
  const auto busy = first_error("/orders/4", html("<html>Wartung</html>", 503));
  CHECK(busy.fault == Fault::busy);
  CHECK(says(busy, "being worked on (503)"));
  CHECK(first_error("/orders/4", html(recorded("4.9.2/patch-500.html"), 500)).fault == Fault::busy);
  CHECK(first_error("/orders/4", html(recorded("4.9.2/patch-unknown.html"), 404)).fault ==
        Fault::not_found);
  CHECK(says(first_error("/login", html("<html><body>It works!</body></html>")), "no Foodsoft"));
  CHECK(says(first_error("/login", html("", 404)), "no Foodsoft"));
  CHECK(says(first_error("/login", HttpReply{200, "", "application/json", "{}"}), "no Foodsoft"));
  const auto moved = first_error("/login", {HttpReply{301, "https://other.example/f", "", ""}});
  CHECK(says(moved, "https://other.example/f"));
  const auto half = recorded("4.9.2/groups.finished.finance.en.html");
  const auto torn = first_error("/orders/4", html(half.substr(0, half.size() / 2)));
  CHECK(torn.fault == Fault::page_torn);
  CHECK(says(torn, "/orders/4"));
}

TEST_CASE("the login sends the meta token, every GET asks for English, nobody sends an Origin") {
  const auto version = GENERATE(as<std::string>(), "4.9.2", "5.0.0-rc1");
  ScriptedHttp http(let_in(version, [&](const HttpRequest&) -> Answer {
    return html(recorded(version + "/groups.finished.finance.en.html"));
  }));
  WireFoodsoft foodsoft(http, account, quick);
  const auto groups = foodsoft.groups({version == "4.9.2" ? 4 : 6});
  INFO((groups ? "" : groups.error().detail));
  REQUIRE(groups);
  REQUIRE(http.asked.size() == 4);
  CHECK(http.jars == 1);
  const auto& login = http.asked[1];
  CHECK(login.method == Method::post);
  CHECK(login.body == "nick=kiosk&password=correct%20horse%20%26%20battery");
  const auto page = recorded(version + "/login.en.html");
  CHECK(page.find(support::header(login, "X-CSRF-Token")) != std::string::npos);
  for (const auto& request : http.asked) {
    CHECK(support::header(request, "Origin").empty());
    CHECK(request.url.find(support::secret) == std::string::npos);
    if (request.method == Method::get) CHECK(request.url.find("locale=en") != std::string::npos);
  }
  CHECK(foodsoft.session().version() == version);
}

TEST_CASE("a session that the server ended: a new jar, one login, the same request again") {
  int ended = GENERATE(1, 2);
  ScriptedHttp http(let_in("4.9.2", [&](const HttpRequest&) -> Answer {
    if (ended-- > 0) return redirect("https://foodsoft.example/sub/f/login");
    return javascript(recorded("4.9.2/patch-cell.js"));
  }));
  const bool once = ended == 1;
  WireFoodsoft foodsoft(http, account, quick);
  const auto reply = foodsoft.write_result({79}, domain::Quantity(2'375'000));
  CHECK(http.jars == 2);
  CHECK(http.count(patched) == 2);
  CHECK(http.count("/sessions") == 2);
  CHECK(reply.landed == (once ? Landed::yes : Landed::no));
  if (!once) CHECK(reply.error.fault == Fault::no_rights);
}

TEST_CASE("two threads whose session ended log in once, and none of them meanwhile") {
  std::atomic<int> generation = 0, under_way = 0, met = 0;
  std::atomic<bool> alive = true;
  ScriptedHttp http([&](const HttpRequest& request) -> Answer {
    const auto at = place(request);
    if (at == "/sessions") {
      if (under_way > 0) ++met;
      alive = true;
      ++generation;
    }
    if (at == "/login" || at == "/sessions" || at == "/")
      return let_in("4.9.2", [](const HttpRequest&) { return html(""); })(request);
    ++under_way;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const bool good = alive;
    --under_way;
    if (!good) return redirect("/sub/f/login");
    return javascript(recorded("4.9.2/patch-cell.js"));
  });
  WireFoodsoft foodsoft(http, account, quick);
  std::atomic<int> written = 0;
  const auto work = [&] {
    for (int i = 0; i < 20; ++i)
      if (foodsoft.write_result({79}, domain::Quantity(1'000'000)).landed == Landed::yes) ++written;
  };
  REQUIRE(foodsoft.session().log_in());
  alive = false;
  { const std::jthread one(work), other(work); }
  CHECK(written == 40);
  CHECK(generation == 2);
  CHECK(met == 0);
}

TEST_CASE("what the answer to a write says of the write") {
  struct Row {
    Answer answer;
    Landed landed;
  };
  const Row rows[] = {
      {javascript(recorded("4.9.2/patch-cell.js")), Landed::yes},
      {javascript("// nothing"), Landed::unknown},
      {javascript("f('torn"), Landed::unknown},
      {html("<html>no robot?</html>"), Landed::unknown},
      {html(recorded("4.9.2/patch-500.html"), 500), Landed::unknown},
      {html("<html>", 502), Landed::unknown},
      {redirect(support::address), Landed::no},
      {html(recorded("4.9.2/patch-unknown.html"), 404), Landed::no},
      {tl::unexpected(failure(HttpFailure::cut, true)), Landed::unknown},
      {tl::unexpected(failure(HttpFailure::timed_out, true)), Landed::unknown},
      {tl::unexpected(failure(HttpFailure::unreachable)), Landed::no},
      {tl::unexpected(failure(HttpFailure::interrupted, true)), Landed::unknown},
  };
  for (const auto& row : rows) {
    ScriptedHttp http(let_in("4.9.2", [&](const HttpRequest&) { return row.answer; }));
    WireFoodsoft foodsoft(http, account, quick);
    const auto reply = foodsoft.write_result({79}, domain::Quantity(2'375'000));
    INFO(reply.error.detail);
    CHECK(reply.landed == row.landed);
    CHECK(reply.error.detail.empty() == (row.landed == Landed::yes));
    CHECK(http.count(patched) == 1);
  }
}

TEST_CASE("the bodies of writes") {
  std::vector<HttpRequest> sent;
  ScriptedHttp http(let_in("4.9.2", [&](const HttpRequest& request) -> Answer {
    sent.push_back(request);
    return place(request) == "/orders/4/receive"
               ? redirect("https://foodsoft.example/sub/f/orders/4")
               : javascript("");
  }));
  WireFoodsoft foodsoft(http, account, quick);
  foodsoft.write_result({79}, domain::Quantity(2'375'500));
  foodsoft.write_result({79}, domain::Quantity());
  foodsoft.heal_total({79}, {62});
  foodsoft.write_received({4}, {62}, domain::Quantity(391'667), domain::Series::v4);
  foodsoft.write_received({6}, {123}, domain::Quantity(391'667), domain::Series::v5);
  foodsoft.post_comment({4}, 6, "Rosa & <haut>");
  CHECK(foodsoft.post_receive({4}).landed == Landed::yes);
  REQUIRE(sent.size() == 7);
  CHECK(sent[0].body == "_method=patch&group_order_article%5Bresult%5D=2.376");
  CHECK(sent[1].body == "_method=patch&group_order_article%5Bresult%5D=0");
  CHECK(sent[2].body == "_method=patch&group_order_article%5Border_article_id%5D=62");
  CHECK(sent[3].body == R"({"order_article":{"units_received":"0.392"},"article":{}})");
  CHECK(sent[4].body ==
        R"({"order_article":{"units_received":"0.391667"},"article_version":{"x":1}})");
  CHECK(support::header(sent[3], "X-HTTP-Method-Override") == "PATCH");
  CHECK(sent[5].body ==
        "order_comment%5Border_id%5D=4&order_comment%5Buser_id%5D=6&order_comment%5Btext%5D=Rosa%20"
        "%26amp%3B%20%26lt%3Bhaut%26gt%3B");
  CHECK(sent[6].body.find("order_article") == std::string::npos);
  for (const auto& request : sent) {
    CHECK(request.method == Method::post);
    CHECK(support::header(request, "X-CSRF-Token").size() == 86);
    CHECK(request.body.find("delta") == std::string::npos);
  }
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(support::header(sent[i], "Accept") == "text/javascript");
    CHECK(support::header(sent[i], "X-Requested-With") == "XMLHttpRequest");
  }
}

TEST_CASE("what no server should hold never leaves") {
  ScriptedHttp http(let_in("4.9.2", [](const HttpRequest&) { return javascript(""); }));
  WireFoodsoft foodsoft(http, account, quick);
  const domain::Quantity below(-1'000), above(100'000'000'000);
  CHECK(foodsoft.write_result({79}, below).landed == Landed::no);
  CHECK(foodsoft.write_result({79}, above).landed == Landed::no);
  CHECK(foodsoft.write_received({4}, {62}, below, domain::Series::v5).landed == Landed::no);
  CHECK(foodsoft.post_comment({4}, 6, "ab").landed == Landed::no);
  CHECK(foodsoft.post_comment({4}, 6, "abc \xFF").landed == Landed::no);
  CHECK(foodsoft.post_comment({4}, 6, std::string(largest_comment / 4, '<')).landed ==
        Landed::unknown);
  CHECK(foodsoft.post_comment({4}, 6, std::string(largest_comment / 4 + 1, '<')).landed ==
        Landed::no);
  CHECK(http.count("/order_comments.js") == 1);
}

TEST_CASE("pages keep their distance, and a silent server gets its rest") {
  using namespace std::chrono_literals;
  Pace pace(200ms);
  const Pace::Time begin = Pace::Time{} + 1h;
  CHECK(pace.page(begin) == begin);
  CHECK(pace.page(begin + 50ms) == begin + 200ms);
  CHECK(pace.page(begin + 50ms) == begin + 400ms);
  CHECK(pace.other(begin + 50ms) == begin + 50ms);
  CHECK(pace.page(begin + 5s) == begin + 5s);
  pace.gave_up(begin + 125s, 120s);
  CHECK(pace.other(begin + 126s) == begin + 245s);
  CHECK(pace.page(begin + 126s) == begin + 245s);
  CHECK(pace.other(begin + 300s) == begin + 300s);
}

TEST_CASE("an address holds the co-op's slug and nothing secret") {
  CHECK(fault_of_address("https://foodsoft.example/f").empty());
  CHECK(fault_of_address("http://127.0.0.1:3000/sub/f").empty());
  for (const char* bad :
       {"https://foodsoft.example", "https://foodsoft.example/", "https://me:pw@foodsoft.example/f",
        "https://foodsoft.example/f?x=1", "https://foodsoft.example/f#x",
        "https://foodsoft.example/a b", "https://foodsoft.example\\@evil/f"})
    CHECK_FALSE(fault_of_address(bad).empty());
}
