// Writing: every change is one transaction that took the write lock before it read what it builds
// on, so that two processes never give one seq or one stamp twice.
#include "sync/journal/sqlite_journal.hpp"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <random>

#include "sync/journal/crate_numbers.hpp"
#include "sync/journal/entry_json.hpp"
#include "sync/journal/iso_time.hpp"
#include "sync/journal/row_crc.hpp"
#include "sync/journal/sqlite_guard.hpp"

namespace journal {

namespace {

using domain::Fault;
using domain::Result;
using domain::Stamp;

std::string random_mark() {
  constexpr std::string_view digits = "0123456789abcdef";
  std::random_device random;
  std::string mark;
  for (int i = 0; i < 8; ++i) mark += digits[random() % digits.size()];
  return mark;
}

constexpr const char* no_day_open =
    "No day is open, so nothing was saved. Start one with 'day new' or 'day import FOLDER'.";

}  // namespace

SqliteJournal::SqliteJournal(std::filesystem::path file, std::unique_ptr<SQLite::Database> db,
                             FolderLock lock, std::string station, Clock clock)
    : file_(std::move(file)),
      db_(std::move(db)),
      lock_(std::move(lock)),
      station_(std::move(station)),
      clock_(std::move(clock)),
      statements_(std::make_unique<Statements>(*db_)) {}

SqliteJournal::~SqliteJournal() = default;

domain::Error SqliteJournal::explain(domain::Error error) {
  if (error.fault == Fault::damaged) return refuse_damaged(file_, error.detail, clock_());
  if (error.fault == Fault::newer_version) return refuse_newer(file_, error.detail);
  return error;
}

std::optional<int> SqliteJournal::open_day_number() {
  Running row(statements_->open_day);
  if (!row->executeStep()) return std::nullopt;
  return row->getColumn(0).getInt();
}

// Stamps rise over the whole file, so the newest is the last one of some station.
Stamp SqliteJournal::newest_entry(int day) {
  Running row(statements_->newest);
  if (!row->executeStep() || row->getColumn(2).getInt() != day) return {};
  return {row->getColumn(3).getInt64()};
}

Stamp SqliteJournal::opened_at(int day) {
  Running row(statements_->opened_at);
  row->bind(1, day);
  return {row->executeStep() ? row->getColumn(0).getInt64() : 0};
}

Stamp SqliteJournal::last_stamp(int day) { return std::max(newest_entry(day), opened_at(day)); }

std::int64_t SqliteJournal::last_seq() {
  Running row(statements_->last_seq);
  row->bind(1, station_);
  row->executeStep();
  return row->getColumn(0).getInt64();
}

Stamp SqliteJournal::next_stamp(Stamp last) {
  return {std::max(clock_().microseconds, last.microseconds + 1)};
}

Day SqliteJournal::insert_day(const std::string& name) {
  Day day;
  SQLite::Statement last(*db_, "SELECT coalesce(max(number), 0) FROM day");
  last.executeStep();
  const int before = last.getColumn(0).getInt();
  day.number = before + 1;
  day.opened_at = next_stamp(before > 0 ? last_stamp(before) : Stamp{});
  day.name = name.empty() ? iso_date(day.opened_at) : name;
  day.mark = random_mark();
  SQLite::Statement insert(*db_, "INSERT INTO day VALUES (?, ?, ?, ?, ?)");
  insert.bind(1, day.number);
  insert.bind(2, day.name);
  insert.bind(3, day.opened_at.microseconds);
  insert.bind(4, day.mark);
  insert.bind(5, row_crc(day.number, day.name, day.opened_at.microseconds, day.mark));
  insert.exec();
  return day;
}

void SqliteJournal::end(int day) {
  const Stamp at = next_stamp(last_stamp(day));
  SQLite::Statement insert(*db_, "INSERT INTO day_end VALUES (?, ?, ?)");
  insert.bind(1, day);
  insert.bind(2, at.microseconds);
  insert.bind(3, row_crc(day, at.microseconds));
  insert.exec();
}

Result<Day> SqliteJournal::open_day(const std::string& name) {
  return guarded<Day>([&]() -> Result<Day> {
    SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
    if (const auto open = open_day_number()) end(*open);
    Day day = insert_day(name);
    transaction.commit();
    return day;
  });
}

Result<void> SqliteJournal::end_day() {
  return guarded<void>([&]() -> Result<void> {
    SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto open = open_day_number();
    if (!open) return domain::fail(Fault::refused, no_day_open);
    end(*open);
    transaction.commit();
    return {};
  });
}

domain::Entry SqliteJournal::insert(const domain::Body& body, const domain::EntryRef& ref, Stamp at,
                                    int day, const std::string& person) {
  const std::string kind(domain::kind_word(body));
  const std::string json = body_json(body);
  Running row(statements_->insert);
  row->bind(1, ref.station);
  row->bind(2, ref.seq);
  row->bind(3, at.microseconds);
  row->bind(4, day);
  row->bind(5, person);
  row->bind(6, kind);
  row->bind(7, json);
  row->bind(8, row_crc(ref.station, ref.seq, at.microseconds, day, person, kind, json));
  row->executeStep();
  return {ref, at, day, person, body};
}

Result<std::vector<domain::Entry>> SqliteJournal::append(std::span<const domain::Body> bodies,
                                                         const std::string& person,
                                                         std::optional<Stamp> seen) {
  using Entries = std::vector<domain::Entry>;
  return guarded<Entries>([&]() -> Result<Entries> {
    SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto day = open_day_number();
    if (!day) return domain::fail(Fault::refused, no_day_open);
    Stamp last = newest_entry(*day);
    if (seen && last != *seen)
      return domain::fail(Fault::busy,
                          "Another process has written to the day meanwhile: nothing was saved. "
                          "Try again.");
    last = std::max(last, opened_at(*day));
    std::int64_t seq = last_seq();
    Entries entries;
    entries.reserve(bodies.size());
    for (const auto& body : bodies) {
      last = next_stamp(last);
      entries.push_back(insert(body, {station_, ++seq}, last, *day, person));
    }
    transaction.commit();
    return entries;
  });
}

}  // namespace journal
