// The order comment in the group's words: what is short, absent or over, one line an article, and a
// mark by which the comment is found again (contracts.md 2.4). Pure.
#pragma once

#include <string>
#include <string_view>

#include "domain/day.hpp"

namespace domain {

enum class CommentLanguage { fr, en, de };
// "fr", "en", "de"; French for any other.
CommentLanguage comment_language(std::string_view code);

// "[romaine:4-1a2b3c4d]", with the day's 8 hex digits.
std::string comment_marker(OrderId order, std::string_view day_mark);

// Lines without an ending newline; the last one is the marker. Article, ordergroup names and units
// verbatim.
std::string order_comment(const Day& day, int order, std::string_view day_mark,
                          CommentLanguage language);

}  // namespace domain
