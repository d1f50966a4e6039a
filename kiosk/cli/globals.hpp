// Options accepted before and after every command (contracts.md 1), and what a command gives back.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "domain/result.hpp"

namespace CLI {
class App;
}

namespace kiosk {

struct Globals {
  std::optional<std::filesystem::path> data;
  std::optional<std::filesystem::path> config;
  std::optional<std::string> lang;
  std::optional<std::string> person;
  std::optional<std::string> station;
  std::optional<int> day;
  bool json = false;

  // --lang, or French.
  std::string language() const { return lang.value_or("fr"); }
  // --data, or $XDG_DATA_HOME/romaine, or ~/.local/share/romaine.
  std::filesystem::path data_folder() const;
};

// What the command line chose to do; run() calls it once parsing is over.
using Command = std::function<int()>;

// Prints an error's sentence on stderr and gives exit code 1.
int report(const domain::Error& error);

// One function a group of commands. Each adds its subcommands to `app` and, when one of them is
// chosen, sets `chosen`.
void add_scale_commands(CLI::App& app, const Globals& globals, Command& chosen);
void add_label_commands(CLI::App& app, const Globals& globals, Command& chosen);
void add_day_commands(CLI::App& app, const Globals& globals, Command& chosen);
void add_journal_commands(CLI::App& app, const Globals& globals, Command& chosen);
void add_server_commands(CLI::App& app, const Globals& globals, Command& chosen);

}  // namespace kiosk
