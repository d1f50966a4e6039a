// What the fold keeps of the entries of cells: small values in one list for the whole day, each
// naming the one before it in its cell, and what a cell's standing ones add up to. Small, since
// memory that is touched for the first time costs more than all sums. Values; the Day owns them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/entry.hpp"

namespace domain {

// A place in one of the fold's lists.
using ListPlace = std::uint32_t;
inline constexpr ListPlace nowhere = std::numeric_limits<ListPlace>::max();

// What a weighing was judged by: a few kinds in a whole day.
struct WeighedUnder {
  Weight division;
  Band band;
  auto operator<=>(const WeighedUnder&) const = default;
};

// A weighed, counted or shortfall entry of a cell.
struct CellEntry {
  enum Kind : std::uint8_t { weighed, counted, shortfall };
  std::int64_t amount = 0;  // weighed: of a Weight; counted: of a Quantity
  Quantity base;            // as the reference then told it, where has_base
  ListPlace cell = nowhere;
  ListPlace before = nowhere;  // the cell's entry before it
  ListPlace more = nowhere;    // weighed: into the list of WeighedUnder; shortfall: of causes
  Kind kind = shortfall;
  bool has_base = false;
  bool undone = false;
};

// What the standing entries of a cell add up to, in the order of the journal.
struct CellTally {
  std::optional<Quantity> base;  // of the first
  Weight weighed, division;      // division: the largest
  Quantity counted;
  Band band{0, 0};            // the widest
  ListPlace cause = nowhere;  // of the last shortfall
  int bags = 0;
  bool any = false, any_weighed = false, last_was_weighed = false;
};

// All of them, in the order of the journal.
class CellEntries {
 public:
  CellEntry& operator[](ListPlace at) { return list_[at]; }
  const CellEntry& operator[](ListPlace at) const { return list_[at]; }
  // Room for that many more, without giving up growth by factors.
  void expect(std::size_t more) {
    const std::size_t wanted = list_.size() + more;
    if (wanted > list_.capacity()) list_.reserve(std::max(wanted, list_.capacity() * 2));
  }
  ListPlace add(const Weighed& weighed) {
    const WeighedUnder under{weighed.division, weighed.band};
    if (under_.empty() || under_[last_under_] != under) {
      const auto known = place_of_.try_emplace(under, static_cast<ListPlace>(under_.size()));
      if (known.second) under_.push_back(under);
      last_under_ = known.first->second;
    }
    return add(CellEntry::weighed, weighed.on, weighed.net.units(), last_under_);
  }
  ListPlace add(const Counted& counted) {
    return add(CellEntry::counted, counted.on, counted.pieces.units(), nowhere);
  }
  ListPlace add(const ShortfallNoted& shortfall) {
    causes_.push_back(shortfall.cause);
    return add(CellEntry::shortfall, shortfall.on, 0, static_cast<ListPlace>(causes_.size() - 1));
  }
  const Cause& cause(ListPlace at) const { return causes_[at]; }

  // Adds one entry, the next of its cell.
  void count(CellTally& tally, const CellEntry& entry) const {
    if (!tally.any && entry.has_base) tally.base = entry.base;
    tally.any = true;
    if (entry.kind == CellEntry::shortfall) {
      tally.cause = entry.more;
      return;
    }
    ++tally.bags;
    tally.last_was_weighed = entry.kind == CellEntry::weighed;
    if (!tally.last_was_weighed) {
      tally.counted += Quantity(entry.amount);
      return;
    }
    const WeighedUnder& under = under_[entry.more];
    tally.any_weighed = true;
    tally.weighed += Weight(entry.amount);
    tally.division = std::max(tally.division, under.division);
    tally.band = widest(tally.band, under.band);
  }
  // Makes a cell's sums anew from those of its entries that stand; `last` is its newest.
  CellTally tally(ListPlace last) const {
    std::vector<ListPlace> standing;
    for (ListPlace at = last; at != nowhere; at = list_[at].before)
      if (!list_[at].undone) standing.push_back(at);
    CellTally sums;
    for (auto at = standing.rbegin(); at != standing.rend(); ++at) count(sums, list_[*at]);
    return sums;
  }

 private:
  ListPlace add(CellEntry::Kind kind, const OnCell& on, std::int64_t amount, ListPlace more) {
    CellEntry& entry = list_.emplace_back();
    entry.kind = kind;
    entry.amount = amount;
    entry.more = more;
    entry.has_base = on.base.has_value();
    if (on.base) entry.base = *on.base;
    return static_cast<ListPlace>(list_.size() - 1);
  }

  std::vector<CellEntry> list_;
  std::vector<Cause> causes_;
  std::vector<WeighedUnder> under_;
  std::map<WeighedUnder, ListPlace> place_of_;
  ListPlace last_under_ = 0;
};

}  // namespace domain
