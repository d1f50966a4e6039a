// Copies of a journal that something is wrong with: romaine.sqlite.kept-<time>, with its
// write-ahead file beside it.
#pragma once

#include <filesystem>
#include <vector>

#include "domain/entry.hpp"
#include "domain/result.hpp"

namespace journal {

std::vector<std::filesystem::path> kept_copies(const std::filesystem::path& file);

// A name for a new copy that nothing bears yet.
std::filesystem::path kept_name(const std::filesystem::path& file, domain::Stamp now);

// The sentence for a damaged journal. Makes a copy of it, unless an equal one is there.
domain::Error refuse_damaged(const std::filesystem::path& file, const std::string& what,
                             domain::Stamp now);

domain::Error refuse_newer(const std::filesystem::path& file, const std::string& what);

// Its bytes and its name are on the disk.
domain::Result<void> sync_to_disk(const std::filesystem::path& file);

}  // namespace journal
