// Inside of SqliteJournal, for its own .cpp files: statements that are prepared once, and the one
// place where exceptions of SQLiteCpp become errors with a sentence.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <string_view>

#include "sync/journal/kept_copy.hpp"
#include "sync/journal/sqlite_error.hpp"
#include "sync/journal/sqlite_journal.hpp"

namespace journal {

// A prepared statement in use; free for the next use at the end of the scope.
class Running {
 public:
  explicit Running(SQLite::Statement& statement) : statement_(statement) {}
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { statement_.tryReset(); }
  SQLite::Statement* operator->() { return &statement_; }
  SQLite::Statement& operator*() { return statement_; }

 private:
  SQLite::Statement& statement_;
};

// What a commit of an entry needs, prepared once.
struct SqliteJournal::Statements {
  explicit Statements(SQLite::Database& db)
      : open_day(db,
                 "SELECT number FROM day WHERE number = (SELECT max(number) FROM day) "
                 "AND number NOT IN (SELECT day FROM day_end)"),
        newest(db,
               "WITH RECURSIVE s(station) AS (SELECT min(station) FROM entry UNION ALL "
               "SELECT (SELECT min(station) FROM entry WHERE station > s.station) FROM s "
               "WHERE station IS NOT NULL) "
               "SELECT e.station, e.seq, e.day, max(e.at) FROM s JOIN entry e ON "
               "e.station = s.station AND "
               "e.seq = (SELECT max(seq) FROM entry WHERE station = s.station)"),
        opened_at(db, "SELECT opened_at FROM day WHERE number = ?"),
        last_seq(db, "SELECT coalesce(max(seq), 0) FROM entry WHERE station = ?"),
        insert(db, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        stations(db,
                 "WITH RECURSIVE s(station) AS (SELECT min(station) FROM entry UNION ALL "
                 "SELECT (SELECT min(station) FROM entry WHERE station > s.station) FROM s "
                 "WHERE station IS NOT NULL) SELECT station FROM s WHERE station IS NOT NULL"),
        backwards(db,
                  "SELECT station, seq, at, day, person, kind, body, crc FROM entry "
                  "WHERE station = ? ORDER BY seq DESC"),
        data_version(db, "PRAGMA data_version") {}

  SQLite::Statement open_day, newest, opened_at, last_seq, insert, stations, backwards,
      data_version;
};

inline std::string_view text_at(SQLite::Statement& row, int column) {
  const auto cell = row.getColumn(column);
  const char* text = cell.getText();
  return {text, static_cast<std::size_t>(cell.getBytes())};
}

// A row that is not what was written.
struct Damage {
  std::string what;
};

template <class T, class Work>
domain::Result<T> SqliteJournal::guarded(Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    return tl::unexpected(explain(error_of(error, db_->getHandle())));
  } catch (const Damage& damage) {
    return tl::unexpected(explain({domain::Fault::damaged, damage.what}));
  }
}

}  // namespace journal
