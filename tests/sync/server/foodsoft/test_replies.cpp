// What the recorded pages and replies of both versions say, by their parsers.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sync/server/foodsoft/comment_text.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"
#include "sync/server/saved_pages.hpp"

using namespace server;
using domain::CellId;
using domain::OrderArticleId;
using domain::OrderId;
using domain::ServerState;
using support::recorded;
using support::replaced;
using support::replaced_once;

namespace {

struct Version {
  std::string name;
  std::int64_t order, big, article, first_article, cell;
};
const std::vector<Version> versions = {{"4.9.2", 4, 5, 66, 62, 79},
                                       {"5.0.0-rc1", 6, 7, 127, 123, 102}};

GuardedPage page(const std::string& bytes) {
  auto guarded = guard_html(bytes, Part::page);
  INFO((guarded ? "" : guarded.error().detail));
  REQUIRE(guarded);
  return *guarded;
}

Script script(const std::string& bytes) {
  auto read = Script::read(bytes);
  REQUIRE(read);
  return *read;
}

}  // namespace

TEST_CASE("the frame of a page tells token, version, login and why it was refused") {
  const auto v = GENERATE(from_range(versions));
  const auto login = read_page_frame(page(recorded(v.name + "/login.en.html")));
  REQUIRE(login);
  CHECK(login->login_form);
  CHECK_FALSE(login->logged_in);
  CHECK(login->csrf_token.size() == 86);
  CHECK(login->version == v.name);
  CHECK(login->alert.empty());
  const auto failed = read_page_frame(page(recorded(v.name + "/login-failed.en.html")));
  REQUIRE(failed);
  CHECK(failed->login_form);
  CHECK(failed->alert == "Invalid email address or password");
  const auto home = read_page_frame(page(recorded(v.name + "/home.en.html")));
  REQUIRE(home);
  CHECK(home->logged_in);
  CHECK_FALSE(home->login_form);
  const auto order = read_page_frame(page(recorded(v.name + "/order-default.en.html")));
  REQUIRE(order);
  CHECK(order->new_units == (v.name != "4.9.2"));
}

TEST_CASE("the lists of orders tell supplier, pickup and state") {
  const auto v = GENERATE(from_range(versions));
  const auto pickups = read_pickups_list(page(recorded(v.name + "/pickups.en.html")));
  REQUIRE(pickups);
  REQUIRE(pickups->size() == 2);
  for (const auto& order : *pickups) {
    CHECK(order.pickup == "2026-11-28");
    CHECK(order.state == ServerState::finished);
    CHECK(order.supplier ==
          (order.id.value == v.order ? "Les Jardins de Duval" : "Ferme des Trois Chênes"));
  }
  const auto orders = read_orders_list(page(recorded(v.name + "/orders.en.html")));
  REQUIRE(orders);
  const auto find = [&](std::int64_t id) {
    const auto at = std::find_if(orders->begin(), orders->end(),
                                 [id](const ListedOrder& order) { return order.id.value == id; });
    REQUIRE(at != orders->end());
    return *at;
  };
  CHECK(orders->size() == (v.name == "4.9.2" ? 6 : 8));
  CHECK(find(v.order).state == ServerState::finished);
  CHECK(find(v.order).pickup == "2026-11-28");
  CHECK(find(v.order).supplier == "Les Jardins de Duval");
  CHECK(find(1).state == ServerState::open);
  CHECK(find(1).pickup.empty());
}

TEST_CASE("received, stock and settled orders of the list are told apart") {
  const auto v = GENERATE(from_range(versions));
  const std::string id = std::to_string(v.order);
  auto text = recorded(v.name + "/orders.en.html");
  const std::string link = "href=\"/f/orders/" + id + "/receive\"";
  const auto at = text.rfind("<a class=", text.find(link));
  SECTION("received: the button is not green any more") {
    text = text.replace(at, text.find(link) - at, "<a class=\"btn btn-small\" ");
    const auto orders = read_orders_list(page(text));
    REQUIRE(orders);
    CHECK(std::any_of(orders->begin(), orders->end(), [&](const ListedOrder& order) {
      return order.id.value == v.order && order.state == ServerState::received;
    }));
  }
  SECTION("a settled one stands in the table below") {
    const std::string row =
        "<tr><td>Ferme</td><td>2026-10-31</td><td>a</td><td>b</td><td>c</td>"
        "<td><a href=\"/f/orders/99\">Show</a></td></tr></tbody>";
    const auto body = text.find("</tbody>", text.find("orders_table"));
    text.replace(body, 8, row);
    const auto orders = read_orders_list(page(text));
    REQUIRE(orders);
    CHECK(orders->back().id.value == 99);
    CHECK(orders->back().state == ServerState::closed);
  }
}

