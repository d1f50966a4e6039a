// The orders of a day from pages of Foodsoft that somebody saved into a folder (contracts.md 2.1).
// Reads the files, keeps nothing open, writes nothing; safe on any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/reference.hpp"
#include "domain/result.hpp"

namespace server {

// What did not go in: a file, or an order whose pages do not fit together.
struct Refusal {
  std::string file;     // the file's name in the folder; several are joined by ", "
  domain::Error error;  // one sentence, which names the file and the place in it
};

struct ImportReport {
  std::vector<domain::ReferenceOrder> orders;  // whole, checked, by id; open orders are refused
  std::vector<Refusal> refused;
  std::vector<std::string> notes;  // sentences on orders that went in, but tell less than others
};

// Takes the files directly in `folder` that end in .html, .htm or .html.gz. An order goes in whole
// or not at all; one that is refused does not keep the others out. Fails where the folder cannot be
// read or holds no such file.
domain::Result<ImportReport> read_folder(const std::filesystem::path& folder);

}  // namespace server
