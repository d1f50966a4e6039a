#include "fake_foodsoft/server.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <regex>
#include <thread>

namespace fake {
namespace {

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool wants_js(const Request& request) {
  const std::string accept = request.header("accept");
  if (accept.find("javascript") != std::string::npos || accept == "*/*") return true;
  return accept.empty() && request.header("x-requested-with") == "XMLHttpRequest";
}

int number_in(const std::smatch& match, std::size_t group) {
  return std::atoi(match[group].str().c_str());
}

std::string etag_of(const std::string& body) {
  return fmt::format("W/\"{:016x}\"", std::hash<std::string>{}(body));
}

}  // namespace

std::vector<Write> Server::writes() {
  const std::lock_guard lock(mutex_);
  return writes_;
}
void Server::forget_writes() {
  const std::lock_guard lock(mutex_);
  writes_.clear();
}
void Server::expire(const Request& request) {
  const std::lock_guard lock(mutex_);
  sessions_.forget(request);
}
void Server::expire_all() {
  const std::lock_guard lock(mutex_);
  sessions_.forget_all();
}

Reply Server::answer(const Request& request) {
  const bool write = request.method != "GET" && request.method != "HEAD";
  if (!write && timing.page > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(timing.page));
  Lock lock(mutex_);
  std::string path = request.path;
  if (path.compare(0, options_.prefix.size(), options_.prefix) != 0) return error_page(404, four());
  path.erase(0, options_.prefix.size());
  if (path.empty() || path == "/")
    return redirect(request, options_.prefix + "/" + options_.slug, four());
  const std::string slug = path.substr(1, path.find('/', 1) - 1);
  if (options_.multi && slug != options_.slug) return error_page(404, four());

  Session& session = sessions_.of(request);
  const std::string cookie = Sessions::cookie(session);
  Call call{.request = request,
            .path = path.substr(1 + slug.size()),
            .session = session,
            .look = {.coop = coop_, .root = options_.prefix + "/" + slug}};
  if (call.path == "/") call.path.clear();
  call.suffix = ends_with(call.path, ".js");
  if (call.suffix) call.path.resize(call.path.size() - 3);
  call.js = call.suffix || wants_js(request);
  Reply reply = route(call, lock);
  reply.headers.emplace_back("Set-Cookie", cookie);
  // A login changes nothing that anybody pushed.
  if (write && call.path != "/sessions")
    writes_.push_back({request.method, request.path, request.body, reply.status});
  return reply;
}

Reply Server::to_login(Call& call) {
  // A refused address is where the next login leads.
  if (call.request.method == "GET") call.session.return_to = call.request.path;
  return redirect(call.request, call.look.root + "/login", four());
}

Reply Server::not_allowed(Call& call) {
  call.session.flash = "You are not allowed to access the requested page";
  return redirect(call.request, call.look.root, four());
}

Reply Server::log_in(Call& call) {
  const std::string nick = call.request.in_body("nick").value_or("");
  const std::string password = call.request.in_body("password").value_or("");
  for (const auto& [id, user] : coop_.users) {
    if ((user.nick != nick && user.email != nick) || user.password != password) continue;
    call.session.user = id;
    call.session.locale = user.locale;
    call.session.flash = "Logged in!";
    const std::string to = call.session.return_to.empty() ? call.look.root : call.session.return_to;
    call.session.return_to.clear();
    return redirect(call.request, to, four());
  }
  call.look.flash = "Invalid email address or password";
  return html(login_page(call.look));
}

Reply Server::outside(Call& call) {
  if (call.path == "/login") return html(login_page(call.look));
  if (call.path == "/sessions" && call.request.method == "POST") return log_in(call);
  if (call.path == "/logout") {
    call.session.user.reset();
    return redirect(call.request, call.look.root + "/login", four());
  }
  if (call.path == "/api/v1/config" || (!four() && call.path == "/api/v2/config"))
    return {
        .status = 401,
        .type = "application/json; charset=utf-8",
        .body = R"({"error":"unauthorized","error_description":"The access token is invalid"})"};
  if (call.path.rfind("/api/", 0) == 0) return error_page(404, four());
  return to_login(call);
}

Reply Server::route(Call& call, Lock& lock) {
  const bool write = call.request.method != "GET" && call.request.method != "HEAD";
  // Without a good token the request has no session at all, and leaves none: it looks like a
  // logout, or like a login that worked.
  Session nobody{.id = call.session.id};
  const bool null_session = write && !sessions_.good_token(call.session, call.request);
  Session& session = null_session ? nobody : call.session;
  const auto asked = call.request.in_query("locale");
  const bool known = asked == "en" || asked == "fr" || asked == "de";
  if (known) session.locale = *asked;
  if (session.user && coop_.users.contains(*session.user))
    call.look.user = &coop_.users.at(*session.user);
  const std::string fallback = call.look.user ? call.look.user->locale : "en";
  call.look.lang = lang_of(session.locale.value_or(fallback));
  call.look.token = sessions_.token_for(call.session);
  if (null_session) {
    Call unknown{.request = call.request,
                 .path = call.path,
                 .js = call.js,
                 .suffix = call.suffix,
                 .session = nobody,
                 .look = call.look};
    return outside(unknown);
  }
  if (!call.look.user || call.path == "/login" || call.path == "/sessions" ||
      call.path == "/logout" || call.path.rfind("/api/", 0) == 0)
    return outside(call);
  return write ? route_write(call, lock) : route_get(call, lock);
}

Reply Server::route_get(Call& call, Lock&) {
  std::smatch match;
  Reply reply;
  if (call.path.rfind("/orders", 0) == 0 || call.path == "/pickups") {
    reply = orders_get(call, call.path);
  } else if (call.path.rfind("/finance/", 0) == 0 || call.path == "/group_order_articles/new") {
    reply = finance_get(call, call.path);
  } else if (call.path.empty()) {
    std::swap(call.look.flash, call.session.flash);
    reply = html(home_page(call.look));
  } else {
    reply = error_page(404, four());
  }
  if (reply.type.find("javascript") == std::string::npos) return reply;
  // A script that any page could include is refused.
  if (call.request.header("x-requested-with") != "XMLHttpRequest") return error_page(422, four());
  const std::string etag = etag_of(reply.body);
  if (call.request.header("if-none-match") == etag) reply = {.status = 304, .type = reply.type};
  reply.headers.emplace_back("ETag", etag);
  return reply;
}

Reply Server::route_write(Call& call, Lock& lock) {
  const std::string& method = call.request.method;
  std::smatch match;
  static const std::regex cell(R"(/group_order_articles/(\d+))");
  static const std::regex article(R"(/orders/(\d+)/order_articles/(\d+))");
  static const std::regex receive(R"(/orders/(\d+)/receive)");
  static const std::regex close(R"(/finance/balancing/(\d+)/close)");
  const bool update = method == "PATCH" || method == "PUT";
  Reply reply;
  if (std::regex_match(call.path, match, cell) && update) {
    reply = patch_cell(call, number_in(match, 1), lock);
  } else if (std::regex_match(call.path, match, cell) && method == "DELETE") {
    reply = delete_cell(call, number_in(match, 1));
  } else if (call.path == "/group_order_articles" && method == "POST") {
    reply = create_cell(call);
  } else if (std::regex_match(call.path, match, article) && update) {
    reply = patch_article(call, number_in(match, 1), number_in(match, 2));
  } else if (call.path == "/order_comments" && method == "POST") {
    reply = post_comment(call);
  } else if (std::regex_match(call.path, match, receive) && method == "POST") {
    return post_receive(call, number_in(match, 1), lock);
  } else if (std::regex_match(call.path, match, close) && method == "POST") {
    return settle(call, number_in(match, 1));
  } else {
    return error_page(404, four());
  }
  // Carried out, and then there is no page to show for it.
  if (reply.status == 200 && !call.js) return error_page(500, four());
  return reply;
}

Reply Server::orders_get(Call& call, const std::string& path) {
  const User& user = *call.look.user;
  const auto page = [&](auto make) {
    std::swap(call.look.flash, call.session.flash);
    return html(make());
  };
  if (path == "/pickups") {
    if (!user.pickups) return not_allowed(call);
    return page([&] { return pickups_page(call.look); });
  }
  if (path == "/orders") {
    if (!user.orders) return not_allowed(call);
    return page([&] { return orders_page(call.look); });
  }
  static const std::regex one(R"(/orders/(\d+)(/receive|/receive_on_order_article_update)?)");
  std::smatch match;
  if (!std::regex_match(path, match, one)) return error_page(404, four());
  if (!user.pickups && !user.orders) return not_allowed(call);
  const auto found = coop_.orders.find(number_in(match, 1));
  if (found == coop_.orders.end()) return error_page(404, four());
  const Order& order = found->second;
  if (match[2] == "/receive_on_order_article_update") {
    const int id = std::atoi(call.request.in_query("order_article_id").value_or("").c_str());
    const auto article = coop_.articles.find(id);
    if (article == coop_.articles.end()) return error_page(404, four());
    return js(receive_row_js(call.look, article->second));
  }
  if (match[2] == "/receive") {
    if (four() && !order.supplier) return error_page(500, true);
    return page([&] { return receive_page(call.look, order); });
  }
  const std::string wanted = call.request.in_query("view").value_or("default");
  const View view = wanted == "groups"     ? View::groups
                    : wanted == "articles" ? View::articles
                                           : View::overview;
  if (view == View::articles && order_has_orphan(coop_, order.id)) return error_page(500, four());
  if (call.suffix) return js(order_js(call.look, order, view));
  return page([&] { return order_page(call.look, order, view); });
}

Reply Server::finance_get(Call& call, const std::string& path) {
  if (!call.look.user->finance) return not_allowed(call);
  const auto asked = [&](const char* name) {
    return std::atoi(call.request.in_query(name).value_or("").c_str());
  };
  const auto article = coop_.articles.find(asked("order_article_id"));
  if (path == "/group_order_articles/new") {
    if (article == coop_.articles.end()) return error_page(404, four());
    return js(new_cell_js(call.look, article->second));
  }
  if (path == "/finance/ordergroups") return html(ordergroups_page(call.look));
  static const std::regex one(R"(/finance/balancing/(\d+)/(confirm|new_on_order_article_update))");
  std::smatch match;
  const bool balancing = path == "/finance/balancing/new";
  if (!balancing && !std::regex_match(path, match, one)) return error_page(404, four());
  const auto order = coop_.orders.find(balancing ? asked("order_id") : number_in(match, 1));
  if (order == coop_.orders.end()) return error_page(404, four());
  if (balancing) {
    if (order_has_orphan(coop_, order->first)) return error_page(500, four());
    return html(balancing_page(call.look, order->second));
  }
  if (match[2] == "confirm") return html(confirm_page(call.look, order->second));
  if (article == coop_.articles.end()) return error_page(404, four());
  if (has_orphan(coop_, article->first)) return error_page(500, four());
  return js(article_row_js(call.look, article->second));
}

}  // namespace fake
