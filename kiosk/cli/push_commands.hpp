// `day push` and the choices it asks for, as plain functions; each gives the exit code.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "kiosk/cli/globals.hpp"

namespace kiosk {

struct PushWish {
  bool dry_run = false, open = false;
  std::optional<std::int64_t> order;
  std::optional<std::int64_t> cell, article;  // with take
  std::optional<std::string> take;            // "ours", "server"
  int hurry = 1;                              // for tests: waits last so many times less
};
int day_push(const Globals& globals, const PushWish& wish, std::ostream& out);
// `--cell ID | --article OA --take ours|server`: writes the choice; the next push acts.
int day_take(const Globals& globals, const PushWish& wish, std::ostream& out);

// Adds `push` below `day`.
void add_push_command(CLI::App& day, const Globals& globals, Command& chosen);

}  // namespace kiosk
