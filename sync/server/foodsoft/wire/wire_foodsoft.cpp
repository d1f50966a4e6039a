#include "sync/server/foodsoft/wire/wire_foodsoft.hpp"

#include <algorithm>

#include "sync/server/foodsoft/comment_text.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"
#include "sync/server/foodsoft/utf8.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

constexpr std::string_view finance = "finance";
constexpr std::string_view reading = "pickups or orders";

std::string order_path(domain::OrderId id) { return "/orders/" + std::to_string(id.value); }
std::string cell_path(domain::CellId id) {
  return "/group_order_articles/" + std::to_string(id.value) + ".js";
}
std::string text_of(domain::OrderArticleId id) { return std::to_string(id.value); }

WriteReply not_sent(const std::string& what) {
  return {Landed::no, {Fault::refused, what + "; nothing was sent."}};
}

// What the server said, read by `read` where it can be.
template <class Read>
WriteReply written(const Posted& posted, Read read) {
  if (posted.landed != Landed::yes) return {posted.landed, posted.error};
  const auto script = Script::read(posted.reply.body);
  if (!script) return {Landed::unknown, script.error()};
  return read(*script);
}

// A parser's words on what it was given, as a sentence of its own; what it advises is meant for
// saved pages.
template <class T>
Result<T> named(Result<T> read, const std::string& page) {
  if (read) return read;
  std::string why = read.error().detail;
  why.resize(std::min(why.size(), why.find("; ")));
  return fail(read.error().fault, "What the server showed as " + page + " cannot be read: " + why +
                                      "; nothing of it was taken over, try again.");
}

// A page answers for the order that was asked for.
Result<void> same_order(domain::OrderId asked, domain::OrderId shown) {
  if (asked == shown) return {};
  return fail(Fault::page_foreign, "The server showed order " + std::to_string(shown.value) +
                                       " where order " + std::to_string(asked.value) +
                                       " was asked for; nothing was taken over.");
}

}  // namespace

WireFoodsoft::WireFoodsoft(Http& http, Account account, SessionLimits limits, std::stop_token stop)
    : session_(http, std::move(account), limits, std::move(stop)) {}

Result<GuardedPage> WireFoodsoft::guarded(const std::string& path, const Fields& query,
                                          std::string_view needs) {
  const auto body = session_.page(path, query, needs);
  if (!body) return tl::unexpected(body.error());
  return named(guard_html(*body, Part::page), path);
}

Result<GuardedPage> WireFoodsoft::order_table(domain::OrderId id, const std::string& rest,
                                              const Fields& query, PageTable due) {
  const auto body = session_.page(order_path(id) + rest, query, reading);
  if (!body) return tl::unexpected(body.error());
  GuardWork work;
  auto page = guard_page(*body, largest_unpacked, work);
  if (page && page->table != due)
    page = fail(Fault::page_foreign, "it holds another table than the one asked for");
  return named(std::move(page), order_path(id) + rest);
}

// The list by pickup date is the better one; without the role pickups, the list of all orders.
Result<std::vector<ListedOrder>> WireFoodsoft::orders() {
  const auto pickups = guarded("/pickups", {}, "pickups");
  if (pickups) return named(read_pickups_list(*pickups), "/pickups");
  if (pickups.error().fault != Fault::no_rights) return tl::unexpected(pickups.error());
  const auto orders = guarded("/orders", {}, reading);
  if (!orders) return tl::unexpected(orders.error());
  return named(read_orders_list(*orders), "/orders");
}

Result<OrderPage> WireFoodsoft::order(domain::OrderId id) {
  const auto page = guarded(order_path(id), {}, reading);
  if (!page) return tl::unexpected(page.error());
  auto order = named(read_order_page(*page), order_path(id));
  if (!order) return order;
  if (const auto same = same_order(id, order->head.id); !same) return tl::unexpected(same.error());
  return order;
}

Result<GroupsPage> WireFoodsoft::groups(domain::OrderId id) {
  auto page = order_table(id, "", {{"view", "groups"}}, PageTable::groups);
  if (!page) return tl::unexpected(page.error());
  auto groups = named(read_groups_page(std::move(*page)), order_path(id) + "?view=groups");
  if (!groups) return groups;
  if (const auto same = same_order(id, groups->head.id); !same) return tl::unexpected(same.error());
  return groups;
}

Result<ArticlesPage> WireFoodsoft::articles(domain::OrderId id) {
  auto page = order_table(id, "", {{"view", "articles"}}, PageTable::articles);
  if (!page) return tl::unexpected(page.error());
  auto articles = named(read_articles_page(std::move(*page)), order_path(id) + "?view=articles");
  if (!articles) return articles;
  if (const auto same = same_order(id, articles->head.id); !same)
    return tl::unexpected(same.error());
  return articles;
}

Result<ReceivePage> WireFoodsoft::receive(domain::OrderId id) {
  auto page = order_table(id, "/receive", {}, PageTable::receive);
  if (!page) return tl::unexpected(page.error());
  auto receive = named(read_receive_page(std::move(*page)), order_path(id) + "/receive");
  if (!receive) return receive;
  if (const auto same = same_order(id, receive->order); !same) return tl::unexpected(same.error());
  return receive;
}

