// A USB key: a mounted folder up to two levels below one of the configured places (contracts.md 7).
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace kiosk {

// The first mounted, writable folder; a mount point is told by its device differing from its
// parent's. Also the places themselves are looked at, two levels deep.
std::optional<std::filesystem::path> find_usb_key(const std::vector<std::filesystem::path>& places);

}  // namespace kiosk
