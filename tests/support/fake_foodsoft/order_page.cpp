// An order's page: its head with the links that tell the state, one of three tables, the comments.
#include <fmt/format.h>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/pricing.hpp"

namespace fake {
namespace {

// The popover of 5.x that converts units.
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

std::string state_word(const Look& look, State state) {
  constexpr const char* words[] = {"Open", "Closed", "Received", "Settled"};
  return look.say(words[static_cast<int>(state)]);
}

std::string toolbar(const Look& look, const Order& order) {
  std::string out = fmt::format(
      R"(<a class="{}" title="send message" href="{}/messages/new?message%5Border_id%5D={}"><i class="{}"></i></a>)",
      look.by("btn", "btn btn-default"), look.root, order.id,
      look.by("icon-envelope", "fa fa-envelope"));
  if (look.user->finance && order.supplier && order.state != State::open)
    out += fmt::format(
        R"(<a class="btn" href="{}/finance/invoices/new?order_id={}&amp;supplier_id={}">Add invoice</a>)",
        look.root, order.id, *order.supplier);
  return out;
}

std::string who_ordered(const Look& look, const Order& order) {
  std::string names;
  const auto groups = groups_of(look.coop, order.id);
  for (const GroupOrder* group : groups)
    names += (names.empty() ? "" : ", ") + escaped(group_name(look.coop, *group));
  const Sums sums = order_sums(look.coop, order.id);
  return fmt::format(
      R"(<abbr title="{}">{} Ordergroups</abbr> ordered {} articles, with a total value of {} / {} (net / gross).)",
      names, groups.size(), ordered_articles(look.coop, order.id), look.money(sums.net),
      look.money(sums.gross));
}

std::string about(const Look& look, const Order& order) {
  const std::string supplier =
      order.supplier ? fmt::format("<a href=\"{}/suppliers/{}\">{}</a>", look.root, *order.supplier,
                                   escaped(supplier_name(look.coop, order)))
                     : "Stock";
  const std::string pickup =
      order.pickup.empty() ? "" : " and can be picked up on " + date(order.pickup, look.lang);
  bool commented = false;
  for (const Comment& comment : look.coop.comments) commented |= comment.order == order.id;
  return fmt::format(
      R"(<div class="{}">
<button type="button" class="close{}" data-dismiss="alert">&times;</button><p>
{} order from {} opened by <a title="Write message" href="{}/messages/new?message%5Bmail_to%5D={}">{}</a>, open from {} until {}{}.<br>
{}{}</p>
</div>
)",
      look.by("well", "well alert"), look.by("", " mt-1"), state_word(look, order.state), supplier,
      look.root, order.created_by, escaped(look.coop.users.at(order.created_by).name),
      date(order.starts, look.lang), date(order.ends, look.lang), pickup, who_ordered(look, order),
      commented ? "<a href=\"#comments\">Comments</a>" : "");
}

std::string search_box(const Look& look) {
  return fmt::format(R"(<div class="well well-small">
<div class="btn-toolbar">
<div class="{}">
<div class="{}">
<input type="text" name="query" id="query" class="{}search-query delayed-search resettable" /><button class="{} reset-search" title="Reset search" type="button">
<i class="{}"></i>
</button>
</div>
</div>
</div>
)",
                     look.by("form-search pull-right", "pull-right"),
                     look.by("input-append", "input-group d-flex"), look.by("", "form-control "),
                     look.by("add-on btn", "btn"),
                     look.by("icon icon-remove", "glyphicon glyphicon-remove"));
}

std::string view_button(const Look& look, const Order& order, std::string_view name,
                        std::string_view text, bool active) {
  return fmt::format(
      R"(<a id="view_{0}_btn" class="{1}{2}" data-remote="true" href="{3}/orders/{4}?view={0}">{5}</a>)",
      name, look.by("btn", "btn btn-default"), active ? " active" : "", look.root, order.id, text);
}

std::string delete_link(const Look& look, const Order& order) {
  return fmt::format(
      R"(<a data-confirm="Do you really want to delete the order?" class="btn btn-danger" rel="nofollow" data-method="delete" href="{}/orders/{}">{}</a>)",
      look.root, order.id, look.say("Delete"));
}

std::string open_links(const Look& look, const Order& order) {
  const auto plain = look.by("btn", "btn btn-default");
  std::string out = fmt::format(
      "<a class=\"btn btn-success\" data-confirm=\"Do you really want to close the order "
      "{}?\nThere is no going back.\" rel=\"nofollow\" data-method=\"post\" "
      "href=\"{}/orders/{}/finish\">Close!</a>",
      escaped(supplier_name(look.coop, order)), look.root, order.id);
  if (order.supplier)
    out += fmt::format(
        R"(<a class="{}" href="{}/group_orders/new?order_id={}&amp;stock_order=true">Stock Order</a>)",
        plain, look.root, order.id);
  return out +
         fmt::format(R"(<a class="{}" href="{}/orders/{}/edit">Edit</a>)", plain, look.root,
                     order.id) +
         delete_link(look, order);
}

