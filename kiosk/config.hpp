// The configuration file (contracts.md 7): TOML, read once at the start. Nothing in it is needed
// for a first evening. Unknown keys and wrong values are refused with file and line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/band.hpp"
#include "domain/result.hpp"
#include "domain/walk.hpp"
#include "domain/weighing.hpp"

namespace kiosk {

enum class Theme { light, dark };
enum class Size { normal, large };

struct ArticleBand {
  std::string article;
  domain::Band band;
};

struct ScaleConfig {
  std::string port, profile, unit = "kg", line;
  std::vector<std::pair<std::string, std::string>> options;
};

struct PrinterConfig {
  std::string queue;
  int dpi = 300;
};

// Where Foodsoft is and who we are there; the password stays in its file until it is needed
// (kiosk/server_access.hpp).
struct ServerConfig {
  std::string url;  // with the co-op's slug, without a slash at the end
  std::string user;
  std::optional<std::filesystem::path> password_file;  // else the systemd credential
  std::optional<std::filesystem::path> ca_file;
  bool mark_received = false;
};

struct Config {
  std::string station = "Station 1";
  std::optional<std::string> lang;
  std::vector<std::string> people;
  int station_number = 0;
  std::vector<std::filesystem::path> usb = {"/media", "/run/media"};
  Theme theme = Theme::light;
  Size size = Size::normal;
  domain::HandsFull hands_full = domain::HandsFull::off;
  domain::WalkBy walk = domain::WalkBy::article;
  domain::ArticleOrder order;
  // Tenths of an inch of the screen's diagonal, when it cannot be asked.
  std::optional<int> diagonal_tenths;
  domain::Band band;
  std::vector<ArticleBand> article_bands;
  std::vector<ScaleConfig> scales;
  std::vector<PrinterConfig> printers;
  std::optional<ServerConfig> server;

  domain::Band band_of(const std::string& article) const;
};

// Reads FILE, or the first of $XDG_CONFIG_HOME/romaine/romaine.toml and /etc/romaine/romaine.toml
// that exists; the defaults where there is none. A named file that is missing is an error.
domain::Result<Config> read_config(const std::optional<std::filesystem::path>& file);
domain::Result<Config> parse_config(const std::string& text, const std::string& name);

}  // namespace kiosk
