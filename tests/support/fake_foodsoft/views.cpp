// The tables of view=groups and view=articles.
#include <fmt/format.h>

#include <algorithm>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

std::string shown_unit(const Look& look, const Article& article) {
  return look.four() ? article.units.text
                     : unit_text(article.units, article.units.billing, look.lang);
}

std::string asked_and_received(const Look& look) {
  return fmt::format(R"(<th class='center'>
<acronym title='Number of articles as ordered by member (amount + tolerance)'>{}</acronym>
</th>
<th class='center'>
<acronym title='Number of articles that (will be) received by member'>{}</acronym>
</th>
)",
                     look.say("Ordered"), look.say("Received"));
}

std::string groups_head(const Look& look) {
  return fmt::format(
      R"(<table class='table table-condensed table-hover list' id='articles_by_groups'>
<thead class='list-heading'>
<tr>
<th style='width:40%'>{}</th>
<th>{}</th>
{}<th class='symbol'></th>
<th><abbr title='Price including taxes, deposit and Foodcoop-charge.'>FC price</abbr></th>
<th class='symbol'></th>
<th>{}</th>
{}</tr>
</thead>
)",
      look.say("Name"), look.say("Unit"), asked_and_received(look), look.say("Total price"),
      look.by("<th></th>\n", ""));
}

const char* parity(std::size_t place) { return place % 2 == 0 ? "even" : "odd"; }

std::string group_row(const Look& look, const Cell& cell, std::size_t place) {
  const Article& article = look.coop.articles.at(cell.article);
  const Decimal price = cell_price(look.coop, cell);
  const bool none = effective_result(look.coop, cell).zero();
  std::string out = fmt::format(
      R"(<tr class='{}{}' id='goa_{}'>
<td class='name'>{}</td>
<td>{}</td>
<td class='center'>{}</td>
<td class='center input-delta'>{}</td>
<td class='symbol'>&times;</td>
<td>{}</td>
<td class='symbol'>=</td>
<td class='price' data-value='{}'>{}</td>
)",
      parity(place), none ? " unavailable" : "", cell.id, escaped(article.name),
      escaped(shown_unit(look, article)), asked_text(look, article, cell), result_field(look, cell),
      look.money(billing_price(look.coop, article)), price.fraction_text(), look.money(price));
  if (look.four()) out += "<td>" + package_mark(look, article) + "</td>\n";
  return out + "</tr>\n\n";
}

std::string sum_row(const Look& look, std::size_t place, std::string_view name,
                    std::string_view classes, const Decimal& sum) {
  return fmt::format(
      "<tr class='{}{}'>\n<th colspan='7'>{}</th>\n<th class='{}' colspan='2' "
      "data-value='{}'>{}</th>\n</tr>\n",
      look.by("", "order_sum_row "), parity(place), look.say(name), classes, sum.fraction_text(),
      look.money(sum));
}

std::string transport_row(const Look& look, std::size_t place, const Decimal& transport) {
  return fmt::format(
      "<tr class='{}'>\n<th colspan='7'>Transport</th>\n<th class='price_transport' colspan='2' "
      "data-value='{}'>{}</th>\n</tr>\n",
      parity(place), transport.fraction_text(), look.money(transport));
}

std::string group_body(const Look& look, const Order& order, const GroupOrder& group) {
  std::string out = fmt::format(R"(<tbody id='group_order_{}'>
<tr class='list-heading'>
<th colspan='9'>
<h4 class='name'>{}</h4>
</th>
</tr>
)",
                                group.id, escaped(group_name(look.coop, group)));
  Decimal sum;
  std::size_t place = 0;
  for (const Cell* cell : cells_of_group(look.coop, group.id)) {
    out += group_row(look, *cell, place++);
    sum = sum + cell_price(look.coop, *cell);
  }
  out += sum_row(look, place, "Order sum", "price_sum", sum);
  if (order.transport) {
    out += transport_row(look, place + 1, group.transport);
    out += sum_row(look, place + 2, "Total", "total", sum + group.transport);
  }
  return out + "<tr>\n<th colspan='9'></th>\n</tr>\n</tbody>\n\n";
}

std::string article_head(const Look& look, const Article& article) {
  const std::string price = look.money(billing_price(look.coop, article));
  const std::string unit = escaped(shown_unit(look, article));
  const std::string mark = package_mark(look, article);
  const std::string about =
      look.four() ? fmt::format("({}, {}\n{}\n)", unit, price, mark.empty() ? "" : ", " + mark)
                  : fmt::format("{}, {}", unit, price);
  return fmt::format(R"(<tbody id='oa_{}'>
<tr class='list-heading'><th colspan='4'>
<h4 class='name pull-left'>
{}
<small>
{}
</small>
</h4>
</th></tr>
)",
                     article.id, escaped(article.name), about);
}

std::string article_row(const Look& look, const Article& article, const Cell& cell) {
  const Decimal price = cell_price(look.coop, cell);
  const bool none = effective_result(look.coop, cell).zero();
  return fmt::format(R"(<tr{} id='goa_{}'>
<td style='width:70%'>{}</td>
<td class='center'>{}</td>
<td class='center input-delta'>{}</td>
<td class='price' data-value='{}'>{}</td>
</tr>

)",
                     none ? " class='unavailable'" : "", cell.id,
                     escaped(group_name(look.coop, look.coop.group_orders.at(cell.group_order))),
                     asked_text(look, article, cell), result_field(look, cell),
                     price.fraction_text(), look.money(price));
}

std::vector<const Cell*> by_group_name(const Look& look, int article) {
  auto cells = cells_of_article(look.coop, article);
  std::stable_sort(cells.begin(), cells.end(), [&](const Cell* a, const Cell* b) {
    const auto name = [&](const Cell* cell) {
      return folded(group_name(look.coop, look.coop.group_orders.at(cell->group_order)));
    };
    return name(a) < name(b);
  });
  return cells;
}

}  // namespace

std::string groups_table(const Look& look, const Order& order) {
  std::string out = groups_head(look);
  for (const GroupOrder* group : groups_by_name(look.coop, order.id))
    out += group_body(look, order, *group);
  return out + "</table>\n";
}

std::string articles_table(const Look& look, const Order& order) {
  std::string out = fmt::format(
      R"(<table class='table table-condensed table-hover list' id='articles_by_articles'>
<thead class='list-heading'>
<tr>
<th style='width:70%'>Ordergroup</th>
{}<th>{}</th>
</tr>
</thead>
)",
      asked_and_received(look), look.say("Total price"));
  for (const Article* article : articles_of(look.coop, order.id)) {
    if (!is_ordered(*article)) continue;
    out += article_head(look, *article);
    for (const Cell* cell : by_group_name(look, article->id))
      out += article_row(look, *article, *cell);
    out += "</tbody>\n\n<tr>\n<td colspan='4'></td>\n</tr>\n";
  }
  if (order.transport)
    for (const GroupOrder* group : groups_by_name(look.coop, order.id))
      out += fmt::format("<tbody>\n<tr>\n<td>{}</td>\n<td colspan='3'>{}</td>\n</tr>\n</tbody>\n",
                         escaped(group_name(look.coop, *group)), look.money(group->transport));
  return out + "</table>\n";
}

}  // namespace fake
