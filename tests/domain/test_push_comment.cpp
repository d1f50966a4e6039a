#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/push_comment.hpp"
#include "support/day_text.hpp"

using namespace domain;

namespace {

const char* const carrots =
    "order 4 Duval\n Carottes | 1 kg | 1.00 | Rosa 3, Maria 2\n"
    "Radis | botte | 1.00 | Rosa 1";

std::optional<CommentToPost> next(const support::TestDay& book,
                                  const std::vector<CommentPush>& so_far,
                                  CommentLanguage language = CommentLanguage::fr) {
  return comment_to_post(book.day, 0, "1a2b3c4d", language, so_far);
}

CommentPush posted(const CommentToPost& comment) {
  return {comment.number, comment.text, comment.whole, true};
}

}  // namespace

TEST_CASE("without any difference one line says so") {
  support::TestDay book(carrots);
  book.weigh(100, 3000);
  const auto first = next(book, {});
  REQUIRE(first);
  CHECK(first->text == "Tout a été donné comme demandé.\n[romaine:4-1a2b3c4d]");
  CHECK_FALSE(next(book, {posted(*first)}));
  CHECK_FALSE(next(book, {posted(*first)}, CommentLanguage::de));
}

TEST_CASE("a later text is a correction with the lines that changed") {
  support::TestDay book(carrots);
  book.weigh(100, 2000);
  const auto short_carrots = book.lack(100);
  book.lack(102);
  const auto first = next(book, {});
  REQUIRE(first);
  CHECK(first->number == 1);
  CHECK(first->text.find("Correction") == std::string::npos);
  book.weigh(101, 3000);
  const auto second = next(book, {posted(*first)});
  REQUIRE(second);
  CHECK(second->number == 2);
  CHECK(second->text.starts_with("Correction\nCarottes : "));
  CHECK(second->text.find("Radis") == std::string::npos);
  CHECK(second->text.ends_with("\n[romaine:4-1a2b3c4d n2]"));
  CHECK(second->whole.find("Radis") != std::string::npos);
  book.undo(short_carrots);
  book.weigh(100, 1000);
  book.undo({"table", book.seq - 2});
  const auto third = next(book, {posted(*first), posted(*second)});
  REQUIRE(third);
  CHECK(third->text == "Correction\nCarottes : comme demandé\n[romaine:4-1a2b3c4d n3]");
}

TEST_CASE("a comment that was sent and not found yet does not count as posted") {
  support::TestDay book(carrots);
  book.lack(102);
  const auto first = next(book, {});
  REQUIRE(first);
  auto lost = posted(*first);
  lost.posted = false;
  const auto again = next(book, {lost});
  REQUIRE(again);
  CHECK(again->number == 1);
}

TEST_CASE("a comment keeps the marks of names, and is cut by whole lines where it is too long") {
  const std::string names = "Belleville <haut> & fils\n[m]";
  CHECK(comment_that_fits(names, CommentLanguage::fr) == names);
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Article & " + std::to_string(i) + " : 1 → 2\n";
  const auto fits = comment_that_fits(text + "[romaine:4-1a2b3c4d]", CommentLanguage::en);
  // Each & goes as five bytes.
  const auto sent =
      fits.size() + 4 * static_cast<std::size_t>(std::count(fits.begin(), fits.end(), '&'));
  CHECK(sent <= 65'535);
  CHECK(sent > 65'400);
  CHECK(fits.ends_with(" more lines are in the export.\n[romaine:4-1a2b3c4d]"));
}
