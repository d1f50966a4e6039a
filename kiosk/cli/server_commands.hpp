// The commands that talk to the configured Foodsoft, as plain functions; server_cli.cpp and
// day_cli.cpp declare their options. Each gives the exit code.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/cli/globals.hpp"

namespace kiosk {

// Logs in and says what the server is and what the account may do there.
int server_check(const Globals& globals, std::ostream& out);

struct PullWish {
  std::vector<std::int64_t> orders;   // empty: those of a pickup date
  std::optional<std::string> pickup;  // ISO date
};
// Takes in orders from the server; one line an order, and what changed there on stderr.
int day_pull(const Globals& globals, const PullWish& wish, std::ostream& out);

}  // namespace kiosk
