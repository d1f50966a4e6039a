#include "kiosk/app/assets.hpp"

#include <fstream>
#include <iterator>

namespace kiosk {

std::filesystem::path assets_folder() {
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const auto installed = program.parent_path().parent_path() / "share/romaine";
  if (std::filesystem::is_directory(installed, ignored)) return installed;
  return ROMAINE_ASSETS;
}

domain::Result<std::string> read_asset(const std::string& name) {
  const auto path = assets_folder() / name;
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return domain::fail(
        domain::Fault::not_found,
        "the file " + path.string() + " of the program is missing; install it again");
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

}  // namespace kiosk
