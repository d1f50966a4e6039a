// Head, navigation and foot of every page.
#include <fmt/format.h>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

std::string head(const Look& look, const std::string& title) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang='{}'>
<head>
<meta charset='utf-8'>
<meta content='IE=Edge,chrome=1' http-equiv='X-UA-Compatible'>
<meta content='width=device-width, initial-scale=1.0' name='viewport'>
<title>Foodsoft - {}</title>
<meta name="csrf-param" content="authenticity_token" />
<meta name="csrf-token" content="{}" />
<!-- /%link(href="images/favicon.ico" rel="shortcut icon") -->


</head>
<body>
)",
                     code_of(look.lang), escaped(title), look.token);
}

std::string link(const Look& look, std::string_view path, std::string_view text) {
  return fmt::format(R"(<li><a href="{}{}">{}</a></li>)", look.root, path, text);
}

// An entry of the navigation, marked where it leads to this page.
std::string entry(const Look& look, const Frame& frame, std::string_view path,
                  std::string_view text) {
  if (frame.here != path) return link(look, path, text);
  return fmt::format(
      R"(<li class="active simple-navigation-active-leaf"><a {} href="{}{}">{}</a></li>)",
      look.by(R"(class="active")", R"(aria-current="page")"), look.root, path, text);
}

std::string menu(std::string_view name, const std::string& entries, std::string_view active = "",
                 std::string_view active_link = "") {
  return fmt::format(
      R"(<li class="{}dropdown"><a class="dropdown-toggle{}" data-toggle="dropdown" data-target="#" href="#">{} <b class="caret"></b></a><ul class="dropdown-menu">{}</ul></li>)",
      active, active_link, name, entries);
}

std::string menus(const Look& look, const Frame& frame) {
  std::string out =
      frame.home
          ? fmt::format(
                R"(<li class="active simple-navigation-active-leaf"><a {} href="{}#">Dashboard</a></li>)",
                look.by(R"(class="active")", R"(aria-current="page")"), look.root)
          : fmt::format(R"(<li><a href="{}#">Dashboard</a></li>)", look.root);
  out += menu("Foodcoop", link(look, "/foodcoop/users", "Members") +
                              link(look, "/foodcoop/workgroups", "Workgroups") +
                              link(look, "/foodcoop/ordergroups", "Ordergroups") +
                              link(look, "/message_threads", "Messages") +
                              link(look, "/tasks", "Tasks"));
  out += menu("Wiki", link(look, "/wiki", "Home") + link(look, "/pages/all", "All Pages"));
  std::string orders = link(look, "/group_orders", "Place order!") +
                       link(look, "/group_orders/archive", "My Orders");
  if (look.user->orders) orders += entry(look, frame, "/orders", "Manage orders");
  if (look.user->pickups) orders += entry(look, frame, "/pickups", "Pickup days");
  const bool here = frame.here == "/orders" || frame.here == "/pickups";
  out += menu("Orders", orders, here ? "active " : "", here ? look.by(" active", "") : "");
  if (look.user->finance) {
    const bool money = frame.here.rfind("/finance/", 0) == 0;
    out += menu("Finances",
                link(look, "/finance", "Overview") +
                    link(look, "/finance/bank_accounts", "Bank Accounts") +
                    entry(look, frame, "/finance/ordergroups", "Manage accounts") +
                    link(look, "/finance/balancing", "Account orders") +
                    link(look, "/finance/invoices", "Invoices"),
                money ? "active " : "", money ? look.by(" active", "") : "");
  }
  return out;
}

std::string bar(const Look& look, const Frame& frame) {
  std::string out =
      fmt::format(R"(<div class='logo'>
<span>food</span>soft
</div>
<ul class='nav nav-pills pull-right'>
<li class='dropdown'>
<a class='dropdown-toggle' data-toggle='dropdown' href='#'>
{}
<b class='caret'></b>
</a>
<ul class='dropdown-menu'>
{}
{}
{}
</ul>
</li>
<li>
<a target="_blank" href="http://www.foodcoop.test">{}</a>
</li>
<li><a target="_blank" href="https://github.com/foodcoops/foodsoft/wiki/Doku">Help</a></li>
</ul>
<div class='clearfix'></div>
)",
                  escaped(look.user->name), link(look, "/home/profile", "Edit profile"),
                  link(look, "/home/ordergroup", "My ordergroup"), link(look, "/logout", "Logout"),
                  escaped(look.coop.name));
  const char* icons =
      "<span class='icon-bar'></span>\n<span class='icon-bar'></span>\n<span "
      "class='icon-bar'></span>\n";
  if (look.four())
    return out + fmt::format(R"(<div class='navbar'>
<div class='navbar-inner'>
<div class='container'>
<a class='btn btn-navbar' data-target='.nav-collapse' data-toggle='collapse'>
{}</a>
<div class='nav-collapse collapse'>
<ul class="nav">{}</ul>
</div>
</div>
</div>
</div>
<div class='container-fluid'>
<div class='row-fluid'>
)",
                             icons, menus(look, frame));
  return out + fmt::format(R"(<div class='navbar navbar-default'>
<div class='container-fluid'>
<button aria-expanded='false' class='navbar-toggle collapsed' data-target='.navbar-collapse' data-toggle='collapse' type='button'>
<span class='sr-only'>Toggle navigation</span>
{}</button>
<div class='navbar-collapse collapse'>
<ul class="nav nav navbar-nav">{}</ul>
</div>
</div>
</div>
<div class='container-fluid' id='main'>
<div class='row'>
)",
                           icons, menus(look, frame));
}

