// A journal in memory for tests: the same promises, gone when the test ends. FailingJournal is its
// twin that refuses to write from the n-th write on, as a full disk does, and counts the refusals.
#pragma once

#include <algorithm>
#include <utility>

#include "sync/journal/crate_numbers.hpp"
#include "sync/journal/journal.hpp"

namespace support {

class MemoryJournal : public journal::Journal {
 public:
  explicit MemoryJournal(std::string station = "Station 1", journal::Clock clock = {})
      : station_(std::move(station)), clock_(std::move(clock)) {}

  const std::string& station() const override { return station_; }

  domain::Result<std::vector<journal::Day>> days() override { return days_; }

  domain::Result<journal::Day> open_day(const std::string& name) override {
    if (auto ok = may_write(); !ok) return tl::unexpected(ok.error());
    if (is_open()) days_.back().ended_at = now();
    const int number = static_cast<int>(days_.size()) + 1;
    days_.push_back({number,
                     name.empty() ? "day " + std::to_string(number) : name,
                     now(),
                     {},
                     "0000000" + std::to_string(number % 10),
                     {}});
    crates_.emplace_back();
    return days_.back();
  }

  domain::Result<void> end_day() override {
    if (auto ok = may_write(); !ok) return ok;
    if (!is_open()) return no_day();
    days_.back().ended_at = now();
    return {};
  }

  domain::Result<std::vector<domain::Entry>> append(std::span<const domain::Body> bodies,
                                                    const std::string& person,
                                                    std::optional<domain::Stamp> seen) override {
    if (auto ok = may_write(); !ok) return tl::unexpected(ok.error());
    if (!is_open()) return no_day();
    const int day = days_.back().number;
    const bool any = !entries_.empty() && entries_.back().day == day;
    if (seen && *seen != (any ? entries_.back().at : domain::Stamp{}))
      return domain::fail(domain::Fault::busy, "Others have written meanwhile.");
    std::vector<domain::Entry> fresh;
    for (const auto& body : bodies) fresh.push_back({{station_, ++seq_}, now(), day, person, body});
    entries_.insert(entries_.end(), fresh.begin(), fresh.end());
    return fresh;
  }

  domain::Result<std::vector<domain::Entry>> entries(int day, domain::Stamp after) override {
    std::vector<domain::Entry> found;
    for (const auto& entry : entries_)
      if (entry.day == day && entry.at > after) found.push_back(entry);
    return found;
  }
  domain::Result<std::vector<domain::Entry>> all_entries() override { return entries_; }

  domain::Result<std::vector<domain::UnitConfirmed>> units() override {
    std::vector<domain::UnitConfirmed> found;
    for (const auto& entry : entries_)
      if (const auto* unit = std::get_if<domain::UnitConfirmed>(&entry.body))
        found.push_back(*unit);
    return found;
  }

  domain::Result<int> store_references(std::span<const domain::ReferenceOrder> orders,
                                       const std::string& source) override {
    if (auto ok = may_write(); !ok) return tl::unexpected(ok.error());
    if (!is_open())
      if (auto day = open_day({}); !day) return tl::unexpected(day.error());
    auto& day = days_.back();
    for (const auto& order : orders) store(day, order, source);
    std::sort(day.orders.begin(), day.orders.end());
    auto& crates = crates_.back();
    for (auto& [name, number] : journal::new_crates(crates, orders)) crates.emplace(name, number);
    return day.number;
  }

  domain::Result<std::vector<journal::Reference>> references(int day) override {
    std::vector<journal::Reference> found;
    for (const auto& [of, reference] : references_)
      if (of == day) found.push_back(reference);
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.mark.id < b.mark.id; });
    return found;
  }
  domain::Result<std::vector<journal::Reference>> reference_versions(
      int day, domain::OrderId order) override {
    std::vector<journal::Reference> found;
    for (const auto& [of, reference] : versions_)
      if (of == day && reference.mark.id == order) found.push_back(reference);
    return found;
  }
  domain::Result<std::vector<journal::ReferenceMark>> reference_marks(int day) override {
    std::vector<journal::ReferenceMark> marks;
    const auto found = references(day);
    for (const auto& reference : *found) marks.push_back(reference.mark);
    return marks;
  }
  domain::Result<journal::Crates> crates(int day) override {
    const auto index = static_cast<std::size_t>(day - 1);
    return index < crates_.size() ? crates_[index] : journal::Crates{};
  }

  domain::Result<void> keep(const std::string& key, const std::string& value) override {
    if (auto ok = may_write(); !ok) return ok;
    kept_[key] = value;
    return {};
  }
  domain::Result<std::optional<std::string>> kept(const std::string& key) override {
    const auto at = kept_.find(key);
    return at == kept_.end() ? std::nullopt : std::optional(at->second);
  }
  domain::Result<bool> changed_elsewhere() override { return false; }

 protected:
  virtual domain::Result<void> may_write() { return {}; }

 private:
  bool is_open() const { return !days_.empty() && !days_.back().ended_at; }
  static tl::unexpected<domain::Error> no_day() {
    return domain::fail(domain::Fault::refused, "No day is open.");
  }
  domain::Stamp now() {
    const domain::Stamp wall = clock_ ? clock_() : domain::Stamp{};
    last_ = {std::max(wall.microseconds, last_.microseconds + 1)};
    return last_;
  }
  void store(journal::Day& day, const domain::ReferenceOrder& order, const std::string& source) {
    int version = 1;
    const auto same = [&](const auto& r) {
      return r.first == day.number && r.second.mark.id == order.id;
    };
    const auto old = std::find_if(references_.begin(), references_.end(), same);
    if (old != references_.end()) {
      version = old->second.mark.version + 1;
      references_.erase(old);
    } else {
      day.orders.push_back(order.id);
    }
    references_.push_back({day.number, {{order.id, version, now(), source}, order}});
    versions_.push_back(references_.back());
  }

  std::string station_;
  journal::Clock clock_;
  domain::Stamp last_;
  std::int64_t seq_ = 0;
  std::vector<journal::Day> days_;
  std::vector<domain::Entry> entries_;
  std::vector<std::pair<int, journal::Reference>> references_;  // newest of each order
  std::vector<std::pair<int, journal::Reference>> versions_;    // all
  std::vector<journal::Crates> crates_;
  std::map<std::string, std::string> kept_;
};

class FailingJournal : public MemoryJournal {
 public:
  int writes_left = 0;  // until the disk is full; set it higher to make room again
  int failures = 0;

 protected:
  domain::Result<void> may_write() override {
    if (writes_left-- > 0) return {};
    writes_left = 0;
    ++failures;
    return domain::fail(domain::Fault::disk_full,
                        "The disk is full; this was not saved, everything before it is safe.");
  }
};

}  // namespace support
