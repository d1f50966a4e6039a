// What the last export of a day held: kept beside the journal's entries, whoever wrote the export,
// so that a screen can say how much is new since.
#pragma once

#include <optional>

#include "sync/journal/journal.hpp"

namespace journal {

struct LastExport {
  domain::Stamp newest;  // the newest entry of the day that it held
  domain::Stamp at;
};

// A comfort, no fact: nothing where there was none or it cannot be read.
std::optional<LastExport> last_export(Journal& journal, int day);
domain::Result<void> note_export(Journal& journal, int day, const LastExport& done);

}  // namespace journal
