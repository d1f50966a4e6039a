#include "devices/scales/frame_text.hpp"

#include <algorithm>
#include <array>

namespace scales {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace

std::optional<SignedDecimal> read_field(std::string_view field, char mark) {
  constexpr int most_digits = 15;
  field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
  SignedDecimal number;
  if (!field.empty() && (field.front() == '-' || field.front() == '+')) {
    number.minus = field.front() == '-';
    field.remove_prefix(1);
  }
  if (field.empty() || !is_digit(field.front()) || !is_digit(field.back())) return std::nullopt;
  int digits = 0;
  bool after_mark = false;
  for (const char c : field) {
    if (c == mark) {
      if (after_mark) return std::nullopt;
      after_mark = true;
      continue;
    }
    if (!is_digit(c) || ++digits > most_digits) return std::nullopt;
    number.value.mantissa = number.value.mantissa * 10 + (c - '0');
    if (after_mark) ++number.value.decimals;
  }
  if (number.minus) number.value.mantissa = -number.value.mantissa;
  return number;
}

ScaleEvent weight_or_under_zero(const SignedDecimal& number, WeightEvent weight) {
  if (number.minus && number.value.mantissa == 0) {
    StatusEvent below;
    below.error = StatusError::under_zero;
    below.stable = weight.stable;
    below.unit = weight.unit;
    return below;
  }
  weight.value = number.value;
  return weight;
}

UnitWord read_unit_word(std::string_view text) {
  static constexpr std::array<std::string_view, 7> counts{"pc",    "pcs", "pce", "stk",
                                                          "piece", "%",   "st"};
  const std::string word = lower(text);
  if (const auto unit = read_unit(word)) return {unit, Reason::unknown_unit};
  const bool counted = std::find(counts.begin(), counts.end(), word) != counts.end();
  return {std::nullopt, counted ? Reason::not_mass : Reason::unknown_unit};
}

bool Walk::text(std::string_view expected) {
  for (const char c : expected) {
    if (failed()) return false;
    if (at_ < bytes_.size() && bytes_[at_] == c)
      ++at_;
    else
      stop();
  }
  return !failed();
}

char Walk::one_of(std::string_view expected) {
  if (failed()) return '\0';
  if (at_ < bytes_.size() && expected.find(bytes_[at_]) != expected.npos) return bytes_[at_++];
  stop();
  return '\0';
}

std::string_view Walk::field(std::size_t length, std::string_view allowed) {
  const std::size_t start = at_;
  for (std::size_t i = 0; i < length; ++i)
    if (one_of(allowed) == '\0') return {};
  return bytes_.substr(start, length);
}

std::string_view Walk::run(std::size_t least, std::size_t most, bool (*allowed)(char)) {
  if (failed()) return {};
  const std::size_t start = at_;
  while (at_ < bytes_.size() && at_ - start < most && allowed(bytes_[at_])) ++at_;
  if (at_ - start < least) stop();
  return bytes_.substr(start, at_ - start);
}

Verdict Walk::verdict() const {
  if (failed()) return state_;
  return at_ == bytes_.size() ? Verdict::full : Verdict::none;
}

}  // namespace scales
