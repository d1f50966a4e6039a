// A folder with two good pages of the recorded order and a third one that is tried.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "sync/server/folder/read_folder.hpp"
#include "sync/server/saved_pages.hpp"

namespace support {

inline const std::vector<std::string> versions = {"4.9.2", "5.0.0-rc1"};

inline std::string groups_of(const std::string& version) {
  return recorded(version + "/groups.finished.finance.fr.html");
}

// The report on a folder with two good pages and one that is not.
inline server::ImportReport report_on(const std::string& version, const std::string& bad,
                                      const std::string& name = "groups.html") {
  PageFolder folder;
  folder.add("a.html", recorded(version + "/articles.finished.finance.en.html"))
      .add("r.html", recorded(version + "/receive.finished.finance.fr.html"))
      .add(name, bad);
  auto report = server::read_folder(folder.path());
  REQUIRE(report);
  return *report;
}

inline std::string lines_of(const server::ImportReport& report) {
  std::string lines;
  for (const auto& refused : report.refused) lines += refused.error.detail + "\n";
  return lines;
}

inline void check_refused(const server::ImportReport& report,
                          const std::string& name = "groups.html") {
  const std::string lines = lines_of(report);
  INFO(lines);
  CHECK(report.orders.empty());
  CHECK(std::count(lines.begin(), lines.end(), '\n') <= 3);
  CHECK(lines.find(name) != std::string::npos);
}

}  // namespace support
