// The journal of a data folder as a file: opening it, proving it, copying it out and back. A
// damaged file is never replaced and never written to: contracts.md 2, "damaged or newer journals".
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sync/journal/journal.hpp"

namespace journal {

inline constexpr const char* file_name = "romaine.sqlite";

// Now, in microseconds, as a Clock.
domain::Stamp system_clock();

enum class Missing { refused, created };

// DIR/romaine.sqlite, proven whole unless another process has it open. Faults: not_found (only with
// Missing::refused), damaged (a copy is kept once), newer_version, no_rights, busy, disk_full.
domain::Result<std::unique_ptr<Journal>> open_journal(const std::filesystem::path& folder,
                                                      const std::string& station, Clock clock,
                                                      Missing missing);

// Everything that can be tried: SQLite's full check, every row, every day folded. The number of
// entries.
domain::Result<long> check_journal(const std::filesystem::path& folder, const Clock& clock);

// SQLite's online backup into a file beside `to`, then renamed: whole or not at all. Others may
// write meanwhile.
domain::Result<void> backup_journal(const std::filesystem::path& folder,
                                    const std::filesystem::path& to, const Clock& clock);

struct Restored {
  long entries = 0;
  std::filesystem::path kept;  // where the former journal is; empty where there was none
};
// Proves `from` by folding it, then puts it in the journal's place. Refused while another process
// has the journal open.
domain::Result<Restored> restore_journal(const std::filesystem::path& folder,
                                         const std::filesystem::path& from, const Clock& clock);

}  // namespace journal
