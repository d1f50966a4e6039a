// The pages before and right after the login.
#include <fmt/format.h>

#include "fake_foodsoft/look.hpp"

namespace fake {
namespace {

std::string old_fields() {
  return R"(<div class="control-group">
<label class="control-label" for="nick">
Email</label>
<div class="controls">
<input type="text" name="nick" id="nick" autocapitalize="off" autocorrect="off" />
</div>
</div>
<div class="control-group">
<label class="control-label" for="password">
Password</label>
<div class="controls">
<input type="password" name="password" id="password" autocapitalize="off" autocorrect="off" />
</div>
</div>
<div class="control-group">
<div class="controls">
)";
}

std::string new_fields() {
  return R"(<div class="form-group">
<label for="nick">
Email</label>
<input type="text" name="nick" id="nick" autocapitalize="off" autocorrect="off" class="form-control" />
</div>
<div class="form-group">
<label class="control-label" for="password">
Password</label>
<input type="password" name="password" id="password" autocapitalize="off" autocorrect="off" class="form-control" />
</div>
<div class="form-group">
)";
}

std::string login_form(const Look& look) {
  const std::string token = fmt::format(
      R"(action="{}/sessions" accept-charset="UTF-8" method="post"><input type="hidden" name="authenticity_token" value="{}" autocomplete="off" />)",
      look.root, look.token);
  const std::string rest = fmt::format(
      R"(<input type="submit" name="commit" value="Login" class="btn{}" data-disable-with="Login" /><a href="{}/login/forgot_password">Forgot password?</a>
</div>
)",
      look.by("", " btn-default mr-2"), look.root);
  if (look.four())
    return R"(<form class="form-horizontal" )" + token + old_fields() + rest + "</div>\n</form>\n";
  return "<div class=\"row\">\n<div class=\"col-sm-12\">\n<form " + token + new_fields() + rest +
         "</form></div>\n</div>\n\n";
}

std::string panel(const Look& look, std::string_view title, std::string_view entries) {
  (void)look;
  return fmt::format(R"(<div class="panel panel-default">
<div class="panel-heading">
<h3 class="panel-title">{}</h3>
</div>
<ul class="list-group">
{}
</ul>
</div>
)",
                     title, entries);
}

std::string entry(const Look& look, std::string_view path, std::string_view text) {
  return fmt::format(R"(<a class="list-group-item" href="{}{}">{}</a>)", look.root, path, text);
}

std::string old_home(const Look& look) {
  std::string out = fmt::format(R"(<div class='span3'>
<div class="well well-small">
<h3>Directly to ...</h3>
<ul class="nav nav-list">
<li class="nav-header">Foodcoop</li>
<li><a href="{0}/foodcoop/users">Members</a></li>
<li>
<a href="{0}/tasks/user">My tasks</a><li><a href="{0}/messages/new">Write message</a></li>
</li>
)",
                                look.root);
  if (look.user->orders)
    out += fmt::format(
        "<li class=\"nav-header\">Orders</li>\n<li><a href=\"{}/orders\">Close orders</a></li>\n",
        look.root);
  out += "<!-- / Articles -->\n<!-- / Finance -->\n";
  if (look.user->finance)
    out += fmt::format(
        "<li class=\"nav-header\">Finances</li>\n<li><a "
        "href=\"{0}/finance/transactions/new_collection\">Update accounts</a></li>\n<li><a "
        "href=\"{0}/finance\">Account orders</a></li>\n",
        look.root);
  return out + "<!-- / Administration -->\n</ul>\n</div>\n\n</div>\n<div class='span9'>\n";
}

std::string new_home(const Look& look) {
  std::string out =
      "<div class='col-md-3'>\n<div>\n<h3>Directly to ...</h3>\n" +
      panel(look, "Foodcoop",
            entry(look, "/foodcoop/users", "Members") + entry(look, "/tasks/user", "My tasks") +
                entry(look, "/messages/new", "Write message"));
  if (look.user->orders) out += panel(look, "Orders", entry(look, "/orders", "Close orders"));
  out += "<!-- / Articles -->\n<!-- / Finance -->\n";
  if (look.user->finance)
    out += panel(look, "Finances",
                 entry(look, "/finance/transactions/new_collection", "Update accounts") +
                     entry(look, "/finance", "Account orders"));
  return out + "<!-- / Administration -->\n</div>\n\n</div>\n<div class='col-md-9'>\n";
}

}  // namespace

std::string login_page(const Look& look) {
  const std::string failed =
      look.flash.empty()
          ? ""
          : fmt::format(
                R"(<div class="alert fade in {}"><button class="close" data-dismiss="alert">&times;</button>{}</div>)",
                look.by("alert-error", "alert-danger"), escaped(look.flash));
  return framed_outside(look, "Foodsoft login",
                        fmt::format(R"({}
<div class='page-header'>
<h1>Foodsoft login</h1>
</div>
<div class="lead">{}</div>
<noscript>
<div class="alert {}">
Attention, cookies and javascript have to be activated! Please switch off &lt;a href=&quot;http://noscript.net/&quot;&gt;NoScript&lt;/a&gt;.
</div>
</noscript>{})",
                                    failed, escaped(look.coop.name),
                                    look.by("alert-error", "alert-danger"), login_form(look)));
}

std::string home_page(const Look& look) {
  const std::string body = (look.four() ? old_home(look) : new_home(look)) + flash_box(look) +
                           "\n<!-- / Stats -->\n\n</div>\n</div>\n";
  return framed(look, {.title = "Homepage", .home = true}, body);
}

}  // namespace fake