std::string foot(const Look& look) {
  return fmt::format(R"(<footer>
<div class='pull-right'>
<a href="https://github.com/foodcoops/foodsoft">Foodsoft</a>
v{}
</div>
<p>
<a href="http://www.foodcoop.test">{}</a>
</p>
</footer>

)",
                     look.by("4.9.2", "5.0.0-rc1"), escaped(look.coop.name));
}

std::string scripts(int before, const std::string* units, int after) {
  std::string out = R"(
<!--
Javascripts
==================================================
-->
<!-- Placed at the end of the document so the pages load faster -->
<script type="importmap" data-turbo-track="reload">/* left out */</script>
<link rel="modulepreload" href="/application.js">
<script src="/javascripts/es-module-shims.min.js" async="async" data-turbo-track="reload"></script>
<script type="module">/* left out */</script>
<script src="/javascripts/application_legacy.js"></script>
)";
  for (int n = 0; n < before; ++n) out += "<script>/* left out */</script>\n";
  if (units) out += "<script>\n" + *units + "\n</script>\n";
  for (int n = 0; n < after; ++n) out += "<script>/* left out */</script>\n";
  return out + "\n\n</body>\n</html>\n";
}

}  // namespace

std::string flash_box(const Look& look) {
  if (look.flash.empty()) return {};
  return fmt::format(
      R"(<div class="alert fade in alert-success"><button class="close" data-dismiss="alert">&times;</button>{}</div>)",
      escaped(look.flash));
}

std::string framed(const Look& look, const Frame& frame, const std::string& body) {
  std::string out = head(look, frame.title) + bar(look, frame);
  if (frame.home) {
    out += body;
  } else {
    if (!look.four()) out += "<div class='col-md-12'>\n";
    out += flash_box(look) + "\n";
    if (!frame.toolbar.empty())
      out += "<div class='btn-toolbar pull-right'>" + frame.toolbar + "</div>\n";
    if (!frame.heading.empty())
      out +=
          fmt::format("<div class='page-header'>\n<h1>{}</h1>\n</div>\n", escaped(frame.heading));
    out += body + "</div>\n";
    if (!look.four()) out += "</div>\n";
  }
  out += foot(look);
  out += fmt::format(
      "</div>\n<div class='modal{} fade' id='modalContainer' role='dialog' tabindex='-1'></div>\n",
      look.by(" hide", ""));
  const bool units = frame.units && !look.four();
  return out + scripts(frame.scripts_before, units ? &units_script(look.lang) : nullptr,
                       frame.scripts_after);
}

std::string framed_outside(const Look& look, const std::string& title, const std::string& body) {
  return head(look, title) +
         fmt::format("<div class='container'>\n<div class='row'>\n<div class='{}'>\n",
                     look.by("span6 offset3", "col-md-offset-3 col-md-6")) +
         body + foot(look) + "</div>\n</div>\n</div>\n" + scripts(2, nullptr, 0);
}

}  // namespace fake
