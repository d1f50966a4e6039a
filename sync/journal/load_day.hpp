// One day of the journal in memory: the fold, its entries, what goes with it. A value; it reads the
// journal when asked and keeps no hold of it.
#pragma once

#include <optional>
#include <vector>

#include "domain/day.hpp"
#include "sync/journal/journal.hpp"

namespace journal {

struct LoadedDay {
  Day row;
  domain::Day day;
  std::vector<domain::Entry> entries;  // of this day, in the order of the journal
  std::vector<ReferenceMark> marks;    // of the orders, by id; the orders lie in `day`
  Crates crates;

  bool open() const { return !row.ended_at; }
  // The newest entry that is folded in: `seen` of Journal::append.
  domain::Stamp seen() const { return entries.empty() ? domain::Stamp{} : entries.back().at; }
  // What append() gave back: kept and folded.
  void add(std::span<const domain::Entry> fresh);
};

// Day `number`; without one the open day, else the last. Fails with Fault::not_found where there is
// none.
domain::Result<LoadedDay> load_day(Journal& journal, std::optional<int> number = std::nullopt);

// Reads what was written meanwhile by another process: entries that came after those in `loaded`,
// and references or an end of the day where these changed.
domain::Result<void> catch_up(Journal& journal, LoadedDay& loaded);

}  // namespace journal
