#include "kiosk/screens/unit/suggest.hpp"

#include <cctype>
#include <string>

namespace screens::unit {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// A number with at most one mark inside it, from `at` on.
std::string number_at(std::string_view text, std::size_t at) {
  std::string number;
  bool marked = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool mark =
        (c == '.' || c == ',') && !marked && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(c) && !mark) break;
    marked = marked || mark;
    number += mark ? '.' : c;
  }
  return number;
}

std::string word_at(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  std::string word;
  for (; at < text.size() && is_letter(text[at]); ++at)
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
  return word;
}

}  // namespace

Suggestion suggest(std::string_view text) {
  Suggestion found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::string number = number_at(text, at);
    at += number.size();
    const std::string word = word_at(text, at);
    const std::string size = number + " " + (word == "l" ? "L" : word == "gr" ? "g" : word);
    if (const auto mass = domain::mass_meaning(size)) {
      if (!found.mass) found.mass = *mass;
    } else if (const auto volume = domain::volume_meaning(size)) {
      if (!found.volume) found.volume = *volume;
    } else if (const auto pieces = domain::pieces_meaning(number)) {
      if (!found.pieces) found.pieces = *pieces;
    }
  }
  return found;
}

}  // namespace screens::unit
