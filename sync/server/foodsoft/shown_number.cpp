#include "sync/server/foodsoft/shown_number.hpp"

#include <array>
#include <string>

#include "domain/decimal.hpp"

namespace server {

namespace {

constexpr int micro_places = 6;
constexpr Micro largest_shown = 1'000'000'000'000'000;
constexpr std::array<std::string_view, 5> wide_blanks = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                                         "\xE2\x80\x87", "\xEF\xBB\xBF"};

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t blank_at_front(std::string_view text) {
  if (!text.empty() && is_blank(text.front())) return 1;
  for (const auto blank : wide_blanks)
    if (text.substr(0, blank.size()) == blank) return blank.size();
  return 0;
}

std::size_t blank_at_back(std::string_view text) {
  if (!text.empty() && is_blank(text.back())) return 1;
  for (const auto blank : wide_blanks)
    if (text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank)
      return blank.size();
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const auto blank = blank_at_front(text)) text.remove_prefix(blank);
  while (const auto blank = blank_at_back(text)) text.remove_suffix(blank);
  return text;
}

std::optional<Micro> read_shown(std::string_view text) {
  const auto read = domain::read_decimal(trimmed(text), micro_places, domain::Sign::allowed);
  if (!read || *read > largest_shown || *read < -largest_shown) return std::nullopt;
  return *read;
}

std::optional<AskedAndTolerance> read_asked(std::string_view text) {
  const auto plus = text.find('+');
  if (plus == text.npos) return std::nullopt;
  const auto asked = read_shown(text.substr(0, plus));
  const auto tolerance = read_shown(text.substr(plus + 1));
  if (!asked || !tolerance) return std::nullopt;
  return AskedAndTolerance{*asked, *tolerance};
}

std::optional<std::int64_t> read_times(std::string_view text) {
  const auto sign = text.find("×");
  if (sign == text.npos) return std::nullopt;
  const auto number = domain::read_decimal(trimmed(text.substr(sign + 2)), 0);
  return number && *number > 0 ? std::optional(*number) : std::nullopt;
}

std::optional<std::int64_t> read_currency(std::string_view text) {
  std::string digits;
  bool negative = false, before = true;
  std::size_t since_mark = std::string::npos;
  for (const char c : text) {
    if (is_digit(c)) {
      digits.push_back(c);
      before = false;
      if (since_mark != std::string::npos) ++since_mark;
    } else if (c == '-' && before) {
      negative = true;
    } else if ((c == '.' || c == ',') && !before) {
      since_mark = 0;
    }
  }
  if (since_mark != 2 || digits.size() > 15) return std::nullopt;
  const auto cents = domain::read_decimal(digits, 0);
  if (!cents) return std::nullopt;
  return negative ? -*cents : *cents;
}

std::optional<std::int64_t> number_after(std::string_view text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return std::nullopt;
  const auto digits = text.substr(prefix.size());
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace server
