// Recorded pages of both Foodsoft versions (tests/data/foodsoft) and folders to put them in.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.hpp"

namespace support {

// "4.9.2/groups.finished.finance.fr.html": the bytes as the server sent them.
std::string recorded(const std::string& name);

// Rows of a tab-separated dump of the database, by column.
std::vector<std::map<std::string, std::string>> recorded_rows(const std::string& name);

// A folder that is gone with its owner.
class PageFolder {
 public:
  PageFolder& add(const std::string& file, std::string_view bytes);
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

// text with every `from` replaced; stops the test where there is none.
std::string replaced(std::string text, std::string_view from, std::string_view to);
std::string replaced_once(std::string text, std::string_view from, std::string_view to);

std::string gzipped(std::string_view bytes);

}  // namespace support
