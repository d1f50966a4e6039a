// Every ordergroup with its id: the accounts with their balances, and the form that adds one to an
// article (foodsoft.md 3.8).
#include <fmt/format.h>

#include <algorithm>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

std::vector<const Ordergroup*> undeleted(const Coop& coop, bool by_name) {
  std::vector<const Ordergroup*> groups;
  for (const auto& [id, group] : coop.ordergroups)
    if (!group.deleted) groups.push_back(&group);
  if (by_name)
    std::stable_sort(groups.begin(), groups.end(), [](const Ordergroup* a, const Ordergroup* b) {
      return folded(a->name) < folded(b->name);
    });
  return groups;
}

// "amout" is the real page's own word.
std::string amount(const Look& look, const Decimal& value) {
  return fmt::format("<span class=\"{}\">{}</span>",
                     value.negative() ? "negative_amout" : "positive_amount", look.money(value));
}

std::string accounts_head(const Look& look) {
  std::string out = fmt::format(
      R"(<div class='well well-small'>
<form data-submit-onchange="true" class="{}" action="{}/finance/ordergroups" accept-charset="UTF-8" data-remote="true" method="get">
<input type="text" name="query" id="query" class="{}" placeholder="Search ..." />
</form>

</div>
<div id='ordergroupsTable'>
<div class="btn-group{} pull-right">)",
      look.by("form-search", "form-inline"), look.root,
      look.by("input-medium search-query", "form-control search-query"),
      look.by("", " btn-group-sm"));
  for (const char* count : {"20", "50", "100", "500"})
    out += fmt::format(
        R"(<a class="{0}{1}" data-remote="true" href="{2}/finance/ordergroups?per_page={3}">{3}</a>)",
        look.by("btn", "btn btn-default"), std::string_view(count) == "500" ? " disabled" : "",
        look.root, count);
  out += "</div>\n\n<table class='table table-striped'>\n<thead>\n<tr>\n";
  const auto head = [&](std::string_view classes, std::string_view name, std::string_view key) {
    out += fmt::format(
        R"(<th{0}><a title="Sort by {1}" data-remote="true" href="{2}/finance/ordergroups?per_page=500&amp;sort={3}">{1}</a></th>
)",
        classes, name, look.root, key);
  };
  head("", "Name", "name");
  out += "<th>Contact</th>\n";
  head(" class='numeric'", "Foodsoft", "sum_of_class_2");
  head(" class='numeric'", "Standard", "sum_of_class_1");
  return out + "<th></th>\n</tr>\n</thead>\n<tbody>\n";
}

}  // namespace

std::string ordergroups_page(const Look& look) {
  std::string body = accounts_head(look);
  const auto small = look.by("btn btn-mini", "btn btn-default btn-xs");
  Decimal sum;
  for (const Ordergroup* group : undeleted(look.coop, true)) {
    sum = sum + group->balance;
    body += fmt::format(R"(<tr>
<td>{0}</td>
<td> ()</td>
<td class='numeric'>
{1}
</td>
<td class='numeric'>
{2}
</td>
<td>
<a class="{3}" href="{4}/finance/ordergroups/{5}/financial_transactions/new">New transaction</a>
<a class="{3}" href="{4}/finance/ordergroups/{5}/financial_transactions">Account statement</a>
</td>
</tr>
)",
                        escaped(group->name), amount(look, 0), amount(look, group->balance), small,
                        look.root, group->id);
  }
  body += fmt::format(R"(</tbody>
<thead>
<tr>
<th><span class="translation_missing" title="translation missing: en.Total">Total</span></th>
<th></th>
<th class='numeric' id='total_balance2'>{0}</th>
<th class='numeric' id='total_balance1'>{1}</th>
<th class='numeric' id='total_balance_sum'>
{1}
</th>
</tr>
</thead>
</table>

</div>

)",
                      amount(look, 0), amount(look, sum));
  const std::string toolbar = fmt::format(
      R"(<a class="{0}" href="{1}/finance/transactions">All transactions</a>
<a class="btn btn-primary" href="{1}/finance/transactions/new_collection">Add new transactions</a>
)",
      look.by("btn", "btn btn-default"), look.root);
  return framed(look,
                {.title = "Manage accounts",
                 .toolbar = toolbar,
                 .heading = "Manage accounts",
                 .here = "/finance/ordergroups"},
                body);
}

std::string new_cell_js(const Look& look, const Article& article) {
  std::string options;
  for (const Ordergroup* group : undeleted(look.coop, !look.four()))
    options += fmt::format("\n<option value=\"{}\">{}</option>", group->id, escaped(group->name));
  const std::string begin = fmt::format(
      R"(<form class="simple_form form-horizontal new_group_order_article" id="new_group_order_article" action="{}/group_order_articles" accept-charset="UTF-8" data-remote="true" method="post"><input autocomplete="off" type="hidden" value="{}" name="group_order_article[order_article_id]" id="group_order_article_order_article_id" />
{}<div class='modal-header'>
<button type="button" class="close{}" data-dismiss="modal">&times;</button>
<h3{}>Change amount for {}</h3>
</div>
<div class='modal-body'>
)",
      look.root, article.id,
      look.by("", "<div class='modal-dialog'>\n<div class='modal-content'>\n"),
      look.by("", " mt-1"), look.by("", " class='modal-title'"), escaped(article.name));
  const std::string fields = fmt::format(
      R"(<div class="{0} select optional group_order_article_ordergroup_id"><label class="{1}select optional control-label" for="group_order_article_ordergroup_id">Ordergroup</label><div class="{2}"><select class="{3}select optional" name="group_order_article[ordergroup_id]" id="group_order_article_ordergroup_id"><option value="" label=" "></option>{4}</select></div></div>
<div class="{0} decimal optional group_order_article_result"><label class="{1}decimal optional control-label" for="group_order_article_result">Amount</label><div class="{2}"><input class="{3}numeric decimal optional" type="number" step="any" value="0" name="group_order_article[result]" id="group_order_article_result" /><p class="help-block">Unit: {5}</p></div></div>
</div>
<div class='modal-footer'>
<a class="{6}" data-dismiss="modal" href="#">Close</a>
<input type="submit" name="commit" value="Save" class="btn btn-primary" data-disable-with="Save" />
</div>
{7}</form>)",
      look.by("control-group", "form-group"), look.by("", "col-sm-3 control-label "),
      look.by("controls", "col-sm-9"), look.by("", "form-control "), options,
      escaped(look.four() ? article.units.text
                          : unit_text(article.units, article.units.group, look.lang)),
      look.by("btn", "btn btn-default"), look.by("", "</div>\n</div>\n"));
  return fmt::format("$('#modalContainer').html('{}');\n$('#modalContainer').modal();\n",
                     js_escaped(begin + fields));
}

}  // namespace fake
