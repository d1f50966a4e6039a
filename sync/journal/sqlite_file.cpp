#include "sync/journal/sqlite_file.hpp"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "sync/journal/kept_copy.hpp"
#include "sync/journal/schema.hpp"
#include "sync/journal/sqlite_error.hpp"

namespace journal {

namespace fs = std::filesystem;
using domain::Result;

namespace {

constexpr int patience_ms = 10'000;

using Opened = std::unique_ptr<SQLite::Database>;

Opened open(const fs::path& file, int flags) {
  return std::make_unique<SQLite::Database>(file.string(), flags, patience_ms);
}

// Ends with everything in the one file.
void fold_in(SQLite::Database& db) { db.exec("PRAGMA wal_checkpoint(TRUNCATE)"); }

}  // namespace

Result<Opened> open_untouched(const fs::path& file) {
  try {
    Opened db = open(file, SQLite::OPEN_READWRITE);
    sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return db;
  } catch (const SQLite::Exception& error) {
    return tl::unexpected(error_of(error, nullptr));
  }
}

Result<Opened> open_to_copy(const fs::path& file) {
  std::error_code error;
  if (fs::exists(file.string() + "-wal", error)) return open_untouched(file);
  try {
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string()) {
      const bool special = c == '?' || c == '#' || c == '%';
      constexpr std::string_view hex = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      uri += special ? std::string{'%', hex[byte / 16], hex[byte % 16]} : std::string{c};
    }
    return open(uri + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  } catch (const SQLite::Exception& failure) {
    return tl::unexpected(error_of(failure, nullptr));
  }
}

Result<Opened> open_for_use(const fs::path& file) {
  Opened db;
  try {
    db = open(file, SQLite::OPEN_READWRITE);
    set_up(*db);
    migrate(*db);
    return db;
  } catch (const SQLite::Exception& error) {
    return tl::unexpected(error_of(error, db ? db->getHandle() : nullptr));
  }
}

Result<void> make_empty(const fs::path& file) {
  Opened db;
  try {
    db = open(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    set_up(*db);
    migrate(*db);
    fold_in(*db);
  } catch (const SQLite::Exception& error) {
    return tl::unexpected(error_of(error, db ? db->getHandle() : nullptr));
  }
  db.reset();
  return sync_to_disk(file);
}

Result<void> copy_database(SQLite::Database& from, const fs::path& to) {
  Opened db;
  try {
    db = open(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(*db, from);
    backup.executeStep();
  } catch (const SQLite::Exception& error) {
    return tl::unexpected(error_of(error, db ? db->getHandle() : nullptr));
  }
  db.reset();
  return sync_to_disk(to);
}

void remove_database(const fs::path& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    fs::remove(file.string() + suffix, ignored);
}

}  // namespace journal
