#include "kiosk/ui/texts.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include "kiosk/ui/catalogues.hpp"
#include "kiosk/ui/numbers.hpp"

namespace ui {
namespace {

using Catalogue = boost::locale::message_format<char>;

std::locale load(Language language) {
  namespace gettext = boost::locale::gnu_gettext;
  gettext::messages_info info;
  info.language = std::string(code_of(language));
  info.encoding = "UTF-8";
  info.domains.emplace_back("romaine");
  info.paths.emplace_back("");
  info.callback = [language](const std::string&, const std::string&) {
    const std::string_view bytes = catalogue_of(language);
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return std::locale(std::locale::classic(), gettext::create_messages_facet<char>(info));
}

}  // namespace

std::string_view code_of(Language language) {
  switch (language) {
    case Language::fr:
      return "fr";
    case Language::en:
      return "en";
    case Language::de:
      return "de";
  }
  return "en";
}

std::string_view own_name_of(Language language) {
  switch (language) {
    case Language::fr:
      return "Français";
    case Language::en:
      return "English";
    case Language::de:
      return "Deutsch";
  }
  return "English";
}

Language language_of(std::string_view code) {
  for (const Language language : all_languages)
    if (code.substr(0, 2) == code_of(language)) return language;
  return Language::en;
}

Texts::Texts(Language language) : language_(language), catalogue_(load(language)) {}

std::string Texts::tr(const char* english) const {
  const char* found = std::use_facet<Catalogue>(catalogue_).get(0, nullptr, english);
  return found != nullptr ? found : english;
}

std::string Texts::plural(const char* one, const char* many, long n) const {
  const char* found =
      std::use_facet<Catalogue>(catalogue_).get(0, nullptr, one, static_cast<int>(n));
  if (found != nullptr) return found;
  return n == 1 ? one : many;
}

std::string Texts::counted(long n) const { return Numbers(language_).count(n); }

std::string Texts::filled(std::string pattern, std::initializer_list<std::string_view> arguments) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                       pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
    const std::size_t index = place ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
    if (place && index < arguments.size()) {
      result += arguments.begin()[index];
      i += 2;
    } else {
      result += pattern[i];
    }
  }
  return result;
}

}  // namespace ui