TEST_CASE("the order's page tells state, account and comments as people read them") {
  const auto v = GENERATE(from_range(versions));
  auto text = recorded(v.name + "/order-default.en.html");
  const auto plain = read_order_page(page(text));
  INFO((plain ? "" : plain.error().detail));
  REQUIRE(plain);
  CHECK(plain->head.id.value == v.order);
  CHECK(plain->head.state == ServerState::finished);
  CHECK(plain->head.supplier == "Les Jardins de Duval");
  CHECK(plain->user_id == 6);
  CHECK(plain->comments.empty());
  // Two comments in the form that the recorded reply to a write has.
  const auto reply = script(recorded(v.name + "/comment.js"));
  const std::string* one = reply.after("#comments");
  REQUIRE(one);
  const auto other = replaced(replaced(*one, "order_comment_1", "order_comment_2"),
                              "<p>Il manque 2 kg de carottes",
                              "<p>Rosa &amp; fils: 1,2 &lt; 2\n<br />et <a "
                              "href=\"/f/orders/9/finish\">ça</a></p>\n\n<p>Deux");
  text = replaced_once(text, "<div id=\"comments\">\n", "<div id=\"comments\">\n" + *one + other);
  const auto read = read_order_page(page(text));
  REQUIRE(read);
  REQUIRE(read->comments.size() == 2);
  CHECK(read->comments[0].id == 1);
  CHECK(read->comments[0].text == "Il manque 2 kg de carottes [romaine 7f3a-000017]");
  CHECK(read->comments[1].text == "Rosa & fils: 1,2 < 2\net ça\n\nDeux [romaine 7f3a-000017]");
  CHECK(read->head.state == ServerState::finished);
}

TEST_CASE("an article's row tells its cells above 0") {
  const auto v = GENERATE(from_range(versions));
  const auto row =
      read_article_row(script(recorded(v.name + "/article-row.js")), OrderArticleId{v.article});
  INFO((row ? "" : row.error().detail));
  REQUIRE(row);
  CHECK_FALSE(row->settled);
  CHECK(row->name == "Chou rouge pesé");
  CHECK(row->unit_text == (v.name == "4.9.2" ? "pièce ~1,5 kg" : "kg"));
  const auto truth = support::recorded_rows(v.name + "/truth.finished.tsv");
  std::size_t expected = 0;
  for (const auto& cell : truth) {
    if (cell.at("order_article_id") != std::to_string(v.article) || cell.at("result") == "0.000")
      continue;
    ++expected;
    const auto at = std::find_if(row->cells.begin(), row->cells.end(), [&](const RowCell& c) {
      return c.id.value == std::stoll(cell.at("goa_id"));
    });
    REQUIRE(at != row->cells.end());
    CHECK(at->ordergroup == cell.at("ordergroup"));
    CHECK(at->price_cents.has_value());
    // 5.x shows kilograms of pieces of 1.5 kg.
    const auto pieces = domain::read_decimal(cell.at("result"), 6).value();
    CHECK(at->result.value == (v.name == "4.9.2" ? pieces : pieces * 3 / 2));
    CHECK(at->result.form == (v.name == "4.9.2" ? ResultForm::input : ResultForm::billing_input));
    CHECK(at->units.has_value() == (v.name != "4.9.2"));
  }
  CHECK(row->cells.size() == expected);
  CHECK_FALSE(read_article_row(script(recorded(v.name + "/article-row.js")), OrderArticleId{1}));
}

TEST_CASE("the row of a settled order has lost its links and fields") {
  auto text = recorded("4.9.2/article-row.js");
  text = replaced(text, "/edit\\\"", "/x\\\"");
  text = replaced(text, "new?order_article_id", "x?order_article_id");
  for (auto at = text.find("<form"); at != text.npos; at = text.find("<form", at))
    text.replace(at, text.find("<\\/form>", at) + 8 - at, "1.5");
  const auto row = read_article_row(script(text), OrderArticleId{66});
  INFO((row ? "" : row.error().detail));
  REQUIRE(row);
  CHECK(row->settled);
  CHECK(row->cells.front().result == ShownResult{1'500'000, ResultForm::text});
}

TEST_CASE("an article's receive row") {
  const auto v = GENERATE(from_range(versions));
  const auto reply = script(recorded(v.name + "/receive-row.js"));
  const auto row = read_receive_reply(reply, OrderArticleId{v.article});
  INFO((row ? "" : row.error().detail));
  REQUIRE(row);
  CHECK(row->name == "Chou rouge pesé");
  CHECK(row->number == "L05");
  CHECK(row->asked == AskedAndTolerance{14'000'000, 3'000'000});
  CHECK(row->units_to_order == (v.name == "4.9.2" ? 2'000'000 : 14'000'000));
  CHECK_FALSE(row->units_received.has_value());
  CHECK(row->units.has_value() == (v.name != "4.9.2"));
  CHECK_FALSE(read_receive_reply(reply, OrderArticleId{1}));
}

