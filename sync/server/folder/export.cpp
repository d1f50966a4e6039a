#include "sync/server/folder/export.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <string_view>

namespace server {

namespace {

namespace fs = std::filesystem;

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }
  int close() {
    const int failed = ::close(descriptor_);
    descriptor_ = -1;
    return failed == 0 ? 0 : errno;
  }

 private:
  int descriptor_;
};

domain::Fault fault_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return domain::Fault::disk_full;
    case EACCES:
    case EPERM:
    case EROFS:
      return domain::Fault::no_rights;
    case EIO:
    case ENODEV:
    case ENXIO:
    case ESTALE:
      return domain::Fault::device_gone;
    default:
      return domain::Fault::io;
  }
}

std::string advice(domain::Fault fault) {
  switch (fault) {
    case domain::Fault::disk_full:
      return "make room there or take another key, and export again";
    case domain::Fault::no_rights:
      return "name a folder that may be written to, and export again";
    case domain::Fault::device_gone:
      return "plug the key in again, and export again";
    default:
      return "name another folder, and export again";
  }
}

tl::unexpected<domain::Error> failed(const fs::path& path, int error) {
  const domain::Fault fault = fault_of(error);
  return domain::fail(fault,
                      "The export stopped at \"" + path.string() + "\" (" + std::strerror(error) +
                          "); the journal and every whole file are safe; " + advice(fault) + ".");
}

fs::path beside(const fs::path& path) {
  return path.parent_path() / ("." + path.filename().string() + ".part");
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int write_beside(const fs::path& path, std::string_view bytes) {
  File file(
      ::open(beside(path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (file.descriptor() < 0) return errno;
  if (const int error = write_all(file.descriptor(), bytes)) return error;
  if (::fsync(file.descriptor()) != 0) return errno;
  return file.close();
}

int flush_folder(const fs::path& folder) {
  const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.descriptor() < 0) return errno;
  // Some file systems cannot flush a folder, and say so.
  if (::fsync(file.descriptor()) != 0 && errno != EINVAL && errno != ENOTSUP) return errno;
  return 0;
}

int make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0777) == 0) return 0;
  if (errno != EEXIST) return errno;
  struct stat what {};
  if (::stat(folder.c_str(), &what) != 0) return errno;
  return S_ISDIR(what.st_mode) ? 0 : ENOTDIR;
}

// The folder and those above it that are missing.
int make_folders(const fs::path& folder) {
  fs::path so_far;
  for (const auto& part : folder) {
    so_far /= part;
    if (part.empty() || part == "/") continue;
    if (const int error = make_folder(so_far)) return error;
  }
  return 0;
}

// Takes away what lies beside when the export does not come to its end.
class Beside {
 public:
  Beside() = default;
  ~Beside() {
    for (const auto& path : paths_) ::unlink(path.c_str());
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  void add(fs::path path) { paths_.push_back(std::move(path)); }
  void forget() { paths_.clear(); }

 private:
  std::vector<fs::path> paths_;
};

}  // namespace

domain::Result<void> export_day(const fs::path& folder, const std::vector<ExportFile>& files) {
  if (const int error = make_folders(folder)) return failed(folder, error);
  std::set<fs::path> folders = {folder};
  for (const auto& file : files) folders.insert((folder / file.name).parent_path());
  for (const auto& each : folders)
    if (const int error = make_folder(each)) return failed(each, error);

  Beside unfinished;
  for (const auto& file : files) {
    const fs::path path = folder / file.name;
    unfinished.add(beside(path));
    if (const int error = write_beside(path, file.bytes)) return failed(path, error);
  }
  for (const auto& file : files) {
    const fs::path path = folder / file.name;
    if (::rename(beside(path).c_str(), path.c_str()) != 0) return failed(path, errno);
  }
  unfinished.forget();
  for (const auto& each : folders)
    if (const int error = flush_folder(each)) return failed(each, error);
  return {};
}

}  // namespace server
