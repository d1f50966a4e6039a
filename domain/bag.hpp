// Bags: the weighed and counted entries that want a label, which of them still wait for one, and
// the serial that each bag's number is made of. Folds over the entries of a day; pure.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "domain/entry.hpp"

namespace domain {

// Label due, not undone, and no `printed` entry names it. In the order of the journal.
std::vector<EntryRef> waiting_labels(std::span<const Entry> entries);

// The serial of each bag of each station: the greater of the station's last + 1 and the seconds
// from 2026-01-01 to the entry, so that a new folder or a restored backup never gives a number out
// again.
std::map<EntryRef, std::int64_t> bag_serials(std::span<const Entry> entries);

}  // namespace domain
