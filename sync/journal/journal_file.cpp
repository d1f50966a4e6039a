#include "sync/journal/journal_file.hpp"

#include <sqlite3.h>

#include <chrono>

#include "sync/journal/kept_copy.hpp"
#include "sync/journal/proof.hpp"
#include "sync/journal/schema.hpp"
#include "sync/journal/sqlite_error.hpp"
#include "sync/journal/sqlite_file.hpp"
#include "sync/journal/sqlite_journal.hpp"

namespace journal {

namespace fs = std::filesystem;
using domain::Fault;
using domain::Result;

namespace {

domain::Error explained(domain::Error error, const fs::path& file, const Clock& clock) {
  if (error.fault == Fault::damaged) return refuse_damaged(file, error.detail, clock());
  if (error.fault == Fault::newer_version) return refuse_newer(file, error.detail);
  return error;
}

// The file was there once: something of it is left.
bool remains(const fs::path& file) {
  std::error_code error;
  return fs::exists(file.string() + "-wal", error) || !kept_copies(file).empty();
}

// Made under another name and then linked, so that a cut never leaves half a journal.
Result<void> create(const fs::path& file) {
  const fs::path fresh = file.string() + ".new";
  remove_database(fresh);
  if (auto made = make_empty(fresh); !made) return made;
  std::error_code error;
  fs::rename(fresh, file, error);
  if (error) return tl::unexpected(error_of_errno(error.value(), "create", file.string()));
  return sync_to_disk(file);
}

Result<void> ensure_there(const fs::path& file, Missing missing) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(file, error))) return {};
  if (remains(file))
    return domain::fail(Fault::damaged, "it is missing, only parts or copies of it are left");
  if (missing == Missing::created) return create(file);
  return domain::fail(Fault::not_found, "There is no journal in " + file.parent_path().string() +
                                            " yet; 'day new' or 'day import FOLDER' starts one.");
}

// With the folder's lock held alone: nobody writes, so the bytes may be judged.
Result<void> prove(const fs::path& file) {
  if (auto done = prove_header(file); !done) return done;
  if (auto done = prove_wal(file.string() + "-wal"); !done) return done;
  auto db = open_untouched(file);
  if (!db) return tl::unexpected(db.error());
  return prove_rows(**db, Depth::quick);
}

// The file is there and whole, and the lock is shared. A process that holds it meanwhile has proven
// the file, or is just finding that there is none.
Result<void> settle(FolderLock& lock, const fs::path& file, Missing missing) {
  for (int tries = 0; tries < 10; ++tries) {
    if (lock.try_alone()) {
      if (auto there = ensure_there(file, missing); !there) return there;
      if (auto whole = prove(file); !whole) return whole;
    }
    if (auto shared = lock.share(); !shared) return shared;
    std::error_code error;
    if (fs::exists(file, error)) return {};
  }
  return ensure_there(file, Missing::refused);
}

Result<FolderLock> lock_folder(const fs::path& folder, Missing missing) {
  std::error_code error;
  if (missing == Missing::created) fs::create_directories(folder, error);
  if (error) return tl::unexpected(error_of_errno(error.value(), "create", folder.string()));
  if (!fs::exists(folder, error))
    return domain::fail(Fault::not_found, "There is no folder " + folder.string() +
                                              " yet; 'day new' or 'day import FOLDER' makes it.");
  return FolderLock::open(folder);
}

}  // namespace

domain::Stamp system_clock() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

Result<std::unique_ptr<Journal>> open_journal(const fs::path& folder, const std::string& station,
                                              Clock clock, Missing missing) {
  const fs::path file = folder / file_name;
  auto lock = lock_folder(folder, missing);
  if (!lock) return tl::unexpected(lock.error());
  const auto failed = [&](domain::Error error) {
    return tl::unexpected(explained(std::move(error), file, clock));
  };
  if (auto sound = settle(*lock, file, missing); !sound) return failed(sound.error());
  if (auto known = prove_header(file); !known) return failed(known.error());
  auto db = open_for_use(file);
  if (!db) return failed(db.error());
  try {
    return std::make_unique<SqliteJournal>(file, std::move(*db), std::move(*lock), station,
                                           std::move(clock));
  } catch (const SQLite::Exception& error) {
    return failed(error_of(error, nullptr));
  }
}

}  // namespace journal
