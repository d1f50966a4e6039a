// What the server told, and the crate numbers that follow from it.
#include <SQLiteCpp/Transaction.h>

#include "sync/journal/crate_numbers.hpp"
#include "sync/journal/reference_json.hpp"
#include "sync/journal/row_crc.hpp"
#include "sync/journal/sqlite_guard.hpp"

namespace journal {

using domain::Result;

namespace {

Crates crates_of(SQLite::Database& db, int day) {
  SQLite::Statement row(db, "SELECT ordergroup, number FROM crate WHERE day = ?");
  row.bind(1, day);
  Crates crates;
  while (row.executeStep()) crates.emplace(text_at(row, 0), row.getColumn(1).getInt());
  return crates;
}

ReferenceMark mark_of(SQLite::Statement& row) {
  return {{row.getColumn(0).getInt64()},
          row.getColumn(1).getInt(),
          {row.getColumn(2).getInt64()},
          std::string(text_at(row, 3))};
}

}  // namespace

void SqliteJournal::insert_reference(const domain::ReferenceOrder& order, const std::string& source,
                                     int day) {
  SQLite::Statement last(
      *db_, "SELECT coalesce(max(version), 0) FROM reference WHERE day = ? AND order_id = ?");
  last.bind(1, day);
  last.bind(2, order.id.value);
  last.executeStep();
  const int version = last.getColumn(0).getInt() + 1;
  const auto at = next_stamp(last_stamp(day)).microseconds;
  const std::string json = reference_json(order);
  SQLite::Statement row(*db_, "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, day);
  row.bind(2, order.id.value);
  row.bind(3, version);
  row.bind(4, at);
  row.bind(5, source);
  row.bind(6, json);
  row.bind(7, row_crc(day, order.id.value, version, at, source, json));
  row.exec();
}

void SqliteJournal::insert_crates(std::span<const domain::ReferenceOrder> orders, int day) {
  SQLite::Statement row(*db_, "INSERT INTO crate VALUES (?, ?, ?, ?)");
  for (const auto& [ordergroup, number] : new_crates(crates_of(*db_, day), orders)) {
    row.bind(1, day);
    row.bind(2, ordergroup);
    row.bind(3, number);
    row.bind(4, row_crc(day, ordergroup, number));
    row.exec();
    row.reset();
  }
}

Result<int> SqliteJournal::store_references(std::span<const domain::ReferenceOrder> orders,
                                            const std::string& source) {
  return guarded<int>([&]() -> Result<int> {
    SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto open = open_day_number();
    const int day = open ? *open : insert_day({}).number;
    for (const auto& order : orders) insert_reference(order, source, day);
    insert_crates(orders, day);
    transaction.commit();
    return day;
  });
}

Result<std::vector<Reference>> SqliteJournal::references(int day) {
  using References = std::vector<Reference>;
  return guarded<References>([&]() -> Result<References> {
    SQLite::Statement row(*db_,
                          "SELECT order_id, max(version), imported_at, source, body, crc "
                          "FROM reference WHERE day = ? GROUP BY order_id ORDER BY order_id");
    row.bind(1, day);
    return references_from(row, day);
  });
}

Result<std::vector<Reference>> SqliteJournal::reference_versions(int day, domain::OrderId order) {
  using References = std::vector<Reference>;
  return guarded<References>([&]() -> Result<References> {
    SQLite::Statement row(*db_,
                          "SELECT order_id, version, imported_at, source, body, crc "
                          "FROM reference WHERE day = ? AND order_id = ? ORDER BY version");
    row.bind(1, day);
    row.bind(2, static_cast<std::int64_t>(order.value));
    return references_from(row, day);
  });
}

Result<std::vector<Reference>> SqliteJournal::references_from(SQLite::Statement& row, int day) {
  std::vector<Reference> found;
  while (row.executeStep()) {
    Reference reference{mark_of(row), {}};
    const auto& mark = reference.mark;
    const auto json = text_at(row, 4);
    const auto place = "the reference of order " + std::to_string(mark.id.value);
    if (row_crc(day, mark.id.value, mark.version, mark.imported_at.microseconds, mark.source,
                json) != row.getColumn(5).getInt64())
      throw Damage{place + " is not whole"};
    auto order = read_reference(json);
    if (!order) return tl::unexpected(explain(order.error()));
    reference.order = std::move(*order);
    found.push_back(std::move(reference));
  }
  return found;
}

Result<std::vector<ReferenceMark>> SqliteJournal::reference_marks(int day) {
  using Marks = std::vector<ReferenceMark>;
  return guarded<Marks>([&]() -> Result<Marks> {
    SQLite::Statement row(*db_,
                          "SELECT order_id, max(version), imported_at, source FROM reference "
                          "WHERE day = ? GROUP BY order_id ORDER BY order_id");
    row.bind(1, day);
    Marks marks;
    while (row.executeStep()) marks.push_back(mark_of(row));
    return marks;
  });
}

Result<Crates> SqliteJournal::crates(int day) {
  return guarded<Crates>([&]() -> Result<Crates> { return crates_of(*db_, day); });
}

}  // namespace journal