TEST_CASE("what settling would charge, what groups have, who they are") {
  const auto v = GENERATE(from_range(versions));
  const bool old = v.name == "4.9.2";
  const auto confirm = page(recorded(v.name + "/settle-confirm.finished.en.html"));
  const auto totals = read_confirm_page(confirm, OrderId{v.order});
  REQUIRE(totals);
  REQUIRE(totals->size() == 8);
  CHECK(totals->front().ordergroup == "Ruche d'Ézanville");
  if (!old) CHECK(totals->front().total == domain::cents(4242));
  CHECK((*totals)[4].ordergroup == "Belleville <haut>");
  CHECK_FALSE(read_confirm_page(confirm, OrderId{1}));
  const auto credits = read_credits_page(page(recorded(v.name + "/ordergroups.en.html")));
  REQUIRE(credits);
  REQUIRE(credits->size() == 32);
  CHECK(credits->front().id.value == 5);
  CHECK(credits->front().name == "Admin Administrator");
  REQUIRE(credits->front().balances.size() == 2);
  CHECK(credits->front().balances[1].account == "Standard");
  CHECK(credits->front().balances[1].amount == domain::cents(old ? 0 : 500'000));
  const auto known = read_new_cell_form(script(recorded(v.name + "/new-cell-form.js")));
  REQUIRE(known);
  CHECK(known->size() == 32);
  CHECK(std::any_of(known->begin(), known->end(), [](const KnownOrdergroup& group) {
    return group.id.value == 16 && group.name == "Belleville <haut>";
  }));
}

TEST_CASE("a write counts as done only in the form that this write has") {
  const auto v = GENERATE(from_range(versions));
  const auto reply = [&](const std::string& file) { return script(recorded(v.name + "/" + file)); };
  const auto cell = read_cell_reply(reply("patch-cell.js"), CellId{v.cell});
  CHECK(cell.landed == Landed::yes);
  CHECK(cell.price == "4.6075");
  CHECK(read_cell_reply(reply("patch-cell.js"), CellId{1}).landed == Landed::unknown);
  CHECK(read_cell_reply(reply("create-cell.js"), CellId{v.cell}).landed == Landed::unknown);
  CHECK(read_received_reply(reply("patch-order-article.js"), {v.first_article}).landed ==
        Landed::yes);
  CHECK(read_received_reply(reply("patch-order-article.js"), {1}).landed == Landed::unknown);
  CHECK(read_comment_reply(reply("comment.js")).landed == Landed::yes);
  CHECK(read_comment_reply(reply("patch-cell.js")).landed == Landed::unknown);
}

TEST_CASE("the form shown again means that nothing was saved") {
  // 5.x: the recorded form is cut short in the records; its literal is closed here.
  auto text = recorded("4.9.2/patch-order-article-refused.js");
  CHECK(read_received_reply(script(text), {62}).landed == Landed::no);
  text = recorded("5.0.0-rc1/patch-order-article-refused.js");
  text = text.substr(0, text.rfind("<o")) + "');";
  const auto refused = read_received_reply(script(text), {123});
  CHECK(refused.landed == Landed::no);
  CHECK(refused.error.fault == domain::Fault::refused);
}

TEST_CASE("scripts: literals in every quote, escapes, comments; torn ones are refused") {
  const auto read = Script::read(R"(// it's a comment
f('a\'b\\c\n<\/p>', "d\"e", `f'g`); /* 'h */ x({id: 7, price: -1.50, other_id: 8});)");
  REQUIRE(read);
  CHECK(read->has("a'b\\c\n</p>"));
  CHECK(read->has("d\"e"));
  CHECK(read->has("f'g"));
  CHECK(*read->after("d\"e") == "f'g");
  CHECK(read->number("id") == 7);
  CHECK(read->decimal("price") == "-1.50");
  CHECK_FALSE(read->number("other"));
  for (const char* torn : {"f('a", "f('a\\", "/* a", "f('a\nb')", "\xFF"})
    CHECK_FALSE(Script::read(torn));
}

TEST_CASE("a comment is sent so that the server shows what people wrote") {
  CHECK(comment_as_sent("Rosa & <haut> : 1 > 0") == "Rosa &amp; &lt;haut&gt; : 1 &gt; 0");
}

TEST_CASE("pages that end early are refused by every parser's guard") {
  const auto v = GENERATE(from_range(versions));
  const auto name =
      GENERATE(as<std::string>(), "/orders.en.html", "/pickups.en.html", "/order-default.en.html",
               "/settle-confirm.finished.en.html", "/ordergroups.en.html", "/login.en.html");
  const auto whole = recorded(v.name + name);
  for (std::size_t part = 1; part < 10; ++part)
    CHECK_FALSE(guard_html(whole.substr(0, whole.size() * part / 10), Part::page));
}
