#include <array>
#include <cctype>

#include "domain/unit.hpp"

namespace domain {

namespace {

struct Size {
  std::string_view word;
  Measure measure;
  std::int64_t holds;  // milligrams or millilitres
};

constexpr std::array<Size, 11> sizes = {{{"kg", Measure::mass, 1'000'000},
                                         {"g", Measure::mass, 1'000},
                                         {"gr", Measure::mass, 1'000},
                                         {"mg", Measure::mass, 1},
                                         {"l", Measure::volume, 1'000},
                                         {"litre", Measure::volume, 1'000},
                                         {"litres", Measure::volume, 1'000},
                                         {"liter", Measure::volume, 1'000},
                                         {"dl", Measure::volume, 100},
                                         {"cl", Measure::volume, 10},
                                         {"ml", Measure::volume, 1}}};

// Words that make a size a guess: "env. 500 g" is asked.
constexpr std::array<std::string_view, 12> vague = {"env",    "environ", "ca",   "circa",
                                                    "approx", "about",   "etwa", "ungefähr",
                                                    "min",    "max",     "vers", "entre"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

const Size* size_named(std::string_view word) {
  for (const auto& size : sizes)
    if (size.word == word) return &size;
  return nullptr;
}

bool is_vague(std::string_view word) {
  for (const auto v : vague)
    if (v == word) return true;
  return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

struct Token {
  enum Kind { number, word, times, other } kind;
  std::string text;
};

std::vector<Token> tokens(const std::string& text) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    std::size_t end = i + 1;
    if (c == ' ') {
      ++i;
      continue;
    }
    if (is_digit(c)) {
      while (end < text.size() &&
             (is_digit(text[end]) || ((text[end] == '.' || text[end] == ',') &&
                                      end + 1 < text.size() && is_digit(text[end + 1]))))
        ++end;
      out.push_back({Token::number, text.substr(i, end - i)});
    } else if (text.compare(i, 2, "×") == 0) {
      end = i + 2;
      out.push_back({Token::times, "x"});
    } else if (is_letter(c)) {
      while (end < text.size() && (is_letter(text[end]) || text[end] == '\'' || text[end] == '-') &&
             text.compare(end, 2, "×") != 0)
        ++end;
      const std::string word = text.substr(i, end - i);
      out.push_back({word == "x" ? Token::times : Token::word, word});
    } else {
      out.push_back({Token::other, std::string(1, c)});
    }
    i = end;
  }
  return out;
}

UnitMeaning pieces(std::int64_t holds) {
  return {Measure::pieces, Fraction(holds), UnitSource::text};
}

UnitMeaning a_size(const Token& number, const Size& size) {
  const auto count = Fraction::read(number.text);
  if (!count || count->numerator() <= 0) return {};
  const auto holds = count->times(Fraction(size.holds));
  return holds ? UnitMeaning{size.measure, *holds, UnitSource::text} : UnitMeaning{};
}

// A whole count of pieces, small enough to be one.
std::int64_t pieces_in(const Token& number) {
  const auto count = read_decimal(number.text, 0);
  return count && *count > 0 && *count < 10'000 ? *count : 0;
}

// "6 pièces", "6x75cl", "6 x 500 g".
UnitMeaning a_pack(const std::vector<Token>& t) {
  const std::int64_t holds = pieces_in(t[0]);
  if (holds == 0) return {};
  if (t.size() == 2 && t[1].kind == Token::word && !size_named(t[1].text) && !is_vague(t[1].text))
    return pieces(holds);
  const bool times = t.size() == 4 && t[1].kind == Token::times && t[2].kind == Token::number &&
                     t[3].kind == Token::word && size_named(t[3].text);
  return times ? pieces(holds) : UnitMeaning{};
}

// "botte", "pot 500 g", "boîte de 6", "barquette (250 g)": one of what the words name.
UnitMeaning a_named_piece(const std::vector<Token>& t) {
  std::int64_t holds = 1;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (t[i].kind == Token::word && is_vague(t[i].text)) return {};
    if (t[i].kind != Token::other) continue;
    const std::string& mark = t[i].text;
    if (mark != "(" && mark != ")" && mark != "." && mark != "," && mark != "/") return {};
  }
  const auto& last = t.back();
  if (t.size() >= 2 && last.kind == Token::number) {
    holds = pieces_in(last);
    if (holds == 0) return {};
  }
  return pieces(holds);
}

}  // namespace

UnitMeaning read_unit_text(std::string_view text) {
  const auto t = tokens(lower(collapse_blanks(text)));
  if (t.empty()) return {};
  if (t.front().kind == Token::number) {
    const Size* size = t.size() == 2 && t[1].kind == Token::word ? size_named(t[1].text) : nullptr;
    return size ? a_size(t[0], *size) : a_pack(t);
  }
  if (t.front().kind != Token::word) return {};
  const Size* bare = size_named(t.front().text);
  if (bare)
    return t.size() == 1 ? UnitMeaning{bare->measure, Fraction(bare->holds), UnitSource::text}
                         : UnitMeaning{};
  return a_named_piece(t);
}

}  // namespace domain