Result<ArticleRow> WireFoodsoft::article_row(domain::OrderId order,
                                             domain::OrderArticleId article) {
  const auto script = session_.script(
      "/finance/balancing/" + std::to_string(order.value) + "/new_on_order_article_update.js",
      {{"order_article_id", text_of(article)}}, finance);
  if (!script) return tl::unexpected(script.error());
  return named(read_article_row(*script, article), "the row of order article " + text_of(article));
}

Result<std::optional<ReceiveRow>> WireFoodsoft::receive_row(domain::OrderId order,
                                                            domain::OrderArticleId article) {
  const auto script = session_.script(order_path(order) + "/receive_on_order_article_update.js",
                                      {{"order_article_id", text_of(article)}}, reading);
  if (!script && script.error().fault == Fault::not_found) return std::optional<ReceiveRow>();
  if (!script) return tl::unexpected(script.error());
  auto row =
      named(read_receive_reply(*script, article), "the row of order article " + text_of(article));
  if (!row) return tl::unexpected(row.error());
  return std::optional(std::move(*row));
}

Result<std::vector<StoredTotal>> WireFoodsoft::stored_totals(domain::OrderId order) {
  const auto page =
      guarded("/finance/balancing/" + std::to_string(order.value) + "/confirm", {}, finance);
  if (!page) return tl::unexpected(page.error());
  return named(read_confirm_page(*page, order),
               "the totals of order " + std::to_string(order.value));
}

Result<std::vector<KnownOrdergroup>> WireFoodsoft::ordergroups(domain::OrderArticleId any_article) {
  const auto script = session_.script("/group_order_articles/new.js",
                                      {{"order_article_id", text_of(any_article)}}, finance);
  if (!script) return tl::unexpected(script.error());
  return named(read_new_cell_form(*script), "the list of ordergroups");
}

Result<std::vector<GroupCredit>> WireFoodsoft::credits() {
  const auto page = guarded("/finance/ordergroups", {{"per_page", "500"}}, finance);
  if (!page) return tl::unexpected(page.error());
  return named(read_credits_page(*page), "/finance/ordergroups");
}

WriteReply WireFoodsoft::patch_cell(domain::CellId cell, const Fields& fields) {
  return written(session_.patch(cell_path(cell), BodyForm::fields, form_text(fields), finance),
                 [cell](const Script& script) { return read_cell_reply(script, cell); });
}

// The server would take negative, empty and unreadable values without a word (foodsoft.md 14.1).
WriteReply WireFoodsoft::write_result(domain::CellId cell, domain::Quantity result) {
  const auto rounded = domain::round_to_server(result);
  if (rounded < domain::Quantity() || rounded > domain::largest_result)
    return not_sent("The result " + domain::text_of(rounded) + " of cell " +
                    std::to_string(cell.value) + " is none that the server can hold");
  return patch_cell(cell, {{"group_order_article[result]", domain::text_of(rounded)}});
}

WriteReply WireFoodsoft::heal_total(domain::CellId cell, domain::OrderArticleId its_article) {
  return patch_cell(cell, {{"group_order_article[order_article_id]", text_of(its_article)}});
}

// As JSON, since only there the empty hash of the article can be said (foodsoft.md 14.1, case 19).
WriteReply WireFoodsoft::write_received(domain::OrderId order, domain::OrderArticleId article,
                                        domain::Quantity supplier_units, domain::Series series) {
  const bool old = series == domain::Series::v4;
  const auto amount = old ? domain::round_to_server(supplier_units) : supplier_units;
  if (amount < domain::Quantity() || amount > domain::largest_result)
    return not_sent("What was received of order article " + text_of(article) + ", " +
                    domain::text_of(amount) + ", is no amount that the server can hold");
  const std::string body = R"({"order_article":{"units_received":")" + domain::text_of(amount) +
                           R"("},)" + (old ? R"("article":{}})" : R"("article_version":{"x":1}})");
  const auto posted =
      session_.patch(order_path(order) + "/order_articles/" + text_of(article) + ".js",
                     BodyForm::json, body, "finance or invoices");
  return written(posted,
                 [article](const Script& script) { return read_received_reply(script, article); });
}

WriteReply WireFoodsoft::post_comment(domain::OrderId order, std::int64_t user_id,
                                      const std::string& text) {
  const std::string sent = comment_as_sent(text);
  if (first_bad_byte(sent) || text.size() < 3 || sent.size() > largest_comment)
    return not_sent("The comment is too short, too long or no text in UTF-8");
  const auto posted = session_.post("/order_comments.js",
                                    {{"order_comment[order_id]", std::to_string(order.value)},
                                     {"order_comment[user_id]", std::to_string(user_id)},
                                     {"order_comment[text]", sent}},
                                    "of a member");
  return written(posted, [](const Script& script) { return read_comment_reply(script); });
}

// Without `order_articles` nothing is redistributed (foodsoft.md 0.7, 14.1 case 20).
WriteReply WireFoodsoft::post_receive(domain::OrderId order) {
  const auto posted =
      session_.submit(order_path(order) + "/receive", {{"utf8", "\xE2\x9C\x93"}}, reading);
  return {posted.landed, posted.error};
}

}  // namespace server
