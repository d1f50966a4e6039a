// Who has the journal of a folder open: a lock on DIR/romaine.lock that dies with the process.
// Every open journal shares it; a restore, and the proof at the first start, hold it alone.
#pragma once

#include <filesystem>

#include "domain/result.hpp"

namespace journal {

// The lock of who pushes a folder's day to the server: held alone, one at a time.
inline constexpr const char* push_lock_file = "romaine.push.lock";

class FolderLock {
 public:
  static domain::Result<FolderLock> open(const std::filesystem::path& folder,
                                         const char* file = "romaine.lock");
  FolderLock(FolderLock&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

  // False where another process has it.
  bool try_alone();
  // Waits a few seconds for one that holds it alone; also lets go of holding it alone.
  domain::Result<void> share();

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace journal
