// The lists of orders: by state for who manages orders, by day for who hands out.
#include <fmt/format.h>

#include <algorithm>

#include "fake_foodsoft/look.hpp"

namespace fake {
namespace {

std::vector<const Order*> orders_in(const Coop& coop, bool (*wanted)(State)) {
  std::vector<const Order*> found;
  for (const auto& [id, order] : coop.orders)
    if (wanted(order.state)) found.push_back(&order);
  std::stable_sort(found.begin(), found.end(),
                   [](const Order* a, const Order* b) { return a->ends > b->ends; });
  return found;
}

std::string last_links(const Look& look, const Order& order, std::string_view first_path,
                       std::string_view first) {
  const auto small = look.by("btn btn-small", "btn btn-default btn-sm mr-1");
  return fmt::format(R"(<td>
<a class="{0}" href="{1}">{2}</a>
<a class="{0}" href="{3}/orders/{4}">Show</a>
<a data-confirm="Do you really want to delete the order?" class="btn {5} btn-danger" rel="nofollow" data-method="delete" href="{3}/orders/{4}">Delete</a>
</td>
</tr>
)",
                     small, first_path, first, look.root, order.id, look.by("btn-small", "btn-sm"));
}

std::string open_row(const Look& look, const Order& order) {
  const std::string name = escaped(supplier_name(look.coop, order));
  const std::string note = order.note.empty()
                               ? ""
                               : fmt::format("<span title=\"{}\">{}</span>", escaped(order.note),
                                             escaped(cut_text(order.note, 25)));
  return fmt::format(R"(<tr>
<td>{}</td>
<td>{}</td>
<td>{}</td>
<td>{}</td>
<td><a data-confirm="Do you really want to close the order {}? There is no going back." class="btn {} btn-success" rel="nofollow" data-method="post" href="{}/orders/{}/finish">Close</a></td>
)",
                     name, date(order.pickup, look.lang), date(order.ends, look.lang), note, name,
                     look.by("btn-small", "btn-sm"), look.root, order.id) +
         last_links(look, order, fmt::format("{}/orders/{}/edit", look.root, order.id), "Edit");
}

std::string receive_link(const Look& look, const Order& order) {
  if (!order.supplier) return {};
  const bool received = order.state == State::received;
  const auto four = received ? "btn btn-small" : "btn btn-success btn-small";
  const auto five =
      received ? "btn btn-default btn-sm mr-1" : "btn btn-success btn btn-default btn-sm mr-1";
  return fmt::format("<a class=\"{}\" href=\"{}/orders/{}/receive\">Receive</a>\n",
                     look.by(four, five), look.root, order.id);
}

std::string finished_row(const Look& look, const Order& order) {
  std::string accounting;
  if (look.user->finance)
    accounting = fmt::format(
        "<a class=\"btn {} btn-primary\" "
        "href=\"{}/finance/balancing/new?order_id={}\">accounting</a>\n",
        look.by("btn-small", "btn-sm"), look.root, order.id);
  return fmt::format("<tr>\n<td>{}</td>\n<td>{}</td>\n<td>{}</td>\n<td>{}</td>\n<td>\n{}{}</td>\n",
                     escaped(supplier_name(look.coop, order)), date(order.pickup, look.lang),
                     date(order.ends, look.lang), escaped(cut_text(order.note, 30)),
                     receive_link(look, order), accounting) +
         last_links(look, order, fmt::format("{}/orders/new?order_id={}", look.root, order.id),
                    "Copy");
}

std::string settled_row(const Look& look, const Order& order) {
  return fmt::format(R"(<tr>
<td>{}</td>
<td>{}</td>
<td>{}</td>
<td>{}</td>
<td>{}</td>
<td>
<a class="{}" href="{}/orders/{}">Show</a>
</td>
</tr>
)",
                     escaped(supplier_name(look.coop, order)), date(order.pickup, look.lang),
                     date(order.starts, look.lang), date(order.ends, look.lang),
                     look.say("Settled"), look.by("btn btn-small", "btn btn-default btn-sm mr-1"),
                     look.root, order.id);
}

std::string new_order_button(const Look& look) {
  std::string out = R"(<div class='btn-group'>
<a data-toggle="dropdown" class="btn btn-primary dropdown-toggle" href="#">Create new order
<span class='caret'></span>
</a><ul class='dropdown-menu'>
)";
  std::vector<const Supplier*> suppliers;
  for (const auto& [id, supplier] : look.coop.suppliers) suppliers.push_back(&supplier);
  std::stable_sort(suppliers.begin(), suppliers.end(), [](const Supplier* a, const Supplier* b) {
    return folded(a->name) < folded(b->name);
  });
  for (const Supplier* supplier : suppliers)
    out += fmt::format("<li><a tabindex=\"-1\" href=\"{}/orders/new?supplier_id={}\">{}</a></li>\n",
                       look.root, supplier->id, escaped(supplier->name));
  return out + "</ul>\n</div>\n";
}

