// What differs by the page's language: marks of numbers, money and dates, and the words that a
// reader might wrongly rely on (names of states, units). Other words stay English.
#pragma once

#include <string>
#include <string_view>

#include "fake_foodsoft/decimal.hpp"

namespace fake {

enum class Lang { en, fr, de };

Lang lang_of(std::string_view code);  // en where it is none of ours
const char* code_of(Lang lang);

// At most `places` decimals, no thousands marks.
std::string number(const Decimal& value, int places, Lang lang);
std::string money(const Decimal& value, Lang lang);
std::string date(const std::string& iso, Lang lang);  // "2026-11-21 04:32" or without the time
std::string long_date(const std::string& iso, Lang lang);

std::string say(std::string_view english, Lang lang);

// A number typed by a person in this language, as the server reads it: a point always, a comma only
// where the language uses it, thousands marks only before decimals.
std::string unlocalized(std::string text, Lang lang);

std::string escaped(std::string_view text);     // for HTML
std::string js_escaped(std::string_view html);  // for a string literal in a script
std::string cut_text(const std::string& text, std::size_t longest);  // "Distribution du same..."

}  // namespace fake
