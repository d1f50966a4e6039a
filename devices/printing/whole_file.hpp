// A file that is there whole or not at all: written beside its place, flushed to the disk, renamed.
#pragma once

#include <filesystem>
#include <string_view>

#include "domain/result.hpp"

namespace printing {

// Replaces an older file of that name. disk_full, no_rights or io where it fails; then the older
// file, if there was one, is as before, and nothing lies beside it.
domain::Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes);

}  // namespace printing
