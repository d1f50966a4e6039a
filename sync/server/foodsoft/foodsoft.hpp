// What Romaine asks of a running Foodsoft and what it writes there, one call a request, as typed
// values; the seam between the rules (pull, push) and the wire. Foodsoft 4.9.2 and 5.0.0-rc1,
// foodsoft.md 3, 4, 14.4, 14.5. Calls block until the server answered or the time is over; one
// Foodsoft may be called from two threads at once, which share its session.
//
// What an Error's fault says of a call: device_gone (unreachable, name not found), device_silent
// (no byte in time), io (TLS), page_torn (the reply was cut, or does not hold together), no_rights
// (wrong password, the role is missing), not_found (404: the cell, article or order is gone), busy
// (a maintenance page, 5xx), page_foreign (no Foodsoft, HTML where JavaScript was due), refused
// (the server showed its form again), interrupted (this program ends).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/amount.hpp"
#include "domain/ids.hpp"
#include "domain/reference.hpp"
#include "domain/result.hpp"
#include "sync/server/foodsoft/pages.hpp"

namespace server {

// An order as the lists of orders show it.
struct ListedOrder {
  domain::OrderId id;
  std::string supplier;
  std::optional<domain::ServerState> state;  // nothing where the list does not tell (pickups)
  std::string pickup;                        // ISO date; empty where the list does not tell
};

struct OrderComment {
  std::int64_t id = 0;
  std::string text;  // as people read it: tags out, line breaks kept
};

// The order's own page in its default view: the only one that tells state and comments at once.
struct OrderPage {
  OrderHead head;
  std::int64_t user_id = 0;  // of the account that reads it
  std::vector<OrderComment> comments;
};

// A cell in the article's row of the balancing page: only results above 0 stand there.
struct RowCell {
  domain::CellId id;
  std::string ordergroup;
  ShownResult result;
  std::optional<UnitFacts> units{};           // 5.x
  std::optional<std::int64_t> price_cents{};  // "Total costs", rounded by the page
};
struct ArticleRow {
  bool settled = false;     // its links and inputs are gone: foodsoft.md 14.5
  std::string name{};       // of the article, as in its first field; empty where not read
  std::string unit_text{};  // 4.x its unit, 5.x the billing unit; empty where not read
  std::vector<RowCell> cells;
};

// What settling would charge a group, as stored, with transport; by name, without an id.
struct StoredTotal {
  std::string ordergroup;
  domain::Money total;
};

struct KnownOrdergroup {
  domain::OrdergroupId id;
  std::string name;
};

// What a group's accounts hold, one figure a class of transactions, as the page heads them.
struct Balance {
  std::string account;
  domain::Money amount;
};
struct GroupCredit {
  domain::OrdergroupId id;
  std::string name;
  std::vector<Balance> balances;
};

// Whether a write was carried out.
enum class Landed {
  yes,      // the server said so in the form that this write has
  no,       // surely not: nothing left this machine, or the server refused before it wrote
  unknown,  // the reply was lost, cut or 5xx: the server may have written; only reading tells
};
struct WriteReply {
  Landed landed = Landed::unknown;
  domain::Error error;                 // one sentence unless landed is yes
  std::optional<std::string> price{};  // of a cell, as the reply tells it
};

class Foodsoft {
 public:
  virtual ~Foodsoft() = default;

  // Without a slash at the end, with the co-op's slug: stands in references as their source.
  virtual const std::string& address() const = 0;

  virtual domain::Result<std::vector<ListedOrder>> orders() = 0;
  virtual domain::Result<OrderPage> order(domain::OrderId id) = 0;
  virtual domain::Result<GroupsPage> groups(domain::OrderId id) = 0;
  virtual domain::Result<ArticlesPage> articles(domain::OrderId id) = 0;
  virtual domain::Result<ReceivePage> receive(domain::OrderId id) = 0;
  virtual domain::Result<ArticleRow> article_row(domain::OrderId order,
                                                 domain::OrderArticleId article) = 0;
  // Nothing where the article has no row there any more.
  virtual domain::Result<std::optional<ReceiveRow>> receive_row(domain::OrderId order,
                                                                domain::OrderArticleId article) = 0;
  virtual domain::Result<std::vector<StoredTotal>> stored_totals(domain::OrderId order) = 0;
  virtual domain::Result<std::vector<KnownOrdergroup>> ordergroups(
      domain::OrderArticleId any_article) = 0;
  // Read only; role finance.
  virtual domain::Result<std::vector<GroupCredit>> credits() = 0;

  // PATCH of one cell's result, in the unit in which the server keeps it, 3 decimals, never below
  // 0.
  virtual WriteReply write_result(domain::CellId cell, domain::Quantity result) = 0;
  // PATCH that touches no value: the server computes the group's total anew (foodsoft.md 14.5).
  virtual WriteReply heal_total(domain::CellId cell, domain::OrderArticleId its_article) = 0;
  // PATCH of units_received, in supplier units, without redistribution. `series` shapes the body
  // (4.x: 3 decimals, 5.x: 6).
  virtual WriteReply write_received(domain::OrderId order, domain::OrderArticleId article,
                                    domain::Quantity supplier_units, domain::Series series) = 0;
  // Not idempotent: look for its marker before and after. The text as people read it;
  // comment_text.hpp tells how it is sent and how long it may be.
  virtual WriteReply post_comment(domain::OrderId order, std::int64_t user_id,
                                  const std::string& text) = 0;
  // The empty receive: the state alone, and a mail to the members.
  virtual WriteReply post_receive(domain::OrderId order) = 0;
};

}  // namespace server
