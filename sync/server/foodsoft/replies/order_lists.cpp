#include <algorithm>
#include <array>

#include "domain/unit.hpp"
#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

using domain::ServerState;

bool is_iso_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  return true;
}

std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// "November 28, 2026" → "2026-11-28"; the page shows its dates in words, we ask for English ones.
std::string iso_of_words(std::string_view text) {
  static constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  text = trimmed(text);
  if (is_iso_date(text)) return std::string(text);
  const auto blank = text.find(' '), comma = text.find(", ");
  if (blank == text.npos || comma == text.npos || comma < blank) return {};
  const auto month = std::find(months.begin(), months.end(), text.substr(0, blank));
  const auto day = number_after(text.substr(blank + 1, comma - blank - 1), "");
  const auto year = number_after(text.substr(comma + 2), "");
  if (month == months.end() || !day || *day < 1 || *day > 31 || !year || *year < 1000 ||
      *year > 9999)
    return {};
  return std::to_string(*year) + "-" +
         two_digits(static_cast<std::size_t>(month - months.begin()) + 1) + "-" +
         two_digits(static_cast<std::size_t>(*day));
}

// What the links of a list's row tell: which order, and its state.
struct RowLinks {
  std::optional<std::int64_t> order;
  bool finish = false, receive = false, green = false;
};

RowLinks links_of(Element row) {
  RowLinks links;
  for (Element e = row.after(row); e; e = e.after(row)) {
    if (!e.is("a")) continue;
    const auto href = e.attribute("href").value_or(std::string_view{});
    if (const auto id = order_in_link(href, "")) links.order = id;
    if (order_in_link(href, "/finish")) links.finish = true;
    if (order_in_link(href, "/receive")) {
      links.receive = true;
      links.green = e.has_class("btn-success");
      if (!links.order) links.order = order_in_link(href, "/receive");
    }
  }
  return links;
}

ServerState state_of(const RowLinks& links) {
  if (links.finish) return ServerState::open;
  if (!links.receive) return ServerState::finished;  // a stock order
  return links.green ? ServerState::finished : ServerState::received;
}

bool in_settled_table(Element e) {
  for (; e; e = e.parent())
    if (e.id() == "orders_table") return true;
  return false;
}

}  // namespace

domain::Result<std::vector<ListedOrder>> read_orders_list(const GuardedPage& page) {
  const auto html = Html::parse(page.html);
  if (!html) return tl::unexpected(html.error());
  std::vector<ListedOrder> orders;
  bool table = false;
  for (Element e = html->root(); e; e = e.after(html->root())) {
    table = table || e.id() == "orders_table";
    if (!e.is("tr")) continue;
    const RowFields fields = fields_of(e);
    const RowLinks links = links_of(e);
    if (!links.order || fields.count < 3) continue;
    ListedOrder order;
    order.id.value = *links.order;
    order.supplier = domain::collapse_blanks(fields.td[0].text());
    order.state = in_settled_table(e) ? ServerState::closed : state_of(links);
    if (const auto pickup = trimmed(fields.td[1].text()); is_iso_date(pickup))
      order.pickup = std::string(pickup);
    orders.push_back(std::move(order));
  }
  if (!table) return torn("the list of orders is missing", "orders");
  return orders;
}

domain::Result<std::vector<ListedOrder>> read_pickups_list(const GuardedPage& page) {
  const auto html = Html::parse(page.html);
  if (!html) return tl::unexpected(html.error());
  std::vector<ListedOrder> orders;
  std::string date;
  for (Element e = html->root(); e; e = e.after(html->root())) {
    if (e.is("form")) date.clear();
    if (!e.is("input")) continue;
    const auto name = e.attribute("name").value_or(std::string_view{});
    const auto value = e.attribute("value").value_or(std::string_view{});
    if (name == "date") date = iso_of_words(value);
    if (name != "orders[]") continue;
    const auto id = number_after(value, "");
    Element row = e.parent();
    while (row && !row.is("tr")) row = row.parent();
    if (!id || !row) return torn("an order without its number", place_of(e, "pickups"));
    const RowLinks links = links_of(row);
    ListedOrder order;
    order.id.value = *id;
    order.supplier = domain::collapse_blanks(fields_of(row).td[0].text());
    order.pickup = date;
    order.state = state_of(links);
    orders.push_back(std::move(order));
  }
  return orders;
}

}  // namespace server
