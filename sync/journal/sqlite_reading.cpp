// Reading: days, entries, the station's small state. Each row is held against its check number.
#include <algorithm>

#include "sync/journal/entry_json.hpp"
#include "sync/journal/row_crc.hpp"
#include "sync/journal/sqlite_guard.hpp"

namespace journal {

namespace {

using domain::Result;
using domain::Stamp;

constexpr const char* whole_day =
    "SELECT station, seq, at, day, person, kind, body, crc FROM entry WHERE day = ?";
constexpr const char* every_entry =
    "SELECT station, seq, at, day, person, kind, body, crc FROM entry";

void in_order_of_time(std::vector<domain::Entry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const domain::Entry& a, const domain::Entry& b) {
    return a.at != b.at ? a.at < b.at : a.ref < b.ref;
  });
}

}  // namespace

Result<std::vector<Day>> SqliteJournal::days() {
  return guarded<std::vector<Day>>([&]() -> Result<std::vector<Day>> {
    std::vector<Day> days;
    SQLite::Statement row(*db_,
                          "SELECT number, name, opened_at, mark, ended_at FROM day "
                          "LEFT JOIN day_end ON day_end.day = day.number ORDER BY number");
    while (row.executeStep()) {
      Day day;
      day.number = row.getColumn(0).getInt();
      day.name = text_at(row, 1);
      day.opened_at = {row.getColumn(2).getInt64()};
      day.mark = text_at(row, 3);
      if (!row.getColumn(4).isNull()) day.ended_at = Stamp{row.getColumn(4).getInt64()};
      days.push_back(std::move(day));
    }
    SQLite::Statement order(*db_,
                            "SELECT DISTINCT day, order_id FROM reference ORDER BY day, order_id");
    while (order.executeStep()) {
      const int number = order.getColumn(0).getInt();
      const auto day =
          std::find_if(days.begin(), days.end(), [&](const Day& d) { return d.number == number; });
      if (day != days.end()) day->orders.push_back({order.getColumn(1).getInt64()});
    }
    return days;
  });
}

domain::Entry SqliteJournal::entry_from(SQLite::Statement& row) {
  domain::Entry entry;
  entry.ref = {std::string(text_at(row, 0)), row.getColumn(1).getInt64()};
  entry.at = {row.getColumn(2).getInt64()};
  entry.day = row.getColumn(3).getInt();
  entry.person = text_at(row, 4);
  const auto kind = text_at(row, 5);
  const auto json = text_at(row, 6);
  const auto place = "entry " + entry.ref.station + " " + std::to_string(entry.ref.seq);
  if (row_crc(entry.ref.station, entry.ref.seq, entry.at.microseconds, entry.day, entry.person,
              kind, json) != row.getColumn(7).getInt64())
    throw Damage{place + " is not whole"};
  auto body = read_body(kind, json, scratch_);
  if (!body) throw Damage{place + ": " + body.error().detail};
  entry.body = std::move(*body);
  return entry;
}

std::vector<domain::Entry> SqliteJournal::read_entries(SQLite::Statement& rows) {
  std::vector<domain::Entry> found;
  while (rows.executeStep()) found.push_back(entry_from(rows));
  return found;
}

// Stamps rise within a station: its last entries, read backwards, are all that is new.
std::vector<domain::Entry> SqliteJournal::entries_after(int day, Stamp after) {
  std::vector<std::string> stations;
  {
    Running row(statements_->stations);
    while (row->executeStep()) stations.emplace_back(text_at(*row, 0));
  }
  std::vector<domain::Entry> found;
  for (const auto& station : stations) {
    Running row(statements_->backwards);
    row->bind(1, station);
    while (row->executeStep() && row->getColumn(2).getInt64() > after.microseconds)
      if (row->getColumn(3).getInt() == day) found.push_back(entry_from(*row));
  }
  return found;
}

Result<std::vector<domain::Entry>> SqliteJournal::entries(int day, Stamp after) {
  using Entries = std::vector<domain::Entry>;
  return guarded<Entries>([&]() -> Result<Entries> {
    Entries found;
    if (after > Stamp{}) {
      found = entries_after(day, after);
    } else {
      SQLite::Statement row(*db_, whole_day);
      row.bind(1, day);
      found = read_entries(row);
    }
    in_order_of_time(found);
    return found;
  });
}

Result<std::vector<domain::Entry>> SqliteJournal::all_entries() {
  using Entries = std::vector<domain::Entry>;
  return guarded<Entries>([&]() -> Result<Entries> {
    SQLite::Statement row(*db_, every_entry);
    Entries found = read_entries(row);
    std::sort(found.begin(), found.end(), [](const domain::Entry& a, const domain::Entry& b) {
      return a.ref.seq != b.ref.seq ? a.ref.seq < b.ref.seq : a.ref.station < b.ref.station;
    });
    return found;
  });
}

Result<std::vector<domain::UnitConfirmed>> SqliteJournal::units() {
  using Units = std::vector<domain::UnitConfirmed>;
  return guarded<Units>([&]() -> Result<Units> {
    SQLite::Statement row(*db_,
                          "SELECT station, seq, at, day, person, kind, body, crc FROM entry "
                          "WHERE kind = 'unit'");
    auto entries = read_entries(row);
    in_order_of_time(entries);
    Units units;
    for (auto& entry : entries)
      if (auto* unit = std::get_if<domain::UnitConfirmed>(&entry.body))
        units.push_back(std::move(*unit));
    return units;
  });
}

Result<void> SqliteJournal::keep(const std::string& key, const std::string& value) {
  return guarded<void>([&]() -> Result<void> {
    SQLite::Statement row(*db_,
                          "INSERT INTO kept VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = "
                          "excluded.value");
    row.bind(1, key);
    row.bind(2, value);
    row.exec();
    return {};
  });
}

Result<std::optional<std::string>> SqliteJournal::kept(const std::string& key) {
  using Value = std::optional<std::string>;
  return guarded<Value>([&]() -> Result<Value> {
    SQLite::Statement row(*db_, "SELECT value FROM kept WHERE key = ?");
    row.bind(1, key);
    if (!row.executeStep()) return Value();
    return Value(text_at(row, 0));
  });
}

Result<bool> SqliteJournal::changed_elsewhere() {
  return guarded<bool>([&]() -> Result<bool> {
    Running row(statements_->data_version);
    row->executeStep();
    const auto version = row->getColumn(0).getInt64();
    return std::exchange(data_version_, version) != version;
  });
}

}  // namespace journal