// Receive, account, delete: foodsoft.md 3.6 tells how they give the state away.
std::string finished_links(const Look& look, const Order& order) {
  std::string out;
  if (order.supplier) {
    out += fmt::format(
        R"(<a class="btn btn-primary" rel="nofollow" data-method="post" href="{}/orders/{}/send_result_to_supplier">Send to supplier</a>)",
        look.root, order.id);
    out += fmt::format(R"(<a class="btn {}" href="{}/orders/{}/receive">{}</a>)",
                       order.state == State::finished ? "btn-success " : "", look.root, order.id,
                       look.say("Receive"));
  }
  if (look.user->finance)
    out += fmt::format(
        R"(<a class="btn btn-primary" href="{}/finance/balancing/new?order_id={}">{}</a>)",
        look.root, order.id, look.say("accounting"));
  return out + delete_link(look, order);
}

std::string action_bar(const Look& look, const Order& order, View view) {
  std::string out =
      "<div class=\"btn-toolbar\">\n<div class=\"btn-group view_buttons\">\n" +
      view_button(look, order, "default", "Article overview", view == View::overview) +
      view_button(look, order, "groups", "Sorted in groups", view == View::groups) +
      view_button(look, order, "articles", "Sorted in articles", view == View::articles) +
      "\n</div>\n";
  if (order.state == State::open) return out + open_links(look, order) + "\n</div>\n</div>\n";
  out += downloads(look, order.id, look.by("btn ", "btn btn-default "));
  if (order.state != State::closed) out += finished_links(look, order);
  return out + "\n</div>\n</div>\n";
}

std::string comment_form(const Look& look, const Order& order) {
  const std::string field =
      R"(<textarea class="{}" rows="5"{} required="required" aria-required="true" name="order_comment[text]" id="order_comment_text">
</textarea></div>{}
)";
  std::string out = fmt::format(
      R"(<form class="simple_form {}" id="new_order_comment" action="{}/order_comments" accept-charset="UTF-8" data-remote="true" method="post"><input autocomplete="off" type="hidden" value="{}" name="order_comment[order_id]" id="order_comment_order_id" />
<input autocomplete="off" type="hidden" value="{}" name="order_comment[user_id]" id="order_comment_user_id" />
<div class="{} text required order_comment_text"><label class="{}text required control-label" for="order_comment_text"><abbr title="required">*</abbr> Add comment to this order ...</label>)",
      look.by("form-vertical", "form-horizontal new_order_comment"), look.root, order.id,
      look.user->id, look.by("control-group", "form-group"), look.by("", "control-label "));
  if (look.four()) out += "<div class=\"controls\">";
  out += fmt::format(fmt::runtime(field),
                     look.by("text required input-xlarge", "form-control text required col-md-3"),
                     look.by("", " cols=\"3\""), look.by("</div>", ""));
  out += fmt::format(
      R"(<input type="submit" name="commit" value="Create Order comment" class="{}" data-disable-with="Create Order comment" />
</form>)",
      look.by("btn", "btn btn-default"));
  return look.four() ? out + "</div>\n" : "<div class='col-md-3'>\n" + out + "</div>\n</div>\n";
}

}  // namespace

std::string downloads(const Look& look, int order, std::string_view button) {
  std::string out = fmt::format(R"(<div class='btn-group'>
<a class="{} dropdown-toggle" data-toggle="dropdown" href="#">Download
<span class='caret'></span>
</a><ul class='dropdown-menu'>
)",
                                button);
  const auto file = [&](std::string_view title, std::string_view end, std::string_view text) {
    out += fmt::format("<li><a title=\"{}\" href=\"{}/orders/{}.{}\">{}</a></li>\n", title,
                       look.root, order, end, text);
  };
  file("Create PDF", "pdf?document=groups", "Group PDF");
  file("Create PDF", "pdf?document=articles", "Article PDF");
  file("Create PDF", "pdf?document=matrix", "Matrix PDF");
  file("Create PDF", "pdf?document=fax", "Fax PDF");
  file("Download file", "txt", "Fax text");
  file("Download file", "csv", "Fax CSV");
  return out + "</ul>\n</div>\n";
}

std::string order_table(const Look& look, const Order& order, View view) {
  return view == View::groups     ? groups_table(look, order)
         : view == View::articles ? articles_table(look, order)
                                  : overview_table(look, order);
}

std::string order_page(const Look& look, const Order& order, View view) {
  const std::string title = look.say("Order") + ": " + supplier_name(look.coop, order);
  std::string body = look.four() ? "" : converter;
  body += about(look, order) + search_box(look) + action_bar(look, order, view);
  body += "<section id=\"articles_table\">\n" + order_table(look, order, view) + "</section>\n";
  body +=
      "<h2>Comments</h2>\n<div id=\"comments\">\n" + comments_list(look, order.id) + "\n</div>\n";
  body += "<div id=\"new_comment\">" + comment_form(look, order);
  body += fmt::format("<a href=\"#\"><i class=\"{}\"></i></a>\n",
                      look.by("icon-arrow-up icon-large", "glyphicon glyphicon-arrow-up"));
  return framed(look,
                {.title = title,
                 .toolbar = toolbar(look, order),
                 .heading = title,
                 .scripts_before = look.four() ? 3 : 1,
                 .scripts_after = look.four() ? 0 : 2,
                 .units = true},
                body);
}

}  // namespace fake
