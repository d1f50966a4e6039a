// Opening and making database files, with the settings each use needs.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

#include "domain/result.hpp"

namespace journal {

// For looking: nothing of the file or its write-ahead file is changed, not even at the end.
domain::Result<std::unique_ptr<SQLite::Database>> open_untouched(const std::filesystem::path& file);

// For copying a backup out of any place, a medium that cannot be written too.
domain::Result<std::unique_ptr<SQLite::Database>> open_to_copy(const std::filesystem::path& file);

// For use: WAL, migrated.
domain::Result<std::unique_ptr<SQLite::Database>> open_for_use(const std::filesystem::path& file);

// An empty journal, whole on the disk, without a write-ahead file.
domain::Result<void> make_empty(const std::filesystem::path& file);

// A copy of what `from` holds now, by SQLite's online backup, on the disk, without a write-ahead
// file.
domain::Result<void> copy_database(SQLite::Database& from, const std::filesystem::path& to);

// With its companions. Only for files that we made ourselves.
void remove_database(const std::filesystem::path& file);

}  // namespace journal
