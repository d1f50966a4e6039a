// How far the day is, and its matrix as CSV (contracts.md 2, 2.2).
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <tuple>
#include <vector>

#include "domain/bag.hpp"
#include "domain/push_state.hpp"
#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/iso_time.hpp"
#include "sync/server/folder/csv.hpp"

namespace kiosk {

namespace {

using nlohmann::ordered_json;

domain::Result<journal::LoadedDay> load(const Globals& globals) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return tl::unexpected(opened.error());
  return chosen_day(globals, *opened);
}

// The orders by id, as places in Day::orders().
std::vector<int> orders_by_id(const domain::Day& day) {
  std::vector<int> orders;
  for (int o = 0; o < static_cast<int>(day.orders().size()); ++o) orders.push_back(o);
  std::sort(orders.begin(), orders.end(), [&](int a, int b) {
    return day.orders()[static_cast<std::size_t>(a)].id <
           day.orders()[static_cast<std::size_t>(b)].id;
  });
  return orders;
}

std::string imported_at(const journal::LoadedDay& loaded, domain::OrderId id) {
  for (const auto& mark : loaded.marks)
    if (mark.id == id) return journal::iso_time(mark.imported_at);
  return {};
}

ordered_json pushed_at(const domain::PushState& pushed, domain::OrderId id) {
  const auto& at = pushed.order(id).pushed_at;
  return at ? ordered_json(journal::iso_time(*at)) : ordered_json();
}

ordered_json order_json(const journal::LoadedDay& loaded, const domain::PushState& pushed,
                        int place) {
  const auto& order = loaded.day.orders()[static_cast<std::size_t>(place)];
  const auto& counts = loaded.day.counts(place);
  ordered_json json;
  json["order_id"] = order.id.value;
  json["supplier"] = order.supplier;
  json["server_state"] = domain::word(order.state);
  json["base_exact"] = order.base_certainty == domain::Certainty::exact;
  json["cells"] = counts.cells;
  json["done"] = counts.done;
  json["short"] = counts.short_given;
  json["absent"] = counts.absent;
  json["over"] = counts.over;
  json["open"] = counts.open;
  json["imported_at"] = imported_at(loaded, order.id);
  const auto due = domain::still_to_send(loaded.day, place, pushed);
  json["to_send"] = due.to_send;
  json["conflicts"] = due.conflicts;
  json["pushed_at"] = pushed_at(pushed, order.id);
  return json;
}

// The sums over all orders, and the last push of any.
void put_push(ordered_json& json, const journal::LoadedDay& loaded,
              const domain::PushState& pushed) {
  domain::ToSend sum;
  std::optional<domain::Stamp> last;
  for (const int place : orders_by_id(loaded.day)) {
    const auto due = domain::still_to_send(loaded.day, place, pushed);
    sum.to_send += due.to_send;
    sum.conflicts += due.conflicts;
    const auto id = loaded.day.orders()[static_cast<std::size_t>(place)].id;
    last = std::max(last, pushed.order(id).pushed_at);
  }
  json["to_send"] = sum.to_send;
  json["conflicts"] = sum.conflicts;
  json["pushed_at"] = last ? ordered_json(journal::iso_time(*last)) : ordered_json();
}

ordered_json status_json(const journal::LoadedDay& loaded) {
  domain::PushState pushed;
  pushed.apply(loaded.entries);
  ordered_json json;
  json["day"] = loaded.row.number;
  json["orders"] = ordered_json::array();
  for (const int place : orders_by_id(loaded.day))
    json["orders"].push_back(order_json(loaded, pushed, place));
  json["unconfirmed_units"] = loaded.day.unconfirmed_units();
  json["vanished"] = ordered_json::array();
  for (const auto& cell : loaded.day.vanished()) json["vanished"].push_back(cell.value);
  json["waiting_labels"] = domain::waiting_labels(loaded.entries).size();
  put_push(json, loaded, pushed);
  return json;
}

void print_push(const journal::LoadedDay& loaded, const domain::PushState& pushed, int place,
                std::ostream& out) {
  const auto id = loaded.day.orders()[static_cast<std::size_t>(place)].id;
  const auto due = domain::still_to_send(loaded.day, place, pushed);
  const auto& at = pushed.order(id).pushed_at;
  if (due.to_send + due.conflicts == 0 && !at) return;
  out << "order " << id.value << ", server: " << due.to_send << " to send, " << due.conflicts
      << " in conflict" << (at ? ", last proven " + journal::iso_time(*at) : "") << '\n';
}

void print_status(const journal::LoadedDay& loaded, std::ostream& out) {
  domain::PushState pushed;
  pushed.apply(loaded.entries);
  out << "day " << loaded.row.number << ", " << loaded.row.name << (loaded.open() ? "" : ", ended")
      << '\n';
  for (const int place : orders_by_id(loaded.day)) {
    const auto& order = loaded.day.orders()[static_cast<std::size_t>(place)];
    const auto& c = loaded.day.counts(place);
    out << "order " << order.id.value << ", " << order.supplier << " (" << domain::word(order.state)
        << "): " << c.cells << " cells, " << c.done << " done, " << c.short_given << " short, "
        << c.absent << " absent, " << c.over << " over, " << c.open << " open\n";
    print_push(loaded, pushed, place, out);
  }
  for (const auto& unit : loaded.day.unconfirmed_units())
    out << "nobody has said what \"" << unit << "\" means\n";
  for (const auto& cell : loaded.day.vanished())
    out << "cell " << cell.value << " has entries, but stands on no page any more\n";
}

std::string figure(const std::optional<domain::Quantity>& quantity) {
  return quantity ? domain::text_of(domain::round_to_server(*quantity)) : std::string();
}

void cell_line(const domain::Day& day, domain::CellPlace at, server::Csv& csv) {
  const auto& order = day.orders()[static_cast<std::size_t>(at.order)];
  const auto& cell = day.cell(at);
  const auto& group = order.group_orders[static_cast<std::size_t>(cell.group)];
  const auto& article = order.articles[static_cast<std::size_t>(cell.article)];
  const auto figures = day.figures(at);
  csv.line({std::to_string(order.id.value), std::to_string(group.id.value),
            article.id ? std::to_string(article.id->value) : "", std::to_string(cell.id.value),
            group.ordergroup, article.name, article.unit.text, figure(cell.asked),
            figure(cell.tolerance), figure(figures.base), figure(figures.given),
            domain::word(figures.state)});
}

// By order, group order, cell.
std::vector<domain::CellPlace> cells_in_order(const domain::Day& day,
                                              std::optional<std::int64_t> only) {
  std::vector<domain::CellPlace> cells;
  for (int o = 0; o < static_cast<int>(day.orders().size()); ++o) {
    const auto& order = day.orders()[static_cast<std::size_t>(o)];
    if (only && order.id.value != *only) continue;
    for (int c = 0; c < static_cast<int>(order.cells.size()); ++c) cells.push_back({o, c});
  }
  const auto key = [&day](domain::CellPlace at) {
    const auto& order = day.orders()[static_cast<std::size_t>(at.order)];
    const auto& cell = day.cell(at);
    return std::tuple(order.id, order.group_orders[static_cast<std::size_t>(cell.group)].id,
                      cell.id);
  };
  std::sort(cells.begin(), cells.end(), [&](auto a, auto b) { return key(a) < key(b); });
  return cells;
}

domain::Result<void> order_is_there(const domain::Day& day, std::optional<std::int64_t> id) {
  const auto& orders = day.orders();
  if (!id || std::any_of(orders.begin(), orders.end(),
                         [&](const auto& order) { return order.id.value == *id; }))
    return {};
  return domain::fail(domain::Fault::not_found,
                      "There is no order " + std::to_string(*id) + " in this day.");
}

}  // namespace

int day_status(const Globals& globals, std::ostream& out) {
  const auto loaded = load(globals);
  if (!loaded) return report(loaded.error());
  if (globals.json)
    out << status_json(*loaded).dump() << '\n';
  else
    print_status(*loaded, out);
  return 0;
}

int day_matrix(const Globals& globals, std::optional<std::int64_t> order, std::ostream& out) {
  const auto loaded = load(globals);
  if (!loaded) return report(loaded.error());
  if (auto there = order_is_there(loaded->day, order); !there) return report(there.error());
  server::Csv csv;
  csv.line({"order_id", "group_order_id", "order_article_id", "cell_id", "ordergroup", "article",
            "unit", "asked", "tolerance", "base", "given", "state"});
  for (const auto at : cells_in_order(loaded->day, order)) cell_line(loaded->day, at, csv);
  out << csv.text() << std::flush;
  return 0;
}

}  // namespace kiosk
