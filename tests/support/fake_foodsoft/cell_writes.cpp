// Writes to cells (foodsoft.md 4.1 to 4.3) with their traps (14.1, 14.5).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/server.hpp"
#include "fake_foodsoft/typed.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

constexpr std::string_view cell_params = "group_order_article[";

struct CellChange {
  bool breaks = false;
  std::optional<Typed> result;
  std::optional<Decimal> delta;
};

CellChange read_change(const Request& request, Lang lang) {
  constexpr std::array<std::string_view, 9> known{
      "result",         "result_computed", "quantity",           "tolerance", "order_article_id",
      "group_order_id", "ordergroup_id",   "article_version_id", "id"};
  CellChange change;
  bool any = false;
  for (const auto& [name, value] : request.body) {
    if (name == "delta") change.delta = Decimal::lenient(value);
    if (name.rfind(cell_params, 0) != 0 || name.back() != ']') continue;
    any = true;
    const std::string key = name.substr(cell_params.size(), name.size() - cell_params.size() - 1);
    if (std::find(known.begin(), known.end(), key) == known.end()) change.breaks = true;
    if (key == "result") change.result = typed_result(value, lang);
  }
  if (change.result) change.breaks |= change.result->breaks;
  change.breaks |= !any && !change.delta;
  return change;
}

// The part that only 5.x tells; a client has no use for it.
std::string availability(const Look& look, const Article& article) {
  if (look.four()) return {};
  Decimal given;
  for (const Cell* cell : cells_of_article(look.coop, article.id))
    given = given + effective_result(look.coop, *cell);
  const Decimal received =
      article.units_received.value_or(0) * per_supplier_unit(look.coop, article.units);
  return fmt::format(
      R"(,
  group_order_article_availability_data: {{
    availability: '{}',
    title: '<div class=\'text-left\' style=\'min-width: 200px\'>\n<strong>Ordered in total<\/strong>\n{}\n<br>\n<strong>Received in total<\/strong>\n{}\n<\/div>\n'
  }},
  available_funds: '{}')",
      number(received - given, 3, look.lang), article.quantity.fraction_text(), received.text(),
      look.user->ordergroup ? look.money(look.coop.ordergroups.at(*look.user->ordergroup).balance)
                            : "?");
}

Reply update_js(const Look& look, const Cell& cell, const Decimal& price) {
  return js(fmt::format(R"(// and trigger hooks for views including this
$(document).trigger({{
  type: 'GroupOrderArticle#update',
  order_article_id: {},
  group_order_id: {},
  group_order_article_id: {},
  group_order_article_price: {}{}
}});

)",
                        cell.article, cell.group_order, cell.id, price.fraction_text(),
                        availability(look, look.coop.articles.at(cell.article))));
}

Reply create_js(const Look& look, const Cell& cell) {
  const std::string row =
      look.four() ? "" : fmt::format(",\n  row_html: '<tr id=\\'goa_{}\\'><\\/tr>\\n'", cell.id);
  return js(fmt::format(R"($('#modalContainer').modal('hide');

// trigger hooks for views
$(document).trigger({{
  type: 'GroupOrderArticle#create',
  order_article_id: {},
  group_order_id: {},
  group_order_article_id: {},
  group_order_article_price: {}{}
}});

)",
                        cell.article, cell.group_order, cell.id,
                        cell_price(look.coop, cell).fraction_text(), row));
}

// 4.x stock orders: what goes out of the cellar is counted in whole units.
void count_stock(Coop& coop, Article& article) {
  if (!coop.four() || coop.orders.at(article.order).supplier) return;
  Decimal sum;
  for (const Cell* cell : cells_of_article(coop, article.id))
    sum = sum + effective_result(coop, *cell);
  article.units_to_order = Decimal(sum.to_int());
  ++article.lock_version;
}

}  // namespace

