#include "sync/journal/plain_json.hpp"

#include <optional>

#include "sync/journal/flat_json.hpp"

namespace journal {

namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  bool at_end() const { return at_ == text_.size(); }

  // Between quotes.
  std::optional<std::string_view> text() {
    if (!take('"')) return std::nullopt;
    const std::size_t begin = at_;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') return text_.substr(begin, at_++ - begin);
      if (c < ' ' || c > '~' || c == '\\') return std::nullopt;  // a char beyond ASCII is below ' '
    }
    return std::nullopt;
  }

  std::optional<std::int64_t> number() {
    constexpr std::size_t most_digits = 18;
    const std::size_t begin = at_;
    std::int64_t value = 0;
    for (; next() >= '0' && next() <= '9'; ++at_) {
      if (at_ - begin == most_digits) return std::nullopt;
      value = value * 10 + (next() - '0');
    }
    const bool leading_zero = at_ - begin > 1 && text_[begin] == '0';
    return at_ == begin || leading_zero ? std::nullopt : std::optional(value);
  }

  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool read_value(Scanner& scanner, FlatJson::Value& value) {
  if (scanner.next() == '"') {
    const auto text = scanner.text();
    if (!text) return false;
    value.kind = FlatJson::Kind::text;
    value.text = *text;
    return true;
  }
  if (scanner.take("null")) return true;
  for (const bool yes : {true, false}) {
    if (!scanner.take(yes ? "true" : "false")) continue;
    value.kind = FlatJson::Kind::boolean;
    value.number = yes ? 1 : 0;
    return true;
  }
  const auto number = scanner.number();
  if (!number) return false;
  value.kind = FlatJson::Kind::integer;
  value.number = *number;
  return true;
}

}  // namespace

bool read_plain(std::string_view json, FlatJson& into) {
  Scanner scanner(json);
  if (!scanner.take('{')) return false;
  do {
    const auto key = scanner.text();
    if (!key || into.find(*key) || !scanner.take(':')) return false;
    if (!read_value(scanner, into.add(*key))) return false;
  } while (scanner.take(','));
  return scanner.take('}') && scanner.at_end();
}

}  // namespace journal
