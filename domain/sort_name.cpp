#include "domain/sort_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace domain {

namespace {

// U+00C0 to U+017F without their accents; '*' where that is no single letter.
constexpr std::string_view bare =
    "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY*Y"
    "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII**JJKKKLLLLLLL"
    "LLLNNNNNNNNNOOOOOO**RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";

constexpr std::array<std::pair<char32_t, std::string_view>, 13> pairs = {{{0xC6, "AE"},
                                                                          {0xE6, "AE"},
                                                                          {0xD7, "x"},
                                                                          {0xF7, "/"},
                                                                          {0xDE, "TH"},
                                                                          {0xFE, "TH"},
                                                                          {0xDF, "SS"},
                                                                          {0x132, "IJ"},
                                                                          {0x133, "IJ"},
                                                                          {0x152, "OE"},
                                                                          {0x153, "OE"},
                                                                          {0x2018, "'"},
                                                                          {0x2019, "'"}}};

// The code point at the front and its length; a broken byte counts as itself.
std::pair<char32_t, std::size_t> front(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  if ((byte(0) & 0xE0) == 0xC0 && follows(1))
    return {static_cast<char32_t>((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  if ((byte(0) & 0xF0) == 0xE0 && follows(1) && follows(2))
    return {
        static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)),
        3};
  return {byte(0), 1};
}

void append_plain(std::string& out, char32_t point, std::string_view bytes) {
  if (point >= 'a' && point <= 'z' && bytes.size() == 1) {
    out.push_back(static_cast<char>(point - 'a' + 'A'));
    return;
  }
  const auto pair =
      std::find_if(pairs.begin(), pairs.end(), [point](const auto& p) { return p.first == point; });
  if (pair != pairs.end() && bytes.size() > 1) {
    out += pair->second;
    return;
  }
  const bool combining_accent = point >= 0x300 && point <= 0x36F && bytes.size() > 1;
  if (combining_accent) return;
  if (point >= 0xC0 && point < 0xC0 + bare.size() && bytes.size() > 1) {
    out.push_back(bare[point - 0xC0]);
    return;
  }
  out += bytes;
}

}  // namespace

std::string plain_capitals(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto [point, length] = front(text);
    append_plain(out, point, text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

std::string sort_name(std::string_view name) {
  std::string plain = plain_capitals(name);
  for (const std::string_view article : {"LES ", "LE ", "LA ", "L'"}) {
    if (!plain.starts_with(article)) continue;
    const auto rest = plain.find_first_not_of(' ', article.size());
    if (rest != plain.npos) return plain.substr(rest);
  }
  return plain;
}

bool name_before(std::string_view a, std::string_view b) {
  const std::string key_a = sort_name(a);
  const std::string key_b = sort_name(b);
  return key_a != key_b ? key_a < key_b : a < b;
}

}  // namespace domain
