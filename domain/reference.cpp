#include "domain/reference.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace domain {

namespace {

constexpr std::array<std::pair<ServerState, std::string_view>, 4> state_words = {
    {{ServerState::open, "open"},
     {ServerState::finished, "finished"},
     {ServerState::received, "received"},
     {ServerState::closed, "closed"}}};

constexpr int fine_places = 18;
constexpr int most_whole_digits = 15;

}  // namespace

std::string_view word(ServerState state) {
  for (const auto& [value, text] : state_words)
    if (value == state) return text;
  ensure(false, "a server state has a word");
  return {};
}

std::optional<ServerState> server_state(std::string_view text) {
  for (const auto& [value, word] : state_words)
    if (word == text) return value;
  return std::nullopt;
}

FinePrice operator+(FinePrice a, FinePrice b) { return {a.units + b.units}; }

Result<FinePrice> read_fine_price(std::string_view text) {
  const auto bad = [text] {
    return fail(Fault::bad_value, "\"" + std::string(text) + "\" is no price");
  };
  const bool negative = !text.empty() && text.front() == '-';
  const std::string_view digits = negative ? text.substr(1) : text;
  const auto point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  const std::string_view part = point == digits.npos ? "" : digits.substr(point + 1);
  const auto all_digits = [](std::string_view t) {
    return std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || whole.size() > most_whole_digits || !all_digits(whole) ||
      !all_digits(part) || (point != digits.npos && part.empty()))
    return bad();
  Wide units = 0;
  for (const char c : whole) units = units * 10 + (c - '0');
  for (std::size_t i = 0; i < fine_places; ++i)
    units = units * 10 + (i < part.size() ? part[i] - '0' : 0);
  return FinePrice{negative ? -units : units};
}

std::string text_of(FinePrice price) {
  Wide magnitude = price.units < 0 ? -price.units : price.units;
  std::string digits;
  while (magnitude > 0 || digits.size() <= fine_places) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  }
  std::reverse(digits.begin(), digits.end());
  std::string part = digits.substr(digits.size() - fine_places);
  digits.resize(digits.size() - fine_places);
  while (!part.empty() && part.back() == '0') part.pop_back();
  return (price.units < 0 ? "-" : "") + digits + (part.empty() ? "" : "." + part);
}

}  // namespace domain
