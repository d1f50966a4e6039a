#include "sync/journal/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "sync/journal/sqlite_error.hpp"

namespace journal {

domain::Result<FolderLock> FolderLock::open(const std::filesystem::path& folder,
                                                const char* file) {
  const auto path = folder / file;
  constexpr mode_t everyone_by_umask = 0666;
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, everyone_by_umask);
  if (fd < 0) return tl::unexpected(error_of_errno(errno, "open", path.string()));
  return FolderLock(fd);
}

FolderLock::~FolderLock() {
  if (fd_ >= 0) ::close(fd_);
}

bool FolderLock::try_alone() { return ::flock(fd_, LOCK_EX | LOCK_NB) == 0; }

domain::Result<void> FolderLock::share() {
  using namespace std::chrono_literals;
  constexpr auto pause = 20ms;
  for (auto waited = 0ms; waited < 10s; waited += pause) {
    if (::flock(fd_, LOCK_SH | LOCK_NB) == 0) return {};
    std::this_thread::sleep_for(pause);
  }
  return domain::fail(domain::Fault::busy,
                      "Another process is restoring or checking the journal: nothing was saved. "
                      "Wait for its end, then try again.");
}

}  // namespace journal
