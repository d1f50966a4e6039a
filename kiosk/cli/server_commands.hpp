// The commands that talk to the configured Foodsoft, as plain functions; server_cli.cpp and
// day_cli.cpp declare their options. Each gives the exit code.
#pragma once

#include <iosfwd>

#include "kiosk/cli/globals.hpp"
#include "kiosk/pull_day.hpp"

namespace kiosk {

// Logs in and says what the server is and what the account may do there.
int server_check(const Globals& globals, std::ostream& out);

// Takes in orders from the server; one line an order, and what changed there on stderr.
int day_pull(const Globals& globals, const PullWish& wish, std::ostream& out);

}  // namespace kiosk
