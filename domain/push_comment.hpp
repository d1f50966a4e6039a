// The comments that pushes post under an order: the first in full, each later one with what changed
// since, found again by their marks (contracts.md 8). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/comment.hpp"
#include "domain/push_state.hpp"

namespace domain {

// "[romaine:4-1a2b3c4d]" of the first, "[romaine:4-1a2b3c4d n2]" of the second.
std::string comment_mark(OrderId order, std::string_view day_mark, int number);

struct CommentToPost {
  int number = 1;
  std::string text;   // what people are to read
  std::string whole;  // what it stands for in full; `text` itself where that is the whole
};

// The order's comment as it stands, one line where nothing differs from what was asked.
std::string whole_comment(const Day& day, int order, std::string_view day_mark,
                          CommentLanguage language);

// What is to be posted now; nothing where the last posted one says the same, in any language.
std::optional<CommentToPost> comment_to_post(const Day& day, int order, std::string_view day_mark,
                                             CommentLanguage language,
                                             const std::vector<CommentPush>& so_far);

// What of it the server takes, still as people read it: at most 65 535 bytes once &, < and > go as
// entities, which the wire makes of them; what does not fit is left out line by line, with a
// sentence, and the mark stays the last line.
std::string comment_that_fits(const std::string& text, CommentLanguage language);

}  // namespace domain
