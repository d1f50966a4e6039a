#include "kiosk/ui/numbers.hpp"

#include <array>
#include <cstdlib>

namespace ui {
namespace {

constexpr std::int64_t mg_per_gram = 1'000;
constexpr std::int64_t mg_per_kilogram = 1'000'000;

std::int64_t rounded(std::int64_t units, std::int64_t step) {
  return domain::narrow(domain::divide_rounded(units, step));
}

using Names = std::array<const char*, 12>;
constexpr std::array<const char*, 7> fr_days{"dimanche", "lundi",    "mardi", "mercredi",
                                             "jeudi",    "vendredi", "samedi"};
constexpr std::array<const char*, 7> en_days{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                             "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 7> de_days{"Sonntag",    "Montag",  "Dienstag", "Mittwoch",
                                             "Donnerstag", "Freitag", "Samstag"};
constexpr Names fr_months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                          "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr Names en_months{"January", "February", "March",     "April",   "May",      "June",
                          "July",    "August",   "September", "October", "November", "December"};
constexpr Names de_months{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                          "Juli",   "August",  "September", "Oktober", "November", "Dezember"};

}  // namespace

std::string Numbers::grouped(std::int64_t whole) const {
  std::string digits = std::to_string(std::abs(whole));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, thin_space);
  return (whole < 0 ? std::string(minus_sign) : std::string()) + digits;
}

std::string Numbers::decimal(std::string_view plain) const {
  const bool negative = !plain.empty() && plain.front() == '-';
  if (negative) plain.remove_prefix(1);
  const std::size_t point = plain.find('.');
  std::string text = negative ? std::string(minus_sign) : std::string();
  std::string whole(plain.substr(0, point));
  for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, thin_space);
  text += whole;
  if (point != std::string_view::npos) {
    text += language_ == Language::en ? '.' : ',';
    text += plain.substr(point + 1);
  }
  return text;
}

std::string Numbers::count(std::int64_t n) const { return grouped(n); }

std::string Numbers::grams(domain::Weight w) const {
  return grouped(rounded(w.units(), mg_per_gram)).append(no_break_space).append("g");
}

std::string Numbers::weight(domain::Weight w) const {
  if (std::abs(rounded(w.units(), mg_per_gram)) < 10'000) return grams(w);
  const std::int64_t whole_grams = rounded(w.units(), mg_per_gram);
  static_assert(mg_per_kilogram == 1'000 * mg_per_gram);
  return decimal(domain::print_decimal(whole_grams, 3, 3)).append(no_break_space).append("kg");
}

std::string Numbers::signed_weight(domain::Weight w) const {
  return (w.units() >= 0 ? "+" : "") + weight(w);
}

std::string Numbers::quantity(domain::Quantity q) const {
  return decimal(domain::print_decimal(rounded(q.units(), 1'000), 3));
}

std::string Numbers::quantity(domain::Quantity q, std::string_view unit) const {
  return quantity(q).append(no_break_space).append(unit);
}

std::string Numbers::euro(std::string number) const {
  if (language_ != Language::en) return number.append(no_break_space).append("€");
  const bool negative = number.starts_with(minus_sign);
  return number.insert(negative ? minus_sign.size() : 0, "€");
}

std::string Numbers::money(domain::Money m) const {
  return euro(decimal(domain::print_decimal(m.units(), domain::money_places, 2)));
}

std::string Numbers::price(domain::UnitPrice p, std::string_view unit) const {
  const std::int64_t shown = rounded(p.units(), 100'000);
  return euro(decimal(domain::print_decimal(shown, 4, 2))).append("/").append(unit);
}

std::string Numbers::day(std::chrono::year_month_day date) const {
  const auto week_day = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
  const std::size_t month = static_cast<unsigned>(date.month()) - 1;
  const std::string number = std::to_string(static_cast<unsigned>(date.day()));
  switch (language_) {
    case Language::fr:
      return std::string(fr_days[week_day]) + " " + (number == "1" ? "1er" : number) + " " +
             fr_months[month];
    case Language::de:
      return std::string(de_days[week_day]) + ", " + number + ". " + de_months[month];
    case Language::en:
      break;
  }
  return std::string(en_days[week_day]) + " " + number + " " + en_months[month];
}

std::string plain_text(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(thin_space) || rest.starts_with("\u2009")) {
      plain += ' ';
      i += 2;
    } else if (rest.starts_with(no_break_space)) {
      plain += ' ';
      i += 1;
    } else {
      plain += text[i] == '\n' ? ' ' : text[i];
    }
  }
  return plain;
}

}  // namespace ui
