// Files that ship with the program: beside an installed one, in the checkout's assets/ otherwise.
#pragma once

#include <filesystem>
#include <string>

#include "domain/result.hpp"

namespace kiosk {

std::filesystem::path assets_folder();
domain::Result<std::string> read_asset(const std::string& name);

}  // namespace kiosk
