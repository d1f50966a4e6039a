#include "fake_foodsoft/typed.hpp"

#include "fake_foodsoft/http.hpp"

namespace fake {
namespace {

bool blank(const std::string& text) {
  return text == json_null || text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Typed in_column(const std::string& text, int places, const Decimal& largest) {
  if (text.find("NaN") == 0 || text.find("Infinity") != std::string::npos) return {.breaks = true};
  const Decimal value = Decimal::lenient(text).rounded(places);
  if (value > largest || value < Decimal(0) - largest) return {.breaks = true};
  return {.value = value};
}

}  // namespace

Typed typed_result(const std::string& text, Lang lang) {
  if (blank(text)) return {};
  return in_column(unlocalized(text, lang), 3, Decimal::of("99999.999"));
}

Typed typed_units(const std::string& text, int places) {
  if (blank(text)) return {};
  return in_column(text, places, Decimal::of(places == 3 ? "99999.999" : "999999.999999"));
}

bool is_utf8(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t more = lead < 0x80                   ? 0
                             : lead >= 0xF0 && lead < 0xF5 ? 3
                             : lead >= 0xE0                ? 2
                                                           : 1;
    if (lead >= 0x80 && (lead < 0xC2 || lead > 0xF4)) return false;
    for (std::size_t n = 1; n <= more; ++n)
      if (at + n >= text.size() || (static_cast<unsigned char>(text[at + n]) & 0xC0) != 0x80)
        return false;
    at += more + 1;
  }
  return true;
}

}  // namespace fake
