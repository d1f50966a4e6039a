// What the pages around an order and the JavaScript replies say, as values (foodsoft.md 1.1, 3.1,
// 3.6, 4, 14.5). Pure: guarded HTML or read scripts in, values out; errors name the place.
#pragma once

#include <string>
#include <vector>

#include "sync/server/foodsoft/foodsoft.hpp"
#include "sync/server/foodsoft/guard.hpp"
#include "sync/server/foodsoft/replies/script.hpp"

namespace server {

// What every page of a Foodsoft bears around what it shows.
struct PageFrame {
  std::string csrf_token;   // of the meta tag: holds for every form; empty where there is none
  std::string version;      // "4.9.2", of the footer; empty where the co-op put its own there
  std::string alert;        // the red box: why a login was refused
  bool login_form = false;  // a password is asked for and sent to …/sessions
  bool logged_in = false;   // there is a way out
  bool new_units = false;   // 5.x: the table of units in its script, or the popover that uses it
};
domain::Result<PageFrame> read_page_frame(const GuardedPage& page);

// GET /orders and GET /pickups, both in English.
domain::Result<std::vector<ListedOrder>> read_orders_list(const GuardedPage& page);
domain::Result<std::vector<ListedOrder>> read_pickups_list(const GuardedPage& page);

domain::Result<OrderPage> read_order_page(const GuardedPage& page);
domain::Result<std::vector<StoredTotal>> read_confirm_page(const GuardedPage& page,
                                                           domain::OrderId order);
domain::Result<std::vector<GroupCredit>> read_credits_page(const GuardedPage& page);

domain::Result<ArticleRow> read_article_row(const Script& script, domain::OrderArticleId article);
domain::Result<ReceiveRow> read_receive_reply(const Script& script, domain::OrderArticleId article);
domain::Result<std::vector<KnownOrdergroup>> read_new_cell_form(const Script& script);

// Replies to writes, all of status 200: `yes` only in the form that this write has, and of this
// cell or article. A form shown again is `no`, anything else `unknown`.
WriteReply read_cell_reply(const Script& script, domain::CellId cell);
WriteReply read_received_reply(const Script& script, domain::OrderArticleId article);
WriteReply read_comment_reply(const Script& script);

}  // namespace server
