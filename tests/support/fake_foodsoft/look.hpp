// What a page is drawn from: the co-op, who looks at it, in which language, under which address.
#pragma once

#include <string>

#include "fake_foodsoft/coop.hpp"
#include "fake_foodsoft/words.hpp"

namespace fake {

struct Look {
  const Coop& coop;
  Lang lang = Lang::en;
  const User* user = nullptr;  // nobody is logged in
  std::string root;            // "/f": begins every link
  std::string token;           // CSRF, for this page
  std::string flash;           // said once on the next page

  bool four() const { return coop.four(); }
  std::string money(const Decimal& value) const { return fake::money(value, lang); }
  std::string say(std::string_view english) const { return fake::say(english, lang); }
  // One of two texts, by the server's version.
  std::string_view by(std::string_view four_text, std::string_view five_text) const {
    return four() ? four_text : five_text;
  }
};

struct Frame {
  std::string title;    // of the window
  std::string toolbar;  // right above the heading
  std::string heading;  // empty: none
  int scripts_before = 1, scripts_after = 0;
  bool units = false;  // 5.x: with the script of all units
  bool home = false;   // the start page has columns of its own
  std::string here{};  // the entry of the navigation that leads here, like "/orders"
};

// The whole page, with head, navigation and foot.
std::string framed(const Look& look, const Frame& frame, const std::string& body);
// The same for pages before the login.
std::string framed_outside(const Look& look, const std::string& title, const std::string& body);
std::string flash_box(const Look& look);

// Pages.
std::string login_page(const Look& look);
std::string home_page(const Look& look);
std::string orders_page(const Look& look);
std::string pickups_page(const Look& look);
enum class View { overview, groups, articles };
std::string order_page(const Look& look, const Order& order, View view);
std::string receive_page(const Look& look, const Order& order);
std::string confirm_page(const Look& look, const Order& order);
std::string ordergroups_page(const Look& look);
std::string balancing_page(const Look& look, const Order& order);

// Parts that pages and replies share.
std::string order_table(const Look& look, const Order& order, View view);
std::string overview_table(const Look& look, const Order& order);
std::string groups_table(const Look& look, const Order& order);
std::string articles_table(const Look& look, const Order& order);
std::string receive_row(const Look& look, const Article& article, int place, bool edit);
std::string result_field(const Look& look, const Cell& cell);  // an input or text
std::string result_form(const Look& look, const Cell& cell);   // always the input
std::string comments_list(const Look& look, int order);
std::string downloads(const Look& look, int order, std::string_view button);
// "4 + 1" as the views show it.
std::string asked_text(const Look& look, const Article& article, const Cell& cell);
std::string package_mark(const Look& look, const Article& article);

// Bodies of .js replies.
std::string order_js(const Look& look, const Order& order, View view);
std::string article_row_js(const Look& look, const Article& article);
std::string receive_row_js(const Look& look, const Article& article);
std::string new_cell_js(const Look& look, const Article& article);

}  // namespace fake
