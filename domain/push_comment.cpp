#include "domain/push_comment.hpp"

#include <algorithm>

#include "domain/day.hpp"

namespace domain {

namespace {

constexpr std::size_t largest_comment = 65'535;

struct CommentWords {
  std::string_view correction, no_difference, as_asked, rest_before, rest_after, colon;
};

constexpr CommentWords words_of(CommentLanguage language) {
  switch (language) {
    case CommentLanguage::en:
      return {"Correction", "Everything was given as asked.", "as asked",
              "… ",         " more lines are in the export.", ": "};
    case CommentLanguage::de:
      return {"Korrektur", "Alles wurde wie bestellt verteilt.", "wie bestellt",
              "… ",        " weitere Zeilen stehen im Export.",  ": "};
    case CommentLanguage::fr:
      break;
  }
  return {"Correction", "Tout a été donné comme demandé.",    "comme demandé",
          "… ",         " autres lignes sont dans l'export.", " : "};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

bool holds(const std::vector<std::string>& lines, std::string_view line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// The article that a line speaks of.
std::string_view head_of(std::string_view line, std::string_view colon) {
  return line.substr(0, line.find(colon));
}

// Without the mark and the sentence that nothing differs.
std::vector<std::string> articles_in(const std::string& text, const CommentWords& words) {
  auto lines = lines_of(text);
  if (!lines.empty()) lines.pop_back();
  std::erase(lines, words.no_difference);
  return lines;
}

// The lines that changed; articles that no longer differ are named as such.
std::string correction(const std::string& before, const std::string& now, const std::string& mark,
                       const CommentWords& words) {
  const auto old_lines = articles_in(before, words), new_lines = articles_in(now, words);
  std::string text(words.correction);
  text += "\n";
  std::vector<std::string> heads;
  for (const auto& line : new_lines) {
    heads.emplace_back(head_of(line, words.colon));
    if (!holds(old_lines, line)) text += line + "\n";
  }
  for (const auto& line : old_lines) {
    const std::string head(head_of(line, words.colon));
    if (!holds(heads, head) && line.find(words.colon) != line.npos)
      text += head + std::string(words.colon) + std::string(words.as_asked) + "\n";
  }
  return text + mark;
}

// Its bytes once &, < and > are entities (foodsoft.md 14.5).
std::size_t bytes_as_sent(std::string_view text) {
  std::size_t bytes = text.size();
  for (const char c : text) bytes += c == '&' ? 4 : c == '<' || c == '>' ? 3 : 0;
  return bytes;
}

// The last comment that stands on the server.
const CommentPush* last_posted(const std::vector<CommentPush>& so_far) {
  const CommentPush* last = nullptr;
  for (const auto& comment : so_far)
    if (comment.posted && (!last || comment.number > last->number)) last = &comment;
  return last;
}

}  // namespace

std::string comment_mark(OrderId order, std::string_view day_mark, int number) {
  std::string mark = comment_marker(order, day_mark);
  if (number > 1) mark.insert(mark.size() - 1, " n" + std::to_string(number));
  return mark;
}

std::string whole_comment(const Day& day, int order, std::string_view day_mark,
                          CommentLanguage language) {
  const std::string text = order_comment(day, order, day_mark, language);
  if (text.find('\n') != text.npos) return text;
  return std::string(words_of(language).no_difference) + "\n" + text;
}

std::optional<CommentToPost> comment_to_post(const Day& day, int order, std::string_view day_mark,
                                             CommentLanguage language,
                                             const std::vector<CommentPush>& so_far) {
  const std::string whole = whole_comment(day, order, day_mark, language);
  const CommentPush* last = last_posted(so_far);
  if (!last) return CommentToPost{1, whole, whole};
  for (const auto each : {CommentLanguage::fr, CommentLanguage::en, CommentLanguage::de})
    if (whole_comment(day, order, day_mark, each) == last->whole) return std::nullopt;
  const OrderId id = day.orders()[static_cast<std::size_t>(order)].id;
  const int number = last->number + 1;
  return CommentToPost{
      number,
      correction(last->whole, whole, comment_mark(id, day_mark, number), words_of(language)),
      whole};
}

std::string comment_that_fits(const std::string& text, CommentLanguage language) {
  if (bytes_as_sent(text) <= largest_comment) return text;
  const CommentWords words = words_of(language);
  const auto lines = lines_of(text);
  const std::string& mark = lines.back();
  constexpr std::size_t most_digits = 10;
  std::size_t room = largest_comment - bytes_as_sent(mark) - words.rest_before.size() -
                     words.rest_after.size() - most_digits - 2;
  std::string cut;
  std::size_t taken = 0;
  for (; taken + 1 < lines.size() && bytes_as_sent(lines[taken]) + 1 <= room; ++taken) {
    cut += lines[taken] + "\n";
    room -= bytes_as_sent(lines[taken]) + 1;
  }
  return cut + std::string(words.rest_before) + std::to_string(lines.size() - 1 - taken) +
         std::string(words.rest_after) + "\n" + mark;
}

}  // namespace domain
