// How entries change the day: the fold itself.
#include <algorithm>

#include "domain/day.hpp"

namespace domain {

void Day::apply(std::span<const Entry> entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    look_ahead(entries, i);
    record_entry(entries[i]);
  }
  refresh_dirty();
}

// Entries of a day jump from cell to cell. Memory that the next ones will need is asked for early,
// so that forty thousand of them do not wait for it one after the other.
void Day::look_ahead(std::span<const Entry> entries, std::size_t now) const {
  constexpr std::size_t far = 24, near = 12;
  if (now + far < entries.size())
    if (const OnCell* on = on_cell(entries[now + far].body))
      record_by_cell_.prefetch(on->cell.value);
  if (now + near >= entries.size()) return;
  const OnCell* on = on_cell(entries[now + near].body);
  const auto place = on ? record_by_cell_.find(on->cell.value) : std::nullopt;
  if (!place) return;
  const auto* record = reinterpret_cast<const char*>(&records_[*place]);
  __builtin_prefetch(record, 1);
  __builtin_prefetch(record + sizeof(CellRecord) - 1, 1);
}

void Day::record_entry(const Entry& entry) {
  if (const OnCell* on = on_cell(entry.body)) {
    const std::size_t record = record_of(on->cell);
    Standing standing{entry.ref, {}, on->base, Typed::no};
    if (const auto* weighed = std::get_if<Weighed>(&entry.body)) {
      standing.what = Weighing{weighed->net, weighed->division, weighed->band};
      standing.typed = weighed->typed;
    } else if (const auto* counted = std::get_if<Counted>(&entry.body)) {
      standing.what = counted->pieces;
      standing.typed = counted->typed;
    } else {
      standing.what = std::get<ShortfallNoted>(entry.body).cause;
      standing.typed = Typed::yes;
    }
    remember(entry.ref, Target::on_cell, static_cast<std::int64_t>(record));
    add(record, std::move(standing));
  } else if (const auto* received = std::get_if<Received>(&entry.body)) {
    remember(entry.ref, Target::on_article, received->article.value);
    received_[received->article].push_back({entry.ref, received->amount});
    if (const auto at = find(received->article)) refresh_received(*at);
  } else if (const auto* unit = std::get_if<UnitConfirmed>(&entry.body)) {
    remember(entry.ref, Target::fixed, 0);
    units_.confirm(unit->text, unit->meaning);
    rebuild();
  } else if (const auto* undone = std::get_if<Undone>(&entry.body)) {
    remember(entry.ref, Target::fixed, 0);
    undo(undone->target);
  } else {
    remember(entry.ref, Target::fixed, 0);
  }
}

void Day::add(std::size_t record, Standing standing) {
  records_[record].last_seq = standing.ref.seq;
  records_[record].last_station = static_cast<std::uint32_t>(last_station_);
  records_[record].standing.push_back(std::move(standing));
  touch(record);
}

void Day::undo(const EntryRef& ref) {
  Target* what = target(ref);
  if (!what || what->undone || what->kind == Target::fixed) return;
  what->undone = true;
  const auto is_it = [&ref](const auto& e) { return e.ref == ref; };
  if (what->kind == Target::on_cell) {
    const auto record = static_cast<std::size_t>(what->where);
    std::erase_if(records_[record].standing, is_it);
    touch(record);
  } else {
    const OrderArticleId article{what->where};
    std::erase_if(received_[article], is_it);
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

void Day::remember(const EntryRef& ref, Target::Kind kind, std::int64_t where) {
  StationTargets* known = targets_of(ref.station);
  if (!known) {
    known = &targets_.emplace_back(StationTargets{ref.station, {}});
    last_station_ = targets_.size() - 1;
  }
  auto& of_station = known->targets;
  const Target fresh{ref.seq, kind, where, false};
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

void Day::touch(std::size_t record) {
  if (records_[record].dirty) return;
  records_[record].dirty = true;
  dirty_.push_back(record);
}

void Day::refresh_dirty() {
  if (dirty_.size() > records_.size() / 8) {
    // Many: in the order in which they lie, which is faster than in that of the entries.
    constexpr std::size_t ahead = 8;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      if (r + ahead < records_.size()) __builtin_prefetch(records_[r + ahead].standing.data());
      if (records_[r].dirty) refresh(records_[r]);
    }
  } else {
    for (const std::size_t record : dirty_) refresh(records_[record]);
  }
  dirty_.clear();
}

}  // namespace domain
