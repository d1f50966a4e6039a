#include "sync/journal/schema.hpp"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <string>

namespace journal {

namespace {

// Append a step, never change one: files written by each of them are out there.
constexpr std::array<const char*, 1> steps = {R"sql(
CREATE TABLE day (
  number    INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  mark      TEXT NOT NULL,
  crc       INTEGER NOT NULL
) STRICT;
CREATE TABLE day_end (
  day      INTEGER PRIMARY KEY REFERENCES day(number),
  ended_at INTEGER NOT NULL,
  crc      INTEGER NOT NULL
) STRICT;
CREATE TABLE entry (
  station TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  day     INTEGER NOT NULL REFERENCES day(number),
  person  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  body    TEXT NOT NULL,
  crc     INTEGER NOT NULL,
  PRIMARY KEY (station, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE reference (
  day         INTEGER NOT NULL REFERENCES day(number),
  order_id    INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  source      TEXT NOT NULL,
  body        TEXT NOT NULL,
  crc         INTEGER NOT NULL,
  PRIMARY KEY (day, order_id, version)
) STRICT;
CREATE TABLE crate (
  day        INTEGER NOT NULL REFERENCES day(number),
  ordergroup TEXT NOT NULL,
  number     INTEGER NOT NULL,
  crc        INTEGER NOT NULL,
  PRIMARY KEY (day, ordergroup),
  UNIQUE (day, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql"};

// Facts are never changed: not by us, and not by hand without a will.
void forbid_changes(SQLite::Database& db, const std::string& table) {
  for (const char* what : {"UPDATE", "DELETE"})
    db.exec("CREATE TRIGGER " + table + "_no_" + what + " BEFORE " + what + " ON " + table +
            " BEGIN SELECT RAISE(ABORT, 'a " + table + " is never changed'); END");
}

void step(SQLite::Database& db, std::size_t index) {
  db.exec(steps[index]);
  if (index == 0)
    for (const char* table : {"day", "day_end", "entry", "reference", "crate"})
      forbid_changes(db, table);
}

}  // namespace

int schema_version() { return static_cast<int>(steps.size()); }

void migrate(SQLite::Database& db) {
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  for (auto index = static_cast<std::size_t>(version); index < steps.size(); ++index) {
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    step(db, index);
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
    db.exec("PRAGMA user_version = " + std::to_string(index + 1));
    transaction.commit();
  }
}

void set_up(SQLite::Database& db) {
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
}

}  // namespace journal
