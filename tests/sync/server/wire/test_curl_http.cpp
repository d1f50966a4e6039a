// libcurl against a real socket: what is cut, silent, redirected, packed; what is never sent twice.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "sync/server/foodsoft/guard.hpp"
#include "sync/server/foodsoft/wire/curl_http.hpp"
#include "sync/server/saved_pages.hpp"
#include "sync/server/wire/tiny_server.hpp"

using namespace server;
using support::reply;
using support::TinyServer;
using Line = TinyServer::Line;

namespace {

// No proxy of this machine comes between.
const bool no_proxy = ::setenv("no_proxy", "127.0.0.1,localhost,foodsoft.invalid", 1) == 0;

CurlSetup patient() { return {}; }
CurlSetup hasty() {
  CurlSetup setup;
  setup.idle = std::chrono::milliseconds(150);
  return setup;
}

HttpFailure::Kind failed(Http& http, const HttpRequest& request, bool left) {
  const auto answer = http.ask(request);
  REQUIRE_FALSE(answer);
  INFO(answer.error().detail);
  CHECK(answer.error().left == left);
  return answer.error().kind;
}

HttpRequest get(const std::string& url) { return {Method::get, url, {}, {}}; }
HttpRequest post(const std::string& url, const std::string& body) {
  return {Method::post, url, {{"Content-Type", "application/x-www-form-urlencoded"}}, body};
}

}  // namespace

TEST_CASE("a reply comes as it is, a redirect is not followed") {
  TinyServer server([](Line& line, const std::string& request) {
    if (request.find("GET /moved") == 0)
      line.say(
          "HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Type: text/html\r\n"
          "Content-Length: 0\r\n\r\n");
    else
      line.say(reply("", "<p>Œillets</p>"));
    return true;
  });
  CurlHttp http(patient());
  const auto page = http.ask(get(server.url("/page")));
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(page->content_type == "text/html");
  CHECK(page->body == "<p>Œillets</p>");
  const auto moved = http.ask(get(server.url("/moved")));
  REQUIRE(moved);
  CHECK(moved->status == 302);
  CHECK(moved->location == server.url("/login"));
  CHECK(server.requests().size() == 2);
}

TEST_CASE("packed replies are asked for and unpacked, bombs are refused") {
  const std::string text(100'000, 'x');
  const std::string bomb(largest_unpacked + 1, '\0');
  TinyServer server([&](Line& line, const std::string& request) {
    const bool big = request.find("GET /bomb") == 0;
    line.say(reply("Content-Encoding: gzip\r\n", support::gzipped(big ? bomb : text)));
    return true;
  });
  CurlHttp http(patient());
  const auto page = http.ask(get(server.url("/")));
  REQUIRE(page);
  CHECK(page->body == text);
  CHECK(server.requests().front().find("gzip") != std::string::npos);
  CHECK(failed(http, get(server.url("/bomb")), true) == HttpFailure::too_large);
}

TEST_CASE("a body cut short is no reply, whatever the framing") {
  const auto framing = GENERATE(as<std::string>(), "Content-Length: 1000\r\n\r\nhalf",
                                "Transfer-Encoding: chunked\r\n\r\n1000\r\nhalf");
  TinyServer server([&](Line& line, const std::string&) {
    line.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + framing);
    return false;
  });
  CurlHttp http(patient());
  CHECK(failed(http, get(server.url("/")), true) == HttpFailure::cut);
}

