// The commands on the day and on units as plain functions; day_cli.cpp declares their options.
// Each gives the exit code.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "kiosk/cli/globals.hpp"

namespace kiosk {

int day_new(const Globals& globals, const std::string& name);
int day_list(const Globals& globals, std::ostream& out);
int day_status(const Globals& globals, std::ostream& out);
int day_matrix(const Globals& globals, std::optional<std::int64_t> order, std::ostream& out);
int day_import(const Globals& globals, const std::filesystem::path& folder, std::ostream& out);
// Prints the files that it wrote.
int day_export(const Globals& globals, const std::filesystem::path& folder, std::ostream& out);
// Lines from a file descriptor; one answer a line, flushed after the commit.
int day_record(const Globals& globals, int in, std::ostream& out);

struct UnitWord {
  std::string text;
  std::optional<std::string> mass, volume, pieces;  // exactly one
};
int unit_set(const Globals& globals, const UnitWord& word);
int unit_list(const Globals& globals, std::ostream& out);

}  // namespace kiosk
