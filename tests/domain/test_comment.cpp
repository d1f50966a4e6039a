#include <catch2/catch.hpp>

#include "domain/comment.hpp"
#include "domain/shortfalls.hpp"
#include "support/day_text.hpp"

using namespace domain;
using support::TestDay;

namespace {

std::string comment(const TestDay& t, CommentLanguage language = CommentLanguage::fr) {
  return order_comment(t.day, 0, "1a2b3c4d", language);
}
const std::string marker = "[romaine:4-1a2b3c4d]";

}  // namespace

TEST_CASE("the comment in the group's words") {
  TestDay t("order 4 Duval\nCarottes | 1 kg | 3.09 | Rosa 1.25, Bel-Air 2, Maria 1, Zoé 0.5");
  t.weigh(100, 930);
  t.lack(100, {Cause::short_delivery, {}});
  t.weigh(101, 2000);
  t.lack(102);
  t.lack(103);
  CHECK(comment(t) ==
        "Carottes : Rosa 1,250 → 0,930 kg (−320 g, −0,99 €) ; absent : Maria (1,000 kg, −3,09 €), "
        "Zoé (0,500 kg, −1,55 €)\n" +
            marker);
  CHECK(comment(t, CommentLanguage::en) ==
        "Carottes: Rosa 1.250 → 0.930 kg (−320 g, −€0.99); absent: Maria (1.000 kg, −€3.09), Zoé "
        "(0.500 kg, −€1.55)\n" +
            marker);
  CHECK(comment(t, CommentLanguage::de) ==
        "Carottes: Rosa 1,250 → 0,930 kg (−320 g, −0,99 €); fehlt: Maria (1,000 kg, −3,09 €), Zoé "
        "(0,500 kg, −1,55 €)\n" +
            marker);
}

TEST_CASE("only what is short, absent by an entry, or over") {
  TestDay t(
      "order 4 Duval\nCarottes | 1 kg | 3 | Rosa 1, Maria 1, Zoé 0, Bel-Air 0\n"
      "Radis | botte | 1.2 | Rosa 3, Maria 2, Zoé 0");
  CHECK(comment(t) == marker);
  t.weigh(100, 1049);  // good
  t.weigh(101, 500);   // a bag begun
  t.lack(102);         // was to get nothing
  CHECK(comment(t) == marker);
  t.weigh(103, 300);  // was to get nothing, and got it
  CHECK(comment(t) == "Carottes : Bel-Air 0,000 → 0,300 kg (+300 g, +0,90 €)\n" + marker);
  t.undo({"table", t.seq});
  t.count(104, 2000);
  const auto noted = t.lack(104);
  t.count(105, 3500);
  CHECK(comment(t) ==
        "Radis : Maria 2 → 3,5 × botte (+1,5, +1,80 €) ; Rosa 3 → 2 × botte (−1, −1,20 €)\n" +
            marker);
  t.undo(noted);
  CHECK(comment(t) == "Radis : Maria 2 → 3,5 × botte (+1,5, +1,80 €)\n" + marker);
}

TEST_CASE("amounts: a price that is not exact is not told, grams up to 10 kg") {
  TestDay t("order 4 Duval\nChou | 500 g | ~3 | Rosa 50, Maria ?\nChou | 1 kg | ? | Rosa 12");
  t.weigh(100, 14'999);
  t.lack(100);
  t.lack(101);
  t.weigh(102, 2001);
  t.lack(102);
  CHECK(comment(t) ==
        "Chou (500 g) : Rosa 25,000 → 14,999 kg (−10,001 kg) ; absent : Maria\n"
        "Chou (1 kg) : Rosa 12,000 → 2,001 kg (−9999 g)\n" +
            marker);
}

TEST_CASE("a name with a line end stays on its line; the language falls back to French") {
  TestDay t("order 4 Duval\nSel | 1 kg | 0.001 | Rosa 2");
  auto order = t.day.orders()[0];
  order.articles[0].name = "Sel\r\nfin";
  t.day.set_reference(order);
  t.weigh(100, 1000);
  t.lack(100);
  CHECK(comment(t) == "Sel  fin : Rosa 2,000 → 1,000 kg (−1000 g, 0,00 €)\n" + marker);
  CHECK(comment_language("en") == CommentLanguage::en);
  CHECK(comment_language("de") == CommentLanguage::de);
  CHECK(comment_language("xx") == CommentLanguage::fr);
}

TEST_CASE("shortfalls: what a shortfall closed, with what it costs") {
  TestDay t(
      "order 4 Duval\nCarottes | 1 kg | 3.09 | Zoé 1.25=1, Rosa 1.25, Maria 0, Luc 1\n"
      "Thym | botte | ? | Rosa 2, Zoé ?\nAil | botte | 2 | Rosa 3, Zoé 1");
  t.weigh(101, 930);
  t.lack(101, {Cause::other, "tombé, \"écrasé\""});
  t.lack(100, {Cause::damaged, {}});
  t.lack(102);         // was to get nothing
  t.lack(104);         // price unknown
  t.lack(105);         // amount unknown
  t.count(106, 3000);  // enough, in spite of the word
  t.lack(106);
  t.weigh(103, 500);  // begun, nothing noted
  const auto found = shortfalls(t.day, 0);
  REQUIRE(found.size() == 4);
  // By group order (Zoé came first), then by cell.
  CHECK(found[0].at == t.at(100));
  CHECK(found[0].target == whole_units(1));
  CHECK(found[0].given == Quantity());
  CHECK(found[0].missing == whole_units(1));
  CHECK(found[0].amount == cents(309));
  CHECK(found[0].cause == Cause{Cause::damaged, {}});
  CHECK(found[1].at == t.at(105));
  CHECK_FALSE(found[1].missing);
  CHECK_FALSE(found[1].amount);
  CHECK(found[2].at == t.at(101));
  CHECK(found[2].missing == Quantity(320'000));
  CHECK(found[2].amount == cents(99));
  CHECK(found[2].cause.text == "tombé, \"écrasé\"");
  CHECK(found[3].at == t.at(104));
  CHECK(found[3].missing == whole_units(2));
  CHECK_FALSE(found[3].amount);
}
