// Writes to an order: what arrived, comments, receive, settling (foodsoft.md 4.4 to 4.8, 14.5).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <regex>
#include <thread>

#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/server.hpp"
#include "fake_foodsoft/typed.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

constexpr std::size_t longest_comment = 65'535;  // bytes of the database's TEXT
constexpr const char* now = "2026-11-28 17:30";  // an evening that never ends

// "order_article[units_received]" and key; empty where the name has another form.
std::string key_in(const std::string& name, std::string_view params) {
  if (name.rfind(params, 0) != 0 || name.back() != ']') return {};
  return name.substr(params.size(), name.size() - params.size() - 1);
}

bool has_params(const Request& request, std::string_view params) {
  return std::any_of(request.body.begin(), request.body.end(),
                     [&](const auto& field) { return field.first.rfind(params, 0) == 0; });
}

// All errors of this form are rescued: 200, the form again, nothing changed.
Reply form_again(int article) {
  return js(
      fmt::format("$('#modalContainer').html('<form class=\\\"simple_form form-horizontal "
                  "edit_order_article\\\" "
                  "id=\\\"edit_order_article_{}\\\"><\\/form>');\n$('#modalContainer').modal();\n",
                  article));
}

bool change_prices(const Request& request, bool four, Article& article) {
  const std::string_view params = four ? "article_price[" : "article_version[";
  const auto value = [&](const char* key) {
    return request.in_body(std::string(params) + key + "]");
  };
  const auto price = value("price"), tax = value("tax"), deposit = value("deposit");
  const auto box = value("unit_quantity");
  if (!price) return true;
  // 4.x builds a whole new price or none.
  if (four && (!tax || !deposit || !box)) return false;
  article.price = Decimal::lenient(*price).rounded(four ? 2 : 6);
  if (tax) article.tax = Decimal::lenient(*tax);
  if (deposit) article.deposit = Decimal::lenient(*deposit);
  if (four) article.units.box = std::max(1, std::atoi(box->c_str()));
  return true;
}

void store_all_totals(Coop& coop, int order) {
  for (auto& [id, group] : coop.group_orders)
    if (group.order == order) store_total(coop, group);
}

}  // namespace

void redistribute(Coop& coop, Article& article, bool rest_to_tolerance) {
  const Decimal available = units_of(article) * per_supplier_unit(coop, article.units);
  for (const auto& [id, share] : divide(coop, article.id, available, rest_to_tolerance)) {
    Cell& cell = coop.cells.at(id);
    cell.result = cell.computed = share.rounded(3);
  }
}

void receive_values(Coop& coop, int order, const std::map<int, std::optional<Decimal>>& values,
                    bool rest_to_tolerance) {
  bool any = false;
  for (const auto& [id, units] : values) {
    const auto found = coop.articles.find(id);
    if (found == coop.articles.end() || found->second.order != order) continue;
    if (found->second.units_received == units) continue;
    found->second.units_received = units;
    redistribute(coop, found->second, rest_to_tolerance);
    any = true;
  }
  if (any) store_all_totals(coop, order);
  coop.orders.at(order).state = State::received;  // whatever it was
}

void settle_order(Coop& coop, int order) {
  store_all_totals(coop, order);
  for (const GroupOrder* group : groups_of(coop, order))
    if (group->ordergroup) {
      Ordergroup& own = coop.ordergroups.at(*group->ordergroup);
      own.balance = own.balance - group->price - group->transport;
    }
  coop.orders.at(order).state = State::closed;
}

Reply Server::patch_article(Call& call, int order, int id) {
  if (!call.look.user->finance) return not_allowed(call);
  const auto found = coop_.articles.find(id);
  if (found == coop_.articles.end() || found->second.order != order) return error_page(404, four());
  if (!has_params(call.request, four() ? "article[" : "article_version[") ||
      !has_params(call.request, "order_article["))
    return form_again(id);
  Article changed = found->second;
  const int places = four() ? 3 : 6;
  for (const auto& [name, value] : call.request.body) {
    const std::string key = key_in(name, "order_article[");
    if (key.empty()) continue;
    const Typed units = typed_units(value, places);
    if (units.breaks) return form_again(id);
    if (key == "units_received")
      changed.units_received = units.value;
    else if (key == "units_to_order")
      changed.units_to_order = units.value.value_or(0);
    else if (key != "units_billed" && key != "update_global_price")
      return form_again(id);
  }
  if (!change_prices(call.request, four(), changed)) return form_again(id);
  const bool priced = !(changed.price == found->second.price);
  found->second = changed;
  if (priced) store_all_totals(coop_, order);
  return js(fmt::format(R"(// Publish database changes.
// See publish/subscribe design pattern in /doc.
$(document).trigger({{
  type: 'OrderArticle#update',
  order_article_id: {}
}});

$('#modalContainer').modal('hide');

)",
                        id));
}

Reply Server::post_comment(Call& call) {
  const auto id = [&](const char* key) {
    return std::atoi(
        call.request.in_body(fmt::format("order_comment[{}]", key)).value_or("").c_str());
  };
  const std::string text = call.request.in_body("order_comment[text]").value_or("");
  std::size_t letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  if (letters < 3 || text.size() > longest_comment || !is_utf8(text) ||
      !coop_.orders.contains(id("order_id")) || !coop_.users.contains(id("user_id")))
    return error_page(500, four());
  const int next = coop_.comments.empty() ? 1 : coop_.comments.back().id + 1;
  coop_.comments.push_back(
      {.id = next, .order = id("order_id"), .user = id("user_id"), .text = text, .at = now});
  return js(fmt::format("$('#comments').html('{}');\n",
                        js_escaped(comments_list(call.look, id("order_id")))));
}

Reply Server::post_receive(Call& call, int order, Lock& lock) {
  const User user = *call.look.user;
  if (!user.pickups && !user.orders) return not_allowed(call);
  if (!coop_.orders.contains(order)) return error_page(404, four());
  static const std::regex name(R"(order_articles\[(\d+)\]\[units_received\])");
  std::map<int, std::optional<Decimal>> values;
  std::smatch match;
  for (const auto& [field, value] : call.request.body)
    if (std::regex_match(field, match, name))
      values[std::atoi(match[1].str().c_str())] = typed_units(value, four() ? 3 : 6).value;
  const bool tolerance = call.request.in_body("rest_to_tolerance") == "1";
  const std::string to = user.orders ? fmt::format("{}/orders/{}", call.look.root, order)
                                     : call.look.root + "/pickups";
  if (!values.empty() && timing.receive > 0) {
    // Long enough for others to write: then it loses, and nothing of it stays.
    const auto versions = [&] {
      int sum = 0;
      for (const GroupOrder* group : groups_of(coop_, order)) sum += group->lock_version;
      return sum;
    };
    const int before = versions();
    lock.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(timing.receive));
    lock.lock();
    if (versions() != before) return error_page(500, four());
  }
  receive_values(coop_, order, values, tolerance);
  return redirect(call.request, to, four());
}

Reply Server::settle(Call& call, int order) {
  if (!call.look.user->finance) return not_allowed(call);
  const auto found = coop_.orders.find(order);
  if (found == coop_.orders.end()) return error_page(404, four());
  if (found->second.state != State::closed) {
    settle_order(coop_, order);
    call.session.flash = "Order was settled succesfully, the balance of the account was updated.";
  } else {
    call.session.flash = "Order is already settled";
  }
  return redirect(call.request, call.look.root + "/finance/balancing", four());
}

}  // namespace fake
