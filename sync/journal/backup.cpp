// Check, backup and restore.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sync/journal/folder_lock.hpp"
#include "sync/journal/journal_file.hpp"
#include "sync/journal/kept_copy.hpp"
#include "sync/journal/load_day.hpp"
#include "sync/journal/proof.hpp"
#include "sync/journal/sqlite_error.hpp"
#include "sync/journal/sqlite_file.hpp"
#include "sync/journal/sqlite_journal.hpp"

namespace journal {

namespace fs = std::filesystem;
using domain::Fault;
using domain::Result;

namespace {

// Reads every row as the kiosk would, and folds every day.
Result<long> fold_all(Journal& journal) {
  const auto days = journal.days();
  if (!days) return tl::unexpected(days.error());
  for (const auto& day : *days)
    if (auto loaded = load_day(journal, day.number); !loaded) return tl::unexpected(loaded.error());
  const auto entries = journal.all_entries();
  if (!entries) return tl::unexpected(entries.error());
  return static_cast<long>(entries->size());
}

Result<void> rename_whole(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return tl::unexpected(error_of_errno(error.value(), "rename", from.string()));
  return sync_to_disk(to);
}

fs::path temporary(const fs::path& file) {
  return file.string() + ".part-" + std::to_string(::getpid());
}

// The journal itself, and what stands beside it under its name.
bool is_the_journals_own(const fs::path& folder, const fs::path& to) {
  std::error_code error;
  if (fs::equivalent(folder / file_name, to, error)) return true;
  const auto parent = to.parent_path().empty() ? fs::path(".") : to.parent_path();
  if (!fs::equivalent(folder, parent, error)) return false;
  const std::string name = to.filename().string();
  if (name == "romaine.lock") return true;
  if (!name.starts_with(file_name)) return false;
  const std::string rest = name.substr(std::strlen(file_name));
  return rest.empty() || rest == "-wal" || rest == "-shm" || rest == "-journal" ||
         rest.starts_with(".new") || rest.starts_with(".kept-");
}

tl::unexpected<domain::Error> no_backup(const fs::path& to, const std::string& why,
                                        Fault fault = Fault::io) {
  return domain::fail(fault, "No backup was written to " + to.string() + " (" + why +
                                 "); the journal is whole as it was. Name another file.");
}

// A file may stand there or come to stand there: a device or a pipe would be replaced by it.
Result<void> may_back_up(const fs::path& folder, const fs::path& to) {
  if (is_the_journals_own(folder, to))
    return domain::fail(Fault::refused,
                        "A backup cannot take the place of the journal itself; name another file.");
  std::error_code error;
  if (fs::is_directory(to, error))
    return domain::fail(Fault::bad_value,
                        to.string() + " is a folder; name the file that the backup shall be.");
  if (fs::exists(to, error) && !fs::is_regular_file(to, error))
    return no_backup(to, "it is a device or a pipe", Fault::bad_value);
  return {};
}

Result<void> begin(const fs::path& part, const fs::path& to) {
  constexpr mode_t everyone_by_umask = 0666;
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                          everyone_by_umask);
  if (file < 0) return no_backup(to, std::strerror(errno));
  ::close(file);
  return {};
}

tl::unexpected<domain::Error> not_a_backup(const fs::path& from, const domain::Error& why) {
  return domain::fail(why.fault, "The file " + from.string() + " cannot be restored (" +
                                     why.detail + "): the journal stays as it is.");
}

// A proven copy of `from` under a name of ours, of the present schema.
Result<long> take_in(const fs::path& folder, const fs::path& from, const fs::path& copy,
                     const Clock& clock) {
  if (auto header = prove_header(from); !header) return tl::unexpected(header.error());
  if (auto wal = prove_wal(from.string() + "-wal"); !wal) return tl::unexpected(wal.error());
  auto source = open_to_copy(from);
  if (!source) return tl::unexpected(source.error());
  if (auto whole = prove_rows(**source, Depth::full); !whole) return tl::unexpected(whole.error());
  if (auto copied = copy_database(**source, copy); !copied) return tl::unexpected(copied.error());
  auto db = open_for_use(copy);
  if (!db) return tl::unexpected(db.error());
  auto lock = FolderLock::open(folder);
  if (!lock) return tl::unexpected(lock.error());
  SqliteJournal journal(copy, std::move(*db), std::move(*lock), "restore", clock);
  return fold_all(journal);
}

// What is in the journal's place goes under another name, its write-ahead file with it. From here
// until the copy is in place there is no journal, and no start makes an empty one, since kept
// copies are there. The name, or nothing where there was none.
Result<fs::path> move_away(const fs::path& file, domain::Stamp now) {
  const fs::path kept = kept_name(file, now);
  bool any = false;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code error;
    const fs::path old = file.string() + suffix;
    if (!fs::exists(fs::symlink_status(old, error))) continue;
    fs::rename(old, kept.string() + suffix, error);
    if (error) return tl::unexpected(error_of_errno(error.value(), "rename", old.string()));
    any = true;
  }
  std::error_code ignored;
  fs::remove(file.string() + "-shm", ignored);
  return any ? kept : fs::path();
}

}  // namespace

Result<long> check_journal(const fs::path& folder, const Clock& clock) {
  auto opened = open_journal(folder, "check", clock, Missing::refused);
  if (!opened) return tl::unexpected(opened.error());
  const fs::path file = folder / file_name;
  auto db = open_untouched(file);
  if (!db) return tl::unexpected(db.error());
  if (auto whole = prove_rows(**db, Depth::full); !whole)
    return tl::unexpected(whole.error().fault == Fault::damaged
                              ? refuse_damaged(file, whole.error().detail, clock())
                              : whole.error());
  return fold_all(**opened);
}

Result<void> backup_journal(const fs::path& folder, const fs::path& to, const Clock& clock) {
  auto opened = open_journal(folder, "backup", clock, Missing::refused);
  if (!opened) return tl::unexpected(opened.error());
  if (auto may = may_back_up(folder, to); !may) return may;
  auto db = open_untouched(folder / file_name);
  if (!db) return tl::unexpected(db.error());
  const fs::path part = temporary(to);
  if (auto begun = begin(part, to); !begun) return begun;
  auto done = copy_database(**db, part);
  if (done) done = rename_whole(part, to);
  if (!done) remove_database(part);
  return done;
}

Result<Restored> restore_journal(const fs::path& folder, const fs::path& from, const Clock& clock) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return tl::unexpected(error_of_errno(error.value(), "create", folder.string()));
  auto lock = FolderLock::open(folder);
  if (!lock) return tl::unexpected(lock.error());
  if (!lock->try_alone())
    return domain::fail(Fault::busy,
                        "Another process has the journal open, so nothing was restored. End it, "
                        "then try again.");
  const fs::path file = folder / file_name;
  const fs::path copy = temporary(file);
  remove_database(copy);
  const auto entries = take_in(folder, from, copy, clock);
  if (!entries) {
    remove_database(copy);
    return not_a_backup(from, entries.error());
  }
  auto kept = move_away(file, clock());
  if (!kept) return tl::unexpected(kept.error());
  if (auto placed = rename_whole(copy, file); !placed) return tl::unexpected(placed.error());
  return Restored{*entries, *kept};
}

}  // namespace journal
