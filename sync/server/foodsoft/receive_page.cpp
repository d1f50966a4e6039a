#include <unordered_set>

#include "domain/unit.hpp"
#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/pages.hpp"

namespace server {

namespace {

// "14.0", "1 × 10": the number at the front; what follows is a package.
std::optional<Micro> leading_number(std::string_view text) {
  text = trimmed(text);
  return read_shown(text.substr(0, text.find_first_not_of("-0123456789.,")));
}

std::optional<std::int64_t> package_in(Element field) {
  for (Element e = field.after(field); e; e = e.after(field))
    if (e.has_class("package") && !e.is("input")) return read_times(e.text());
  return std::nullopt;
}

std::optional<std::int64_t> order_of(Element table) {
  for (Element e = table.parent(); e; e = e.parent())
    if (e.is("form"))
      return order_in_link(e.attribute("action").value_or(std::string_view{}), "/receive");
  return std::nullopt;
}

}  // namespace

domain::Result<ReceiveRow> read_receive_row(Element tr, domain::Series& series) {
  const auto id = number_after(tr.id(), "order_article_");
  if (!id) return torn("a row without its article's number", place_of(tr, "receive table"));
  const std::string place = place_of(tr, "order article " + std::to_string(*id));
  const RowFields fields = fields_of(tr);
  if (fields.count < 7 || !fields.td[1].has_class("name") || !fields.td[2].has_class("unit") ||
      !fields.td[6].has_class("units_received_cell"))
    return torn("a row of another shape", place);
  if (!fields.td[3].has_class("article_price")) series = domain::Series::v5;
  ReceiveRow row;
  row.id.value = *id;
  row.number = std::string(trimmed(fields.td[0].text()));
  row.name = std::string(trimmed(fields.td[1].text()));
  row.unit_text = domain::collapse_blanks(fields.td[2].text());
  row.line = tr.line();
  if (row.name.empty()) return torn("an article without a name", place);
  const auto asked = asked_of(fields.td[4], place);
  if (!asked) return tl::unexpected(asked.error());
  row.asked = *asked;
  const auto to_order = leading_number(fields.td[5].text());
  if (!to_order) return torn("the amount that was ordered cannot be read", place);
  row.units_to_order = *to_order;
  row.package = package_in(fields.td[6]);
  const Element input = input_named(fields.td[6], "[units_received]");
  if (!input) return torn("the field of what was received is missing", place);
  row.units = read_unit_facts(input);
  const auto received = trimmed(input.attribute("value").value_or(std::string_view{}));
  if (!received.empty()) {
    row.units_received = read_shown(received);
    if (!row.units_received) return torn("what was received cannot be read", place);
  }
  return row;
}

domain::Result<ReceivePage> read_receive_page(GuardedPage guarded) {
  const auto html = Html::parse(guarded.html);
  if (!html) return tl::unexpected(html.error());
  Element table;
  for (Element e = html->root(); e && !table; e = e.after(html->root()))
    if (e.is("table") && e.id() == "order_articles") table = e;
  if (!table) return torn("the table of articles is missing", "receive");
  ReceivePage page;
  const auto order = order_of(table);
  if (!order) return torn("the form does not tell the order", place_of(table, "receive"));
  page.order.value = *order;
  std::unordered_set<std::int64_t> seen;
  for (Element part = table.first(); part; part = part.next()) {
    if (!part.is("tbody")) continue;
    for (Element tr = part.first(); tr; tr = tr.next()) {
      if (!tr.is("tr")) continue;
      auto row = read_receive_row(tr, page.series);
      if (!row) return tl::unexpected(row.error());
      if (!seen.insert(row->id.value).second)
        return torn("one article stands twice",
                    place_of(tr, "order article " + std::to_string(row->id.value)));
      page.rows.push_back(std::move(*row));
    }
  }
  page.units = UnitsData(std::move(guarded.units));
  return page;
}

}  // namespace server