Reply Server::patch_cell(Call& call, int id, Lock& lock) {
  if (four() && !call.look.user->finance) return not_allowed(call);  // rc1 stops nobody
  const auto found = coop_.cells.find(id);
  if (found == coop_.cells.end()) return error_page(404, four());
  Cell& cell = found->second;
  const CellChange change = read_change(call.request, call.look.lang);
  if (change.breaks) return error_page(500, four());
  if (change.delta) cell.result = (effective_result(coop_, cell) + *change.delta).rounded(3);
  const bool closed = order_of(coop_, cell).state == State::closed;
  if (closed && change.result) {
    // Not saved, and the reply tells the price of what was not saved.
    Cell unsaved = cell;
    unsaved.result = change.result->value;
    return update_js(call.look, cell, cell_price(coop_, unsaved));
  }
  if (change.result) cell.result = change.result->value;
  const auto group = coop_.group_orders.find(cell.group_order);
  if (group == coop_.group_orders.end()) return error_page(500, four());  // saved all the same

  // The total as this request saw it; another one of the same group may be doing the same.
  const int group_id = cell.group_order, article_id = cell.article;
  const int version = group->second.lock_version;
  const int stock_version = coop_.articles.at(article_id).lock_version;
  const Decimal total = group_sum(coop_, group_id).rounded(2);
  if (timing.patch > 0) {
    lock.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(timing.patch));
    lock.lock();
  }
  const auto again = coop_.group_orders.find(group_id);
  if (again == coop_.group_orders.end() || !coop_.cells.contains(id))
    return error_page(500, four());
  if (again->second.lock_version != version || next_total_stays_stale.exchange(false))
    return error_page(500, four());
  const auto article = coop_.articles.find(article_id);
  if (article == coop_.articles.end() || article->second.lock_version != stock_version)
    return error_page(500, four());
  count_stock(coop_, article->second);
  again->second.price = total;
  ++again->second.lock_version;
  return update_js(call.look, coop_.cells.at(id), cell_price(coop_, coop_.cells.at(id)));
}

Reply Server::delete_cell(Call& call, int id) {
  if (!call.look.user->finance) return not_allowed(call);
  const auto found = coop_.cells.find(id);
  if (found == coop_.cells.end()) return error_page(404, four());
  Cell& cell = found->second;
  const bool ordered = !cell.quantity.zero() || !cell.tolerance.zero();
  Cell told = cell;
  told.result = 0;
  if (ordered)
    cell.result = 0;  // on closed orders too
  else
    coop_.cells.erase(found);
  const auto group = coop_.group_orders.find(told.group_order);
  if (group == coop_.group_orders.end()) return error_page(500, four());
  store_total(coop_, group->second);
  return update_js(call.look, told, 0);
}

Reply Server::create_cell(Call& call) {
  if (four() && !call.look.user->finance) return not_allowed(call);
  const CellChange change = read_change(call.request, call.look.lang);
  if (change.breaks) return error_page(500, four());
  int article_id = 0, ordergroup = 0;
  for (const auto& [name, value] : call.request.body) {
    if (name == "group_order_article[order_article_id]") article_id = std::atoi(value.c_str());
    // The group's setter asks the article for its order: it must be there before.
    if (name == "group_order_article[ordergroup_id]") {
      if (article_id == 0) return error_page(500, four());
      ordergroup = std::atoi(value.c_str());
    }
  }
  const auto article = coop_.articles.find(article_id);
  if (article == coop_.articles.end() || !coop_.ordergroups.contains(ordergroup))
    return error_page(500, four());
  const Order& order = coop_.orders.at(article->second.order);
  if (order.state == State::closed)
    return js("$('#modalContainer').html('<form class=\\\"simple_form\\\"><\\/form>');\n");
  GroupOrder* group = nullptr;
  for (auto& [id, candidate] : coop_.group_orders)
    if (candidate.order == order.id && candidate.ordergroup == ordergroup) group = &candidate;
  if (!group) {
    const int id = next_id(coop_.group_orders);
    group = &(coop_.group_orders[id] = {.id = id, .order = order.id, .ordergroup = ordergroup});
  }
  Cell* cell = nullptr;
  for (auto& [id, candidate] : coop_.cells)
    if (candidate.article == article_id && candidate.group_order == group->id) cell = &candidate;
  if (!cell) {
    const int id = next_id(coop_.cells);
    cell = &(coop_.cells[id] = {.id = id, .article = article_id, .group_order = group->id});
  }
  if (change.result) cell->result = change.result->value;
  store_total(coop_, *group);
  return create_js(call.look, *cell);
}

}  // namespace fake
