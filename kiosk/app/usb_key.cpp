#include "kiosk/app/usb_key.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace kiosk {

namespace {

namespace fs = std::filesystem;

std::optional<dev_t> device_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return std::nullopt;
  return status.st_dev;
}

std::vector<fs::path> folders_in(const fs::path& place) {
  std::vector<fs::path> found;
  std::error_code error;
  for (auto at =
           fs::directory_iterator(place, fs::directory_options::skip_permission_denied, error);
       !error && at != fs::directory_iterator(); at.increment(error))
    found.push_back(at->path());
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<fs::path> mounted_below(const fs::path& place, int levels) {
  const auto here = device_of(place);
  if (!here) return std::nullopt;
  const auto folders = folders_in(place);
  for (const auto& folder : folders) {
    const auto device = device_of(folder);
    if (device && *device != *here) return folder;
  }
  if (levels > 1)
    for (const auto& folder : folders)
      if (const auto deeper = mounted_below(folder, levels - 1)) return deeper;
  return std::nullopt;
}

}  // namespace

std::optional<fs::path> find_usb_key(const std::vector<fs::path>& places) {
  for (const auto& place : places)
    if (const auto key = mounted_below(place, 2)) return key;
  return std::nullopt;
}

}  // namespace kiosk
