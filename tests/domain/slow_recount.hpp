// A slow recount of the day, for the fold to be checked against: it reads the rules of
// contracts.md 2.2 and 2.3 anew from the whole list of entries, one cell at a time, rounds in its
// own way, and looks up every undo in the list.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/day.hpp"

namespace support {

using namespace domain;

// What is known at the end of a sequence.
struct Story {
  std::map<std::int64_t, ReferenceOrder> orders;  // newest version of each
  std::vector<Entry> entries;
};

struct Recount {
  std::optional<Quantity> base, target, given;
  std::string state;
  std::string cause;
  int bags = 0;
};

bool is_undone(const Story& story, const Entry& entry);
UnitMeaning meaning_of(const Story& story, const Unit& unit);
Recount recount(const Story& story, const ReferenceOrder& order, const ReferenceCell& reference);
std::optional<Quantity> recount_received(const Story& story, const OrderArticle& article);

}  // namespace support
