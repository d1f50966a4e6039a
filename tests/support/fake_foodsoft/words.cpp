#include "fake_foodsoft/words.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <regex>

namespace fake {
namespace {

constexpr const char* narrow_space = "\xE2\x80\xAF";

struct Translated {
  std::string_view en, fr, de;
};
constexpr std::array<Translated, 14> words{{
    {"Open", "Ouverte", "Laufend"},
    {"Closed", "Clôturée", "Beendet"},
    {"Received", "Reçue", "In Empfang genommen"},
    {"Settled", "Décomptée", "Abgerechnet"},
    {"Order", "Commande", "Bestellung"},
    {"Receive", "Réceptionner", "In Empfang nehmen"},
    {"accounting", "décompter", "abrechnen"},
    {"Delete", "Supprimer", "Löschen"},
    {"Edit", "Modifier", "Bearbeiten"},
    {"Name", "Nom", "Name"},
    {"Unit", "Unité", "Einheit"},
    {"Ordered", "Commandé", "Bestellt"},
    {"Total price", "Prix total", "Gesamtpreis"},
    {"Order sum", "Total", "Summe"},
}};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

}  // namespace

Lang lang_of(std::string_view code) {
  return code == "fr" ? Lang::fr : code == "de" ? Lang::de : Lang::en;
}
const char* code_of(Lang lang) { return lang == Lang::fr ? "fr" : lang == Lang::de ? "de" : "en"; }

std::string number(const Decimal& value, int places, Lang lang) {
  std::string text = value.rounded(places).text();
  if (lang != Lang::en) replace_all(text, ".", ",");
  return text;
}

std::string money(const Decimal& value, Lang lang) {
  std::string text = value.fixed(2);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  const std::string mark = lang == Lang::en ? "," : lang == Lang::de ? "." : narrow_space;
  if (lang != Lang::en) text[text.size() - 3] = ',';
  for (std::size_t at = text.size() - 3; at > first + 3;) text.insert(at -= 3, mark);
  if (lang != Lang::en) return fmt::format("{} €{}", text, narrow_space);
  return fmt::format("{}€{}{}", text.substr(0, first), narrow_space, text.substr(first));
}

std::string date(const std::string& iso, Lang lang) {
  if (lang == Lang::en || iso.size() < 10) return iso;
  const char* mark = lang == Lang::fr ? "/" : ".";
  return fmt::format("{}{}{}{}{}{}", iso.substr(8, 2), mark, iso.substr(5, 2), mark,
                     iso.substr(0, 4), iso.substr(10));
}

std::string long_date(const std::string& iso, Lang lang) {
  constexpr const char* months[3][12] = {
      {"January", "February", "March", "April", "May", "June", "July", "August", "September",
       "October", "November", "December"},
      {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
       "octobre", "novembre", "décembre"},
      {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
       "Oktober", "November", "Dezember"}};
  if (iso.size() < 10) return iso;
  const int month = std::atoi(iso.substr(5, 2).c_str()), day = std::atoi(iso.substr(8, 2).c_str());
  const char* name = months[static_cast<int>(lang)][(month + 11) % 12];
  if (lang == Lang::en) return fmt::format("{} {:02}, {}", name, day, iso.substr(0, 4));
  return fmt::format("{}{} {} {}", day, lang == Lang::de ? "." : "", name, iso.substr(0, 4));
}

std::string say(std::string_view english, Lang lang) {
  for (const Translated& word : words)
    if (word.en == english)
      return std::string(lang == Lang::fr ? word.fr : lang == Lang::de ? word.de : word.en);
  return std::string(english);
}

std::string unlocalized(std::string text, Lang lang) {
  static const std::regex english_thousands(R"(\d+,+\d+\.+\d+)");
  static const std::regex german_thousands(R"(\d+\.+\d+,+\d+)");
  static const std::regex french_thousands(R"(\d+ +\d+,+\d+)");
  if (lang == Lang::en) {
    if (std::regex_search(text, english_thousands)) replace_all(text, ",", "");
    return text;
  }
  const bool german = lang == Lang::de;
  if (std::regex_search(text, german ? german_thousands : french_thousands))
    replace_all(text, german ? "." : " ", "");
  replace_all(text, ",", ".");
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else
      out += c;
  }
  return out;
}

std::string js_escaped(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size(); ++at) {
    const char c = html[at];
    if (c == '<' && at + 1 < html.size() && html[at + 1] == '/') {
      out += "<\\/";
      ++at;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == '"' || c == '\'' || c == '`' || c == '$') {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string cut_text(const std::string& text, std::size_t longest) {
  std::size_t letters = 0, end = 0, cut = 0;
  while (end < text.size()) {
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && ++letters == longest - 2)
      cut = end;
    ++end;
  }
  return letters <= longest ? text : text.substr(0, cut) + "...";
}

}  // namespace fake
