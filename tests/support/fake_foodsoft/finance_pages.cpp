// The treasurer's pages that a client reads: balancing and its row, what settling would charge
// (foodsoft.md 14.5).
#include <fmt/format.h>

#include <algorithm>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

bool settled(const Look& look, const Article& article) {
  return look.coop.orders.at(article.order).state == State::closed;
}

// How many came, in billing units, and the unit behind it.
std::string amount_field(const Look& look, const Article& article) {
  const Decimal units = units_of(article);
  const PackageText package = package_text(look.coop, article.units, look.lang);
  const bool boxed_five = !look.four() && package.in_box;
  const std::string text = boxed_five ? unit_label(article.units.billing, look.lang) : package.text;
  const Decimal shown =
      look.four() ? units
                  : convert(article.units, units, article.units.supplier, article.units.billing);
  const std::string many = look.four() ? shown.text() : shown.fraction_text();
  std::string title = many;
  if (!units.zero()) title += " " + text;
  const std::string mark =
      package.in_box ? fmt::format("<i class=\"package \">{}</i>", text) : text;
  return fmt::format("<td title='{} Ordered'>\n{}\n{}\n</td>\n", escaped(title), many, mark);
}

std::string price_field(const Look& look, const Article& article, const Decimal& price) {
  const Decimal units = units_of(article) * Decimal(look.four() ? article.units.box : 1);
  return fmt::format("<td>\n{}\n/\n{}\n</td>\n", price.fixed(2), (units * price).fixed(2));
}

std::string article_fields(const Look& look, const Article& article) {
  const std::string unit =
      look.four() ? article.units.text : unit_text(article.units, article.units.billing, look.lang);
  std::string out = fmt::format(
      "<td class='closed name'>\n<a data-toggle-this=\"#group_order_articles_{}\" "
      "href=\"#\">{}</a>\n</td>\n<td>{}</td>\n",
      article.id, escaped(article.name), escaped(article.number));
  out += amount_field(look, article) + fmt::format("<td>{}</td>\n", escaped(unit));
  out +=
      price_field(look, article, article.price) + price_field(look, article, gross_price(article));
  out += fmt::format("<td>{}%</td>\n<td>{}</td>\n", article.tax.fraction_text(),
                     article.deposit.zero() ? "" : article.deposit.fixed(2));
  if (settled(look, article)) return out + "<td></td>\n<td></td>\n";
  const auto small = look.by("btn-mini", "btn-xs");
  const std::string path =
      fmt::format("{}/orders/{}/order_articles/{}", look.root, article.order, article.id);
  return out + fmt::format(R"(<td>
<a class="btn {0}{1}" data-remote="true" href="{2}/edit">Edit</a>
</td>
<td>
<a data-confirm="Are you sure?" class="btn btn-danger {1}" data-remote="true" rel="nofollow" data-method="delete" href="{2}">Delete</a>
</td>
)",
                           look.by("", "btn-default "), small, path);
}

std::string cell_row(const Look& look, const Cell& cell) {
  std::string remove;
  if (order_of(look.coop, cell).state != State::closed)
    remove = fmt::format(
        "<a class=\"btn {} btn-danger\" data-remote=\"true\" rel=\"nofollow\" "
        "data-method=\"delete\" href=\"{}/group_order_articles/{}\">Delete</a>\n",
        look.by("btn-mini", "btn-xs"), look.root, cell.id);
  return fmt::format(R"(<tr class='group_order_article' id='group_order_article_{}'>
<td></td>
<td style='width:50%'>
{}
</td>
<td class='center'>{}</td>
<td class='numeric'>{}</td>
<td class='actions' style='width:1em'>
{}</td>
<td></td>
</tr>
)",
                     cell.id,
                     escaped(group_name(look.coop, look.coop.group_orders.at(cell.group_order))),
                     result_field(look, cell), look.money(cell_price(look.coop, cell)), remove);
}

std::string article_cells(const Look& look, const Article& article) {
  std::string add;
  if (!settled(look, article))
    add = fmt::format(
        "<a class=\"btn {}\" data-remote=\"true\" "
        "href=\"{}/group_order_articles/new?order_article_id={}\">Add group</a>\n",
        look.by("btn-mini", "btn-default btn-xs"), look.root, article.id);
  std::string out = fmt::format(R"(<td colspan='7'>
<table class='table table-striped'>
<thead>
<tr>
<td></td>
<td style='width:8em'>Ordergroup</td>
<td class='center'>
<acronym title='Number of articles that (will be) received by member'>{}</acronym>
</td>
<td>Total costs</td>
<td colspan='3' style='width:14em'>
{}</td>
</tr>
</thead>
<tbody>
)",
                                look.say("Received"), add);
  Decimal count, price;
  for (const Cell* cell : cells_of_article(look.coop, article.id)) {
    const Decimal result = effective_result(look.coop, *cell);
    count = count + result;
    price = price + cell_price(look.coop, *cell);
    if (result > Decimal(0)) out += cell_row(look, *cell);
  }
  const Decimal shown = in_billing_unit(look.coop, article.units, count);
  return out + fmt::format(R"(</tbody>
<tfoot>
<tr>
<td></td>
<td style='width:8em'>Sum (FC-price)</td>
<td class='center'>{}</td>
<td class='numeric'>{}</td>
<td colspan='3'></td>
</tr>
</tfoot>
</table>
</td>
)",
                           number(shown, 3, look.lang), look.money(price));
}

}  // namespace

