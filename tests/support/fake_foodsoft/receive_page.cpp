// The receive page, its rows, and the row alone as a script.
#include <fmt/format.h>

#include <algorithm>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

constexpr const char* locked_title =
    "The distribution of this article among the ordergroups was changed manually. This field is "
    "locked to protect those changes. To redistribute and overwrite those changes, press the "
    "unlock "
    "button and change the amount.";

// Somebody's hand was on a cell.
bool is_locked(const Coop& coop, int article) {
  const auto cells = cells_of_article(coop, article);
  return std::any_of(cells.begin(), cells.end(),
                     [](const Cell* cell) { return cell->result != cell->computed; });
}

std::string amount(const Look& look, const Decimal& value) {
  return look.four() ? value.text() : value.fraction_text();
}

std::string input(const Look& look, const Article& article, bool locked) {
  const bool in_box = package_text(look.coop, article.units, look.lang).in_box;
  const bool custom = article.units.supplier.empty();
  const Decimal expected = look.four() ? article.units_to_order
                                       : convert(article.units, article.units_to_order,
                                                 article.units.supplier, article.units.billing);
  std::string facts = fmt::format(" data-units-expected=\"{}\"", expected.fraction_text());
  if (!look.four()) {
    if (!custom) facts += fmt::format(" data-billing-unit=\"{}\"", article.units.billing);
    facts += unit_attributes(article.units);
  }
  const std::string value =
      article.units_received ? fmt::format(" value=\"{}\"", article.units_received->fraction_text())
                             : "";
  return fmt::format(
      R"(<input class="{0}"{1}{2} autocomplete="off" type="text"{3} name="order_articles[{4}][units_received]" id="order_articles_{4}_units_received" />)",
      look.four()
          ? (in_box ? "input input-nano units_received package" : "input input-nano units_received")
          : "form-control numeric units_received",
      facts, locked ? " disabled=\"disabled\"" : "", value, article.id);
}

std::string field(const Look& look, const Article& article) {
  const bool locked = is_locked(look.coop, article.id);
  const std::string own = input(look, article, locked);
  if (look.four())
    return locked
               ? fmt::format(
                     R"(<span class="input-prepend intable" title="{}"><button name="button" type="button" class="btn unlocker"><i class="icon icon-unlock"></i></button>{}</span>)",
                     locked_title, own)
               : own;
  const std::string lock =
      locked
          ? fmt::format(
                R"(<span class="input-group-btn" title="{}"><button name="button" type="button" class="btn btn-default unlocker"><i class="glyphicon glyphicon-lock"></i></button></span>)",
                locked_title)
          : "";
  return fmt::format(R"(<div class="input-group">{}{}</div>)", lock, own);
}

// What stands behind the field: the unit it counts.
std::string field_unit(const Look& look, const Article& article) {
  const PackageText package = package_text(look.coop, article.units, look.lang);
  if (!package.in_box) return package.text;
  const std::string text =
      look.four() ? package.text : unit_label(article.units.billing, look.lang);
  return fmt::format(R"(<span class="package "><span class="{}">{}</span></span>)",
                     look.by("hidden-phone", "hidden-xs"), text);
}

std::string title(const Article& article) {
  std::string out;
  if (!article.manufacturer.empty()) out = "Manufacturer: " + article.manufacturer;
  if (!article.note.empty()) out += (out.empty() ? "Note: " : "\nNote: ") + article.note;
  return out.empty() ? "" : fmt::format(" title='{}'", escaped(out));
}

Decimal net_price_of_one(const Look& look, const Article& article) {
  if (look.four() || article.units.supplier.empty()) return article.price;
  return article.price / convert(article.units, 1, article.units.supplier, article.units.group);
}

std::string form_foot(const Look& look, const Order& order) {
  const std::string options =
      R"(<label class="checkbox inline" for="rest_to_tolerance"><input type="checkbox" name="rest_to_tolerance" id="rest_to_tolerance" value="1" checked="checked" />
consider tolerance
</label>{}<label class="checkbox inline" for="rest_to_stock"><input type="checkbox" name="rest_to_stock" id="rest_to_stock" value="1" disabled="disabled" />
<span style='color: grey'>rest to stock</span>
</label></div>
<div class='pull-right'>
<input type="submit" name="commit" value="Receive order" class="btn btn-primary" data-disable-with="Receive order" />
<a href="{}/orders/{}">or cancel</a>
</div>
)";
  const std::string four =
      "<div class='form-actions'>\n<div class='pull-left'>\n<b class='checkbox "
      "inline'>\nDistribution options:\n</b>\n";
  const std::string five =
      "<div class='d-flex align-items-center'>\n<b class='checkbox col-md-2'>\nDistribution "
      "options:\n</b>\n<div class='col-md-1'></div>\n";
  return (look.four() ? four : five) +
         fmt::format(fmt::runtime(options), look.by("", "<div class='col-md-1'></div>\n"),
                     look.root, order.id) +
         (look.four() ? "</div>\n" : "") + "</form>\n\n" +
         fmt::format("<p><a href=\"#\"><i class=\"{}\"></i></a></p>\n\n",
                     look.by("icon-arrow-up icon-large", "glyphicon glyphicon-arrow-up"));
}

constexpr const char* table_head =
    R"(<table class='ordered-articles table table-striped stupidtable' id='order_articles' style='margin-bottom: 0'>
<thead>
<tr>
<th class='sort' data-sort='string'><abbr title='Order number'>Nr.</abbr></th>
<th class='sort' data-sort='string'>Name</th>
<th class='sort' data-sort='string'>Unit</th>
<th>Price (net)</th>
<th><abbr title='Desired amount'>Desired</abbr></th>
<th><abbr title='Ordered units'>Ordered</abbr></th>
<th><abbr title='Received units'>Received</abbr></th>
<th></th>
<th>Actions</th>
</tr>
</thead>
<tbody id='result_table'>
)";

