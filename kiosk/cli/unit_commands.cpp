// What free-text units mean: told by a person, kept as an entry, remembered for later days.
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "domain/record_rules.hpp"
#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/entry_json.hpp"

namespace kiosk {

namespace {

using domain::Result;
using nlohmann::ordered_json;

Result<domain::UnitMeaning> meaning_of(const UnitWord& word) {
  if (word.mass) return domain::mass_meaning(*word.mass);
  if (word.volume) return domain::volume_meaning(*word.volume);
  return domain::pieces_meaning(word.pieces.value_or(""));
}

Result<void> set(const Globals& globals, const UnitWord& word) {
  if (auto good = check_text("The unit", word.text); !good) return good;
  const std::string text = domain::collapse_blanks(word.text);
  if (text.empty())
    return domain::fail(domain::Fault::bad_value, "The unit has no text; nothing was saved.");
  const auto meaning = meaning_of(word);
  if (!meaning) return tl::unexpected(meaning.error());
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return tl::unexpected(opened.error());
  const auto loaded = day_to_fill(globals, *opened);
  if (!loaded) return tl::unexpected(loaded.error());
  const domain::Body body = domain::UnitConfirmed{text, *meaning};
  if (auto may = domain::may_record(loaded->day, body); !may) return may;
  const auto saved = opened->journal->append(std::span(&body, 1), opened->person, loaded->seen());
  if (!saved) return tl::unexpected(saved.error());
  return {};
}

// Every text of the day's articles and every one that a person has told.
std::map<std::string, domain::UnitMeaning> units_of(const domain::Day& day) {
  std::map<std::string, domain::UnitMeaning> units = day.units().confirmed();
  for (const auto& order : day.orders())
    for (const auto& article : order.articles)
      units.insert_or_assign(article.unit.text, day.units().meaning(article.unit));
  return units;
}

std::string_view word(domain::UnitSource source) {
  switch (source) {
    case domain::UnitSource::text:
      return "text";
    case domain::UnitSource::code:
      return "code";
    case domain::UnitSource::ratio:
      return "ratio";
    case domain::UnitSource::person:
      return "person";
    case domain::UnitSource::none:
      break;
  }
  return "nobody";
}

std::string unit_line(const std::string& text, const domain::UnitMeaning& meaning, bool as_json) {
  const bool known = meaning.measure != domain::Measure::unknown;
  if (!as_json)
    return text + '\t' + std::string(journal::word(meaning.measure)) + '\t' +
           journal::meaning_text(meaning) + '\t' + std::string(word(meaning.source));
  ordered_json line;
  line["text"] = text;
  if (known) line[std::string(journal::word(meaning.measure))] = journal::meaning_text(meaning);
  line["known_by"] = known ? ordered_json(word(meaning.source)) : ordered_json();
  return line.dump();
}

}  // namespace

int unit_set(const Globals& globals, const UnitWord& word) { return ended(set(globals, word)); }

int unit_list(const Globals& globals, std::ostream& out) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return report(opened.error());
  const auto loaded = chosen_day(globals, *opened);
  if (!loaded) return report(loaded.error());
  for (const auto& [text, meaning] : units_of(loaded->day))
    out << unit_line(text, meaning, globals.json) << '\n';
  return 0;
}

}  // namespace kiosk
