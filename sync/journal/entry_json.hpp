// Entries as JSON: the body that the journal keeps (with a schema version "v"), and the line that
// `journal show --json` prints (contracts.md 2, 2.3). Pure.
#pragma once

#include <string>
#include <string_view>

#include "domain/entry.hpp"
#include "sync/journal/flat_json.hpp"

namespace journal {

// The schema of a body that this Romaine writes. What bears a higher one is kept and shown as it
// is.
inline constexpr int body_schema = 1;

std::string body_json(const domain::Body& body);

// Fails with Fault::damaged where a body of a known kind and schema does not hold together. `into`
// is working space.
domain::Result<domain::Body> read_body(std::string_view kind, std::string_view json,
                                       FlatJson& into);

// One line without its end: station, seq, at, day, person, kind, and the body by its words.
std::string show_line(const domain::Entry& entry);

// "1.5 kg", "0.75 L", "6": as `unit set` takes them. Empty where nobody knows.
std::string meaning_text(const domain::UnitMeaning& meaning);
// "mass", "volume", "pieces", "unknown".
std::string_view word(domain::Measure measure);

}  // namespace journal