constexpr auto table_foot = R"(</tbody>
<tfoot>
<tr>
<th colspan='6'>
<select id='add_article' style='width: 500px;'>
{}</select>
</th>
<th colspan='4'>
<button class='btn' id='set_all_to_zero' type='button'>
Set all to zero
</button>
</th>
</tr>
</tfoot>
)";

constexpr const char* converter = R"(<template id='unit_conversion_popover_content_template'>
<div class='popover_contents text-right' data-disabled-title='Unit cannot be converted' data-title='Convert units'>
<div class='d-flex'>
<select class='unit mr-1' data-ignore-onchange></select>
<input class='quantity numeric' min='0' type='number'>
</div>
<div class='conversion-result mt-1 mb-1'></div>
<input class='cancel btn' type='button' value='Cancel'>
<input class='apply btn btn-primary' type='button' value='Apply'>
</div>
</template>

)";

}  // namespace

std::string receive_row(const Look& look, const Article& article, int place, bool edit) {
  const Units& units = article.units;
  const std::string unit = look.four() ? units.text : unit_text(units, units.group, look.lang);
  std::string link;
  if (edit && look.user->finance)
    link = fmt::format(
        "<a class=\"btn {}\" data-remote=\"true\" "
        "href=\"{}/orders/{}/order_articles/{}/edit?without_units=true\">{}</a>\n",
        look.by("btn-small", "btn-sm"), look.root, article.order, article.id, look.say("Edit"));
  return fmt::format(
      R"(<tr class='order-article {0}{1}' id='order_article_{2}' valign='top'>
<td>{3}</td>
<td class='name'{4}>{5}</td>
<td class='unit'>{6}</td>
<td class='{7}'>
{8}

</td>
<td>{9} + {10}</td>
<td>
{11}
{12}
</td>
<td class='units_received_cell'>
{13}
{14}
<!-- TODO add almost invisible text_field for entering single units -->
</td>
<td class='units_delta'></td>
<td>
{15}</td>
</tr>
)",
      place % 2 == 0 ? "even" : "odd", article.units_to_order.zero() ? " unavailable" : "",
      article.id, escaped(article.number), title(article), escaped(article.name), escaped(unit),
      look.by("article_price", "article_version"), look.money(net_price_of_one(look, article)),
      amount(look, article.quantity), amount(look, article.tolerance),
      amount(look, article.units_to_order), package_mark(look, article), field(look, article),
      field_unit(look, article), link);
}

std::string receive_page(const Look& look, const Order& order) {
  const std::string heading = "Receiving " + supplier_name(look.coop, order);
  std::string body = fmt::format(
      R"(<p>If the ordered and received amount are the same, the corresponding fields can be empty. It's still good practice to enter all fields, since this provides an easy way to verify that all articles have been checked.</p>
<form action="{}/orders/{}/receive" accept-charset="UTF-8" method="post"><input type="hidden" name="authenticity_token" value="{}" autocomplete="off" />
<fieldset id='results'>
)",
      look.root, order.id, look.token);
  if (!look.four()) body += converter;
  body += table_head;
  auto articles = articles_of(look.coop, order.id);
  std::stable_sort(articles.begin(), articles.end(),
                   [](const Article* a, const Article* b) { return a->number < b->number; });
  int place = 0;
  for (const Article* article : articles) body += receive_row(look, *article, place++, true) + "\n";
  body += fmt::format(table_foot, look.by("<option id='add_article_' value=''></option>\n", ""));
  body += "</table>\n\n</fieldset>\n" + form_foot(look, order);
  return framed(look,
                {.title = heading,
                 .heading = heading,
                 .scripts_before = look.four() ? 3 : 2,
                 .scripts_after = look.four() ? 0 : 1,
                 .units = true},
                body);
}

std::string receive_row_js(const Look& look, const Article& article) {
  const std::string begin =
      "// Handle more advanced DOM update after AJAX database manipulation.\n// See "
      "publish/subscribe design pattern in /doc.\n(function(w) {\n";
  const std::string row = js_escaped(receive_row(look, article, 0, false));
  if (!look.four())
    return begin + fmt::format(
                       "  $('table#order_articles').parents('form').receiveOrderForm('replace', "
                       "{{\n    id: {},\n    newEntry: $('{}')\n  }});\n}})(window);\n\n",
                       article.id, row);
  const PackageText package = package_text(look.coop, article.units, look.lang);
  const std::string mark =
      package.in_box ? fmt::format("<span class=\\\"package \\\">{}<\\/span>", package.text) : "";
  return begin + fmt::format(R"(  // get old element and update the cell which is reused
  var old_order_article_entry = $('#order_article_{0}');
  
  // update package info after input
  $('td.units_received_cell span.package', old_order_article_entry).remove();
  $('{1}')
    .appendTo($('td.units_received_cell', old_order_article_entry));

  // update package icon on input too
  $('input', old_order_article_entry).toggleClass('package', {2});

  // update expected units, since unit_quantity may have been changed
  $('input', old_order_article_entry).data('units-expected', {3});
  
  // render new element and inject dynamic cell
  var new_order_article_entry = $(
    '{4}'
  );
  
  $('td.units_received_cell', new_order_article_entry).replaceWith(
    $('td.units_received_cell', old_order_article_entry)
  );
  
  // finally replace the OrderArticle entry
  old_order_article_entry.replaceWith(new_order_article_entry);
  
  update_delta($('input.units_received', new_order_article_entry));
}})(window);

)",
                             article.id, mark, package.in_box,
                             article.units_to_order.fraction_text(), row);
}

}  // namespace fake
