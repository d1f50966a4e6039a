#include "sync/server/foodsoft/replies/script.hpp"

#include <algorithm>

#include "sync/server/foodsoft/guard.hpp"
#include "sync/server/foodsoft/shown_number.hpp"
#include "sync/server/foodsoft/utf8.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;
constexpr std::size_t npos = std::string_view::npos;

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Reads the literal that begins at text[at] (its quote); `at` is then behind it. Rails' j() escapes
// \ ' " ` $, line ends and the slash of "</".
std::optional<std::string> literal_at(std::string_view text, std::size_t& at) {
  const char quote = text[at++];
  std::string out;
  while (at < text.size()) {
    const char c = text[at++];
    if (c == quote) return out;
    if (c == '\n' && quote != '`') return std::nullopt;
    if (c != '\\') {
      out += c;
      continue;
    }
    if (at >= text.size()) return std::nullopt;
    const char escaped = text[at++];
    switch (escaped) {
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case '\n':  // the literal goes on in the next line
        break;
      default:
        out += escaped;
    }
  }
  return std::nullopt;
}

}  // namespace

domain::Result<Script> Script::read(std::string_view text) {
  if (text.size() > largest_unpacked)
    return fail(Fault::page_hostile, "it is larger than any reply of a server");
  if (first_bad_byte(text)) return fail(Fault::page_hostile, "it is no text in UTF-8");
  Script script;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (text.substr(at, 2) == "//") {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.substr(at, 2) == "/*") {
      const auto end = text.find("*/", at + 2);
      if (end == npos) return fail(Fault::page_torn, "it ends in the middle of a comment");
      at = end + 2;
    } else if (c == '\'' || c == '"' || c == '`') {
      auto literal = literal_at(text, at);
      if (!literal) return fail(Fault::page_torn, "it ends in the middle of a text");
      script.literals_.push_back(std::move(*literal));
      script.code_ += "''";
    } else {
      script.code_ += c;
      ++at;
    }
  }
  return script;
}

const std::string* Script::after(std::string_view text) const {
  const auto at = std::find(literals_.begin(), literals_.end(), text);
  if (at == literals_.end() || at + 1 == literals_.end()) return nullptr;
  return &*(at + 1);
}

bool Script::has(std::string_view text) const {
  return std::find(literals_.begin(), literals_.end(), text) != literals_.end();
}

const std::string* Script::beginning(std::string_view text) const {
  for (const auto& literal : literals_)
    if (literal.compare(0, text.size(), text) == 0) return &literal;
  return nullptr;
}

std::optional<std::string> Script::decimal(std::string_view key) const {
  std::optional<std::string> found;
  for (auto at = code_.find(key); at != npos; at = code_.find(key, at + 1)) {
    if (at > 0 && in_word(code_[at - 1])) continue;
    auto colon = code_.find_first_not_of(" \t", at + key.size());
    if (colon == npos || code_[colon] != ':') continue;
    const auto begin = code_.find_first_not_of(" \t", colon + 1);
    if (begin == npos) continue;
    const auto end = code_.find_first_not_of("-.0123456789", begin);
    auto value = code_.substr(begin, end == npos ? npos : end - begin);
    if (found && *found != value) return std::nullopt;
    found = std::move(value);
  }
  if (found && found->empty()) return std::nullopt;
  return found;
}

std::optional<std::int64_t> Script::number(std::string_view key) const {
  const auto text = decimal(key);
  return text ? number_after(*text, "") : std::nullopt;
}

}  // namespace server
