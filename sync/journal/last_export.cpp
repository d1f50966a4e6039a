#include "sync/journal/last_export.hpp"

#include <charconv>

namespace journal {

namespace {

std::string key(int day) { return "exported:" + std::to_string(day); }

std::optional<domain::Stamp> stamp(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(domain::Stamp{value}) : std::nullopt;
}

}  // namespace

// "1700000000000000 1700000000000001"
std::optional<LastExport> last_export(Journal& journal, int day) {
  const auto kept = journal.kept(key(day)).value_or(std::nullopt).value_or(std::string());
  const auto blank = kept.find(' ');
  if (blank == kept.npos) return std::nullopt;
  const auto newest = stamp(std::string_view(kept).substr(0, blank));
  const auto at = stamp(std::string_view(kept).substr(blank + 1));
  if (!newest || !at) return std::nullopt;
  return LastExport{*newest, *at};
}

domain::Result<void> note_export(Journal& journal, int day, const LastExport& done) {
  return journal.keep(key(day), std::to_string(done.newest.microseconds) + " " +
                                    std::to_string(done.at.microseconds));
}

}  // namespace journal
