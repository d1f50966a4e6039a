// Starts the kiosk (contracts.md 6): with a window or without, by hand or by a script, on the
// station's own day or on the demo's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/cli/globals.hpp"

namespace kiosk {

struct LaunchOptions {
  bool demo = false;
  bool headless = false;
  std::optional<std::filesystem::path> play;
  std::filesystem::path pictures = ".";
  std::optional<std::string> size;     // "1280x800"
  std::optional<std::string> scale;    // "simulated"
  std::optional<std::string> printer;  // "folder:DIR"
};

// The program's exit code.
int launch(const Globals& globals, const LaunchOptions& options);

}  // namespace kiosk