TEST_CASE("silence is a time-out, before the head and in the middle of a body") {
  const bool begun = GENERATE(false, true);
  TinyServer server([&](Line& line, const std::string&) {
    if (begun) line.say("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
    line.stay_silent();
    return false;
  });
  CurlHttp http(hasty());
  CHECK(failed(http, get(server.url("/")), true) == HttpFailure::timed_out);
}

TEST_CASE("a slow body that keeps coming is no time-out") {
  TinyServer server([](Line& line, const std::string&) {
    line.say("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n");
    for (int i = 0; i < 12; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      line.say("x");
    }
    return false;
  });
  CurlHttp http(hasty());
  const auto page = http.ask(get(server.url("/")));
  REQUIRE(page);
  CHECK(page->body.size() == 12);
}

TEST_CASE("nobody there, and a name that nobody bears") {
  std::string url;
  {
    url = TinyServer([](Line&, const std::string&) { return false; }).url("/");
  }
  CurlHttp http(patient());
  CHECK(failed(http, get(url), false) == HttpFailure::unreachable);
  CHECK(failed(http, get("http://foodsoft.invalid/"), false) == HttpFailure::name_not_found);
  CHECK(failed(http, get("gopher://127.0.0.1/"), false) == HttpFailure::bad_address);
}

TEST_CASE("a write whose reply is lost is sent once, also on a line that was used before") {
  const auto body = GENERATE(as<std::string>(), "a=1", "");
  TinyServer server([](Line& line, const std::string& request) {
    if (request.find("POST /lost") == 0) return false;
    line.say(reply("", "ok"));
    return true;
  });
  CurlHttp http(patient());
  for (int i = 0; i < 3; ++i) REQUIRE(http.ask(post(server.url("/good"), "a=1")));
  CHECK(failed(http, post(server.url("/lost"), body), true) == HttpFailure::cut);
  int sent = 0;
  for (const auto& request : server.requests()) sent += request.find("POST /lost") == 0 ? 1 : 0;
  CHECK(sent == 1);
}

TEST_CASE("a page asked for on a line of its own is asked for once") {
  TinyServer server([](Line& line, const std::string& request) {
    if (request.find("GET /heavy") == 0) return false;
    line.say(reply("", "ok"));
    return true;
  });
  CurlHttp http(patient());
  REQUIRE(http.ask(get(server.url("/light"))));
  auto heavy = get(server.url("/heavy"));
  heavy.own_line = true;
  CHECK(failed(http, heavy, true) == HttpFailure::cut);
  CHECK(server.requests().size() == 2);
}

TEST_CASE("cookies are kept in memory, sent on every lane, and forgotten on request") {
  TinyServer server([](Line& line, const std::string& request) {
    if (request.find("GET /set") == 0)
      line.say(reply("Set-Cookie: _foodsoft_session=abc; path=/f; HttpOnly\r\n", ""));
    else
      line.say(reply("", request.find("_foodsoft_session=abc") != request.npos ? "yes" : "no"));
    return true;
  });
  CurlHttp http(patient());
  const auto knows = [&](const std::string& path) { return http.ask(get(server.url(path)))->body; };
  CHECK(knows("/f/orders") == "no");
  REQUIRE(http.ask(get(server.url("/set"))));
  CHECK(knows("/f/orders") == "yes");
  CHECK(knows("/g/orders") == "no");
  std::string other;
  {
    const std::jthread lane([&] { other = knows("/f/orders"); });
  }
  CHECK(other == "yes");
  http.forget_cookies();
  CHECK(knows("/f/orders") == "no");
}

TEST_CASE("a stop cuts a running request at once, also one that has not begun") {
  TinyServer server([](Line& line, const std::string&) {
    line.stay_silent();
    return false;
  });
  std::stop_source stop;
  CurlSetup setup;
  setup.stop = stop.get_token();
  CurlHttp http(setup);
  const std::jthread stopper([&] {
    while (server.requests().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop.request_stop();
  });
  CHECK(failed(http, get(server.url("/")), true) == HttpFailure::interrupted);
  const auto after = http.ask(get(server.url("/")));
  REQUIRE_FALSE(after);
  CHECK(after.error().kind == HttpFailure::interrupted);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("two lanes at once") {
  TinyServer server([](Line& line, const std::string&) {
    line.say(reply("Set-Cookie: a=b\r\n", "ok"));
    return true;
  });
  CurlHttp http(patient());
  std::atomic<int> good = 0;
  const auto lane = [&] {
    for (int i = 0; i < 50; ++i)
      if (http.ask(i % 2 == 0 ? get(server.url("/")) : post(server.url("/"), "a=1"))) ++good;
  };
  { const std::jthread one(lane), other(lane); }
  CHECK(good == 100);
  CHECK(server.connections() <= 2);
}