std::string settled_table(const Look& look) {
  const auto sorted_by = [&](std::string_view name, std::string_view key) {
    return fmt::format(
        "<th><a title=\"Sort by {0}\" data-remote=\"true\" "
        "href=\"{1}/orders?locale={2}&amp;per_page=15&amp;sort={3}\">{0}</a></th>\n",
        name, look.root, code_of(look.lang), key);
  };
  std::string out =
      "<h2>Settled</h2>\n<div id='orders_table'>\n\n<table class='table "
      "table-striped'>\n<thead>\n<tr>\n" +
      sorted_by("Supplier", "supplier") + sorted_by("Pickup", "pickup") + "<th>Starts at</th>\n" +
      sorted_by("Ends at", "ends") + "<th>Status</th>\n<th></th>\n</tr>\n</thead>\n<tbody>\n";
  for (const Order* order : orders_in(look.coop, [](State s) { return s == State::closed; }))
    out += settled_row(look, *order);
  return out + "</tbody>\n</table>\n\n</div>\n\n";
}

std::string pickup_row(const Look& look, const Order& order) {
  const auto small = look.by("btn-small", "btn-xs");
  std::string receive;
  if (order.supplier)
    receive = fmt::format("<a class=\"btn {}{}\" href=\"{}/orders/{}/receive\">Receive</a>\n",
                          order.state == State::received ? "" : "btn-success ", small, look.root,
                          order.id);
  return fmt::format(R"(<tr>
<td>
<input type="checkbox" name="orders[]" id="orders_" value="{0}" checked="checked" />
<a href="{1}/orders/{0}">{2}</a>
</td>
<td>{3}</td>
<td style='white-space:nowrap'>
{4}
{5}</td>
</tr>
)",
                     order.id, look.root, escaped(supplier_name(look.coop, order)),
                     escaped(cut_text(order.note, 30)),
                     downloads(look, order.id, look.by("btn btn-small", "btn btn-default btn-xs")),
                     receive);
}

std::string pickup_day(const Look& look, const std::string& day) {
  const std::string long_day = long_date(day, look.lang);
  std::string out = fmt::format(R"(<h2>
<input type="hidden" name="date" id="date" value="{0}" autocomplete="off" />
{0}
<span style='float:right'>
<input type="submit" name="articles_pdf" value="Article PDF" class="btn" data-disable-with="Article PDF" />
<input type="submit" name="groups_pdf" value="Group PDF" class="btn" data-disable-with="Group PDF" />
<input type="submit" name="matrix_pdf" value="Matrix PDF" class="btn" data-disable-with="Matrix PDF" />
</span>
</h2>
<table class='table table-striped'>
<thead>
<tr>
<th style='width:50%'>Supplier</th>
<th style='width:50%'>Note</th>
<th style='width:1px'>Actions</th>
</tr>
</thead>
<tbody>
)",
                                long_day);
  for (const Order* order : orders_in(look.coop, is_finished))
    if (order->pickup == day) out += pickup_row(look, *order);
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string orders_page(const Look& look) {
  std::string body = R"(<div class='well'>
<h2>Open</h2>
<table class='table table-striped'>
<thead>
<tr>
<th>Supplier</th>
<th>Pickup</th>
<th>Ends at</th>
<th>Note</th>
<th colspan='2'></th>
</tr>
</thead>
<tbody>
)";
  for (const Order* order : orders_in(look.coop, [](State s) { return s == State::open; }))
    body += open_row(look, *order);
  body += "<tr>\n<td colspan='6'>\n<h2>Closed</h2>\n</td>\n</tr>\n";
  for (const Order* order : orders_in(look.coop, is_finished)) body += finished_row(look, *order);
  body += "</tbody>\n</table>\n</div>\n" + settled_table(look);
  return framed(look,
                {.title = "Manage orders",
                 .toolbar = new_order_button(look),
                 .heading = "Manage orders",
                 .here = "/orders"},
                body);
}

std::string pickups_page(const Look& look) {
  std::string body = fmt::format(
      R"(<form action="{}/pickups/document" accept-charset="UTF-8" method="post"><input type="hidden" name="authenticity_token" value="{}" autocomplete="off" />
)",
      look.root, look.token);
  std::vector<std::string> days;
  for (const Order* order : orders_in(look.coop, is_finished)) days.push_back(order->pickup);
  std::sort(days.begin(), days.end(), std::greater<>());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (const std::string& day : days) body += pickup_day(look, day);
  return framed(look, {.title = "Pickup days", .heading = "Pickup days", .here = "/pickups"},
                body + "</form>\n\n\n");
}

}  // namespace fake
