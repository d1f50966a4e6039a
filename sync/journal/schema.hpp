// The tables of romaine.sqlite and how an older file is brought up to date. docs/journal.md tells
// what they hold.
#pragma once

#include <SQLiteCpp/Database.h>

namespace journal {

// "Roma" in the file's header, so that `file` and we know it as ours.
inline constexpr int application_id = 0x526f6d61;
// PRAGMA user_version of a file that this Romaine writes.
int schema_version();

// Brings a database up to the present schema, in one transaction a step. Throws SQLite::Exception.
void migrate(SQLite::Database& db);

// WAL, synchronous=FULL, foreign keys.
void set_up(SQLite::Database& db);

}  // namespace journal
