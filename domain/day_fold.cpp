// How entries change the day: the fold itself.
#include <algorithm>
#include <array>

#include "domain/day.hpp"

namespace domain {

namespace {

constexpr std::size_t at_once = 64;

}  // namespace

// Entries of a day jump from cell to cell. A few at a time are looked up before they are applied,
// so that the memory of all of them is on its way at once.
void Day::apply(std::span<const Entry> entries) {
  cell_entries_.expect(entries.size());
  expected_ = entries.size();
  while (!entries.empty()) {
    const auto few = entries.first(std::min(at_once, entries.size()));
    apply_few(few);
    entries = entries.subspan(few.size());
  }
  refresh_dirty();
}

void Day::apply_few(std::span<const Entry> entries) {
  std::array<std::size_t, at_once> cells{};
  for (const Entry& entry : entries)
    if (const OnCell* on = on_cell(entry.body)) record_by_cell_.prefetch(on->cell.value);
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (const OnCell* on = on_cell(entries[i].body)) {
      cells[i] = record_of(on->cell);
      const CellRecord& record = records_[cells[i]];
      __builtin_prefetch(&record, 1);
      __builtin_prefetch(&record.given, 1);
    }
  for (std::size_t i = 0; i < entries.size(); ++i) record_entry(entries[i], cells[i]);
}

void Day::record_entry(const Entry& entry, std::size_t cell) {
  if (const auto* weighed = std::get_if<Weighed>(&entry.body)) {
    add(entry.ref, cell, cell_entries_.add(*weighed));
  } else if (const auto* counted = std::get_if<Counted>(&entry.body)) {
    add(entry.ref, cell, cell_entries_.add(*counted));
  } else if (const auto* shortfall = std::get_if<ShortfallNoted>(&entry.body)) {
    add(entry.ref, cell, cell_entries_.add(*shortfall));
  } else if (const auto* received = std::get_if<Received>(&entry.body)) {
    remember(entry.ref, Target::on_article, static_cast<ListPlace>(received_articles_.size()));
    received_articles_.push_back(received->article);
    received_[received->article].push_back({entry.ref, received->amount});
    if (const auto at = find(received->article)) refresh_received(*at);
  } else if (const auto* unit = std::get_if<UnitConfirmed>(&entry.body)) {
    remember(entry.ref, Target::fixed);
    units_.confirm(unit->text, unit->meaning);
    rebuild();
  } else if (const auto* undone = std::get_if<Undone>(&entry.body)) {
    remember(entry.ref, Target::fixed);
    undo(undone->target);
  } else {
    remember(entry.ref, Target::fixed);
    if (const auto* sending = std::get_if<Sending>(&entry.body)) record_sending(*sending);
  }
}

void Day::record_sending(const Sending& sending) {
  if (sending.step != PushStep::cell || !sending.cell || !sending.intended) return;
  auto& to = sent_.try_emplace(*sending.cell, SentTo{sending.base, {}}).first->second;
  to.values.push_back(*sending.intended);
  touch(record_of(*sending.cell));
}

void Day::add(const EntryRef& ref, std::size_t cell, ListPlace at) {
  remember(ref, Target::on_cell, at);
  CellRecord& record = records_[cell];
  CellEntry& entry = cell_entries_[at];
  entry.cell = static_cast<ListPlace>(cell);
  entry.before = record.last;
  record.last = at;
  record.last_seq = ref.seq;
  record.last_station = static_cast<std::uint32_t>(last_station_);
  cell_entries_.count(record.tally, entry);
  touch(cell);
}

void Day::undo(const EntryRef& ref) {
  Target* what = target(ref);
  if (!what || what->undone || what->kind == Target::fixed) return;
  what->undone = true;
  if (what->kind == Target::on_cell) {
    CellEntry& entry = cell_entries_[what->where];
    entry.undone = true;
    records_[entry.cell].stale = true;
    touch(entry.cell);
  } else {
    const OrderArticleId article = received_articles_[what->where];
    std::erase_if(received_[article], [&ref](const auto& e) { return e.ref == ref; });
    if (const auto at = find(article)) refresh_received(*at);
  }
}

Day::StationTargets* Day::targets_of(const std::string& station) {
  if (last_station_ < targets_.size() && targets_[last_station_].station == station)
    return &targets_[last_station_];
  for (std::size_t i = 0; i < targets_.size(); ++i)
    if (targets_[i].station == station) return &targets_[last_station_ = i];
  return nullptr;
}

void Day::remember(const EntryRef& ref, Target::Kind kind, ListPlace where) {
  StationTargets* known = targets_of(ref.station);
  if (!known) {
    known = &targets_.emplace_back(StationTargets{ref.station, {}});
    last_station_ = targets_.size() - 1;
    known->targets.reserve(expected_);
  }
  auto& of_station = known->targets;
  const Target fresh{ref.seq, where, kind, false};
  if (of_station.empty() || of_station.back().seq < ref.seq) {
    of_station.push_back(fresh);
    return;
  }
  const auto at = std::lower_bound(of_station.begin(), of_station.end(), ref.seq,
                                   [](const Target& t, std::int64_t seq) { return t.seq < seq; });
  of_station.insert(at, fresh);
}

Day::Target* Day::target(const EntryRef& ref) {
  StationTargets* station = targets_of(ref.station);
  if (!station) return nullptr;
  auto& targets = station->targets;
  if (targets.empty()) return nullptr;
  // Within a day a station's seqs have no gap, so that the place nearly always follows from them.
  const auto guess = static_cast<std::size_t>(ref.seq - targets.front().seq);
  if (guess < targets.size() && targets[guess].seq == ref.seq) return &targets[guess];
  const auto at = std::lower_bound(targets.begin(), targets.end(), ref.seq,
                                   [](const Target& t, std::int64_t seq) { return t.seq < seq; });
  return at == targets.end() || at->seq != ref.seq ? nullptr : &*at;
}

Day::Undoable Day::undoable(const EntryRef& ref) const {
  const Target* what = const_cast<Day*>(this)->target(ref);
  if (!what) return Undoable::unknown;
  if (what->kind == Target::fixed) return Undoable::never;
  return what->undone ? Undoable::undone_before : Undoable::yes;
}

std::optional<int> Day::order_of(const EntryRef& ref) const {
  const Target* what = const_cast<Day*>(this)->target(ref);
  if (!what || what->kind == Target::fixed) return std::nullopt;
  if (what->kind == Target::on_article) {
    const auto at = find(received_articles_[what->where]);
    return at ? std::optional(at->order) : std::nullopt;
  }
  const CellRecord& record = records_[cell_entries_[what->where].cell];
  return record.placed() ? std::optional(record.place.order) : std::nullopt;
}

void Day::touch(std::size_t record) {
  if (is_dirty_[record] != 0) return;
  is_dirty_[record] = 1;
  dirty_.push_back(static_cast<ListPlace>(record));
}

void Day::refresh_dirty() {
  if (dirty_.size() > records_.size() / 8) {
    // Many: in the order in which they lie, which is faster than in that of the entries.
    for (std::size_t r = 0; r < records_.size(); ++r)
      if (is_dirty_[r] != 0) refresh(records_[r]);
  } else {
    for (const ListPlace record : dirty_) refresh(records_[record]);
  }
  for (const ListPlace record : dirty_) is_dirty_[record] = 0;
  dirty_.clear();
}

}  // namespace domain
