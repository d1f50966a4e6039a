#include "sync/journal/kept_copy.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "sync/journal/iso_time.hpp"
#include "sync/journal/sqlite_error.hpp"

namespace journal {

namespace fs = std::filesystem;

namespace {

fs::path beside(const fs::path& file, const char* suffix) { return file.string() + suffix; }

bool equal_bytes(const fs::path& a, const fs::path& b) {
  std::error_code error;
  const auto size = fs::file_size(a, error);
  if (error || size != fs::file_size(b, error) || error) return false;
  std::ifstream one(a, std::ios::binary), two(b, std::ios::binary);
  return std::equal(std::istreambuf_iterator<char>(one), std::istreambuf_iterator<char>(),
                    std::istreambuf_iterator<char>(two));
}

bool there(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error);
}

// An empty write-ahead file holds as much as none.
bool has_bytes(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return !error && size > 0;
}

// Equal in both files.
bool is_copy(const fs::path& file, const fs::path& copy) {
  const auto wal = beside(file, "-wal"), copied = beside(copy, "-wal");
  if (has_bytes(wal) != has_bytes(copied)) return false;
  return equal_bytes(file, copy) && (!has_bytes(wal) || equal_bytes(wal, copied));
}

domain::Result<void> copy_bytes(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::copy_file(from, to, error)) return sync_to_disk(to);
  fs::remove(to);
  return tl::unexpected(error_of_errno(error.value(), "copy", from.string()));
}

domain::Result<fs::path> copy_once(const fs::path& file, domain::Stamp now) {
  for (const auto& copy : kept_copies(file))
    if (is_copy(file, copy)) return copy;
  const auto copy = kept_name(file, now);
  if (auto done = copy_bytes(file, copy); !done) return tl::unexpected(done.error());
  const auto wal = beside(file, "-wal");
  if (!has_bytes(wal)) return copy;
  if (auto done = copy_bytes(wal, beside(copy, "-wal")); done) return copy;
  std::error_code ignored;
  fs::remove(copy, ignored);
  return domain::fail(domain::Fault::io, "the write-ahead file could not be copied");
}

}  // namespace

std::vector<fs::path> kept_copies(const fs::path& file) {
  std::vector<fs::path> found;
  const std::string start = file.filename().string() + ".kept-";
  std::error_code error;
  for (const auto& one : fs::directory_iterator(file.parent_path(), error)) {
    const auto name = one.path().filename().string();
    const bool companion = name.ends_with("-wal") || name.ends_with("-shm");
    if (name.starts_with(start) && !companion) found.push_back(one.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

fs::path kept_name(const fs::path& file, domain::Stamp now) {
  const std::string name = file.string() + ".kept-" + file_time(now);
  fs::path free = name;
  for (int n = 2; there(free); ++n) free = name + "-" + std::to_string(n);
  return free;
}

domain::Error refuse_damaged(const fs::path& file, const std::string& what, domain::Stamp now) {
  std::string sentence =
      "The journal " + file.string() + " is damaged (" + what + "): it stays as it is";
  std::error_code error;
  if (fs::is_regular_file(file, error)) {
    const auto copy = copy_once(file, now);
    sentence += copy ? ", and a copy is kept as " + copy->filename().string()
                     : ", and no copy could be made of it";
  }
  return {domain::Fault::damaged,
          sentence + ". Run 'romaine journal restore FILE' with a backup, or name another --data."};
}

domain::Error refuse_newer(const fs::path& file, const std::string& what) {
  return {domain::Fault::newer_version,
          "The journal " + file.string() + " was written by a newer Romaine (" + what +
              "): it stays as it is. Start that newer Romaine, or name another --data."};
}

domain::Result<void> sync_to_disk(const fs::path& file) {
  for (const auto& path : {file, file.parent_path().empty() ? fs::path(".") : file.parent_path()}) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = fd >= 0 && ::fsync(fd) == 0;
    const int number = errno;
    if (fd >= 0) ::close(fd);
    if (!done) return tl::unexpected(error_of_errno(number, "write", path.string()));
  }
  return {};
}

}  // namespace journal
