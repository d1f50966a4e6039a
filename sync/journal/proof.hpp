// Whether the files of a journal are whole. Reads only. Results are Fault::damaged with what is
// wrong, or Fault::newer_version.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "domain/result.hpp"

namespace journal {

// What can be told from the bytes before SQLite sees them: a journal of ours, of this schema or an
// older one.
domain::Result<void> prove_header(const std::filesystem::path& file);

// The write-ahead file beside it. A torn end is what a power cut leaves and is fine: nothing of it
// was answered. A broken frame with two or more commits behind it is damage.
domain::Result<void> prove_wal(const std::filesystem::path& wal);

enum class Depth { quick, full };
// SQLite's own check, then each row's check number and each station's unbroken seq.
domain::Result<void> prove_rows(SQLite::Database& db, Depth depth);

}  // namespace journal
