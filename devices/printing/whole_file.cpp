#include "devices/printing/whole_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace printing {
namespace {

domain::Result<void> failed(const std::filesystem::path& path, int error) {
  const auto fault = error == ENOSPC || error == EDQUOT || error == EFBIG ? domain::Fault::disk_full
                     : error == EACCES || error == EPERM || error == EROFS
                         ? domain::Fault::no_rights
                         : domain::Fault::io;
  return domain::fail(fault, '"' + path.string() + "\" could not be written (" +
                                 std::strerror(error) + "); no half file was left there");
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

}  // namespace

domain::Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes) {
  const auto parent = path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path();
  const std::string beside =
      (parent / ("." + path.filename().string() + "." + std::to_string(::getpid()))).string();
  const int file =
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) return failed(path, errno);
  int error = write_all(file, bytes);
  if (error == 0 && ::fsync(file) != 0) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(beside.c_str());
  return failed(path, error);
}

}  // namespace printing
