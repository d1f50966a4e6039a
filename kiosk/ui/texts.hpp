// The texts of the screens in a person's language: gettext catalogues (assets/lang/<code>.po, made
// binary by msgfmt at build time, part of the program), read by Boost.Locale without any system
// locale, one object a language.
//
// The msgid is the English text itself, written where it is used: tr("Save {1}", amount). English
// therefore needs no catalogue entry (en.po may override one). To add a text: write it in the code
// and add its entry under the screen's heading in fr.po and de.po; tests/kiosk/ui/test_texts.py
// fails while one lacks it, is fuzzy, or has other placeholders. {1} to {9} are the arguments, in
// any order; one word that needs two translations takes a longer msgid.
#pragma once

#include <array>
#include <initializer_list>
#include <locale>
#include <string>
#include <string_view>

namespace ui {

enum class Language { fr, en, de };
inline constexpr std::array all_languages{Language::fr, Language::en, Language::de};

std::string_view code_of(Language language);      // "fr"
std::string_view own_name_of(Language language);  // "Français"
// "fr", "fr_FR.UTF-8"; English for what we do not have.
Language language_of(std::string_view code);

// Marks a msgid that stands in a table and is translated later with tr().
constexpr const char* msg(const char* english) { return english; }

class Texts {
 public:
  explicit Texts(Language language);

  Language language() const { return language_; }
  std::string tr(const char* english) const;
  template <class... Arguments>
  std::string tr(const char* english, const Arguments&... arguments) const {
    return filled(tr(english), {std::string_view(arguments)...});
  }
  // The form for n by the language's own rule; {1} is n itself.
  template <class... Arguments>
  std::string tr_n(const char* one, const char* many, long n, const Arguments&... arguments) const {
    return filled(plural(one, many, n),
                  {std::string_view(counted(n)), std::string_view(arguments)...});
  }

 private:
  std::string plural(const char* one, const char* many, long n) const;
  std::string counted(long n) const;
  static std::string filled(std::string pattern, std::initializer_list<std::string_view> arguments);

  Language language_;
  std::locale catalogue_;
};

}  // namespace ui
