// Entries as JSON: the body that the journal keeps (with a schema version "v"), and the line that
// `journal show --json` prints (contracts.md 2, 2.3). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// The lines of `journal show --json`, without their ends: station, seq, at, day, person, kind, and
// the body by its words. With `only`, those of one cell and what undoes them.
std::vector<std::string> show_lines(std::span<const domain::Entry> entries,
                                    std::optional<domain::CellId> only = std::nullopt);

// "1.5 kg", "0.75 L", "6": as `unit set` takes them. Empty where nobody knows.
std::string meaning_text(const domain::UnitMeaning& meaning);
// "mass", "volume", "pieces", "unknown".
std::string_view word(domain::Measure measure);

}  // namespace journal