std::string article_row_js(const Look& look, const Article& article) {
  std::string out = fmt::format(
      "// Handle more advanced DOM update after AJAX database manipulation.\n// See "
      "publish/subscribe design pattern in /doc.\n(function(w) {{\n  "
      "$('#order_article_{0}').html(\n    '{1}'\n  );\n{2}\n  "
      "$('#group_order_articles_{0}').html(\n    '{3}'\n  );\n{2}\n  "
      "$('#summaryChangedWarning').show();\n",
      article.id, js_escaped(article_fields(look, article)), look.by("  ", ""),
      js_escaped(article_cells(look, article)));
  if (!look.four())
    out += fmt::format(R"(
  $('#group_order_articles_{} *[name="group_order_article[result]"]').each((_, field) => $(field).unitConversionField({{
    units: unitsData,
    popoverTemplate$: $('#unit_conversion_popover_content_template'),
    useTargetUnitForStep: false
  }}));
)",
                       article.id);
  return out + "})(window);\n\n";
}

std::string balancing_page(const Look& look, const Order& order) {
  auto articles = articles_of(look.coop, order.id);
  std::stable_sort(articles.begin(), articles.end(), [](const Article* a, const Article* b) {
    return is_ordered(*a) != is_ordered(*b) ? is_ordered(*a) : folded(a->name) < folded(b->name);
  });
  std::string body =
      "\n<section id='results'>\n<table class='ordered-articles table table-striped'>\n<tbody "
      "class='list' id='result_table'>\n";
  for (const Article* article : articles)
    body += fmt::format(
        "<tr class='order_article' id='order_article_{0}'>\n{1}\n</tr>\n<tr class='results' "
        "id='group_order_articles_{0}' style='display:none'>\n{2}\n</tr>\n\n",
        article->id, article_fields(look, *article), article_cells(look, *article));
  body += "</tbody>\n</table>\n\n</section>\n<div id='comments'>\n" +
          comments_list(look, order.id) + "</div>\n";
  const std::string heading = "Accounting " + supplier_name(look.coop, order);
  return framed(look, {.title = heading, .heading = heading, .units = true}, body);
}

std::string confirm_page(const Look& look, const Order& order) {
  std::string body = fmt::format(
      R"(<form action="{}/finance/balancing/{}/close" accept-charset="UTF-8" method="post"><input type="hidden" name="authenticity_token" value="{}" autocomplete="off" />
<p>When the order is settled, all group accounts will be updated.<br />The accounts will be charged as follows:</p>
<table class='table table-striped' style='width:35em'>
)",
      look.root, order.id, look.token);
  std::size_t place = 0;
  for (const GroupOrder* group : groups_of(look.coop, order.id)) {
    if (!group->ordergroup) continue;  // the stock's own is charged to nobody
    body += fmt::format("<tr class='{}'>\n<td>{}</td>\n<td class='numeric'>{}</td>\n</tr>\n",
                        place++ % 2 == 0 ? "even" : "odd", escaped(group_name(look.coop, *group)),
                        look.money(group->price + group->transport));
  }
  body += fmt::format(R"(</table>
<div{}>
<input type="submit" name="commit" value="Settle" class="btn btn-primary" data-disable-with="Settle" />
<a href="{}/finance/balancing/new?order_id={}">or back to accounting</a>
</div>
</form>


)",
                      look.by(" class='form-actions'", ""), look.root, order.id);
  return framed(look, {}, body);
}

std::string order_js(const Look& look, const Order& order, View view) {
  const char* name = view == View::groups ? "groups" : view == View::articles ? "articles" : "";
  constexpr const char* converting = R"($('*[name="group_order_article[result]"]').each(function() {
  $(this).unitConversionField({
    units: unitsData,
    popoverTemplate$: $('#unit_conversion_popover_content_template'),
    useTargetUnitForStep: false
  });
});
)";
  return fmt::format(
      "$('#articles_table').html('{}');\n{}\n$('.view_buttons a').each(function() {{\n  "
      "$(this).toggleClass('active', $(this).attr('id') == 'view_{}_btn');\n}});\n\n"
      "activate_search('{}', 'Search for articles...');\n",
      js_escaped(order_table(look, order, view)), look.by("", converting), name, name);
}

}  // namespace fake
