#include "sync/journal/sqlite_error.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace journal {

namespace {

using domain::Error;
using domain::Fault;

bool no_room(int number) { return number == ENOSPC || number == EDQUOT || number == EFBIG; }

Error disk_full() {
  return {Fault::disk_full,
          "The disk is full: this was not saved, everything saved before is safe. Make room, then "
          "do it again."};
}

Error no_rights(const std::string& what) {
  return {Fault::no_rights, "The journal may not be written (" + what +
                                "): nothing was saved. Give this user the right to write in its "
                                "folder, or name another with --data."};
}

// SQLite tells a full disk by itself, but not a full quota nor a limit on the size of files, and it
// forgets why a write failed. So room is asked for in a nameless file where the database is.
bool room_is_out(sqlite3* db) {
  const char* name = db ? sqlite3_db_filename(db, "main") : nullptr;
  if (!name) return false;
  const auto folder = std::filesystem::path(name).parent_path();
  constexpr mode_t ours_alone = 0600;
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, ours_alone);
  if (fd < 0) return no_room(errno);
  constexpr off_t room = 16 << 20;
  const bool out = no_room(::posix_fallocate(fd, 0, room));
  ::close(fd);
  return out;
}

}  // namespace

Error error_of(const SQLite::Exception& error, sqlite3* db) {
  const int number = db ? sqlite3_system_errno(db) : 0;
  const std::string what = error.what();
  switch (error.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
      return disk_full();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Fault::damaged, what};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Fault::busy,
              "Another process is writing to the journal: nothing was saved. Try again."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return no_rights(what);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      if (no_room(number) || room_is_out(db)) return disk_full();
      if (number == EACCES || number == EPERM || number == EROFS) return no_rights(what);
      break;
    default:
      break;
  }
  return {Fault::io, "The journal could not be read or written (" + what +
                         "): this was not saved, everything saved before is safe."};
}

Error error_of_errno(int number, const std::string& doing, const std::string& path) {
  if (no_room(number)) return disk_full();
  const bool rights = number == EACCES || number == EPERM || number == EROFS;
  return {rights ? Fault::no_rights : Fault::io, "Cannot " + doing + " " + path + ": " +
                                                     std::generic_category().message(number) +
                                                     ". Nothing was changed."};
}

}  // namespace journal
