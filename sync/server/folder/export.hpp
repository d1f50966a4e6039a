// Puts the files of a day into a folder, often on a USB key that somebody may pull: each is written
// beside its place and flushed, then all are renamed, so that a file is the old one or the new one
// and never half of one (contracts.md 2.4). Any thread; it blocks on the disk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/result.hpp"

namespace server {

struct ExportFile {
  std::filesystem::path name;  // within the folder: "order-4/results.csv"
  std::string bytes;
};

// Makes the folder where it is missing; files of earlier exports under these names are replaced.
// disk_full, no_rights, device_gone or io where it fails; then every file is whole, the older one
// or the new one, and nothing lies beside it as far as the disk still answers.
domain::Result<void> export_day(const std::filesystem::path& folder,
                                const std::vector<ExportFile>& files);

}  // namespace server
