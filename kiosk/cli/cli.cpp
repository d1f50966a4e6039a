#include "kiosk/cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "kiosk/app/launch.hpp"
#include "kiosk/cli/arguments.hpp"
#include "kiosk/cli/globals.hpp"
#include "kiosk/cli/standard_streams.hpp"

namespace kiosk {

std::filesystem::path Globals::data_folder() const {
  if (data) return *data;
  if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg && *xdg)
    return std::filesystem::path(xdg) / "romaine";
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home ? home : "/") / ".local/share/romaine";
}

int report(const domain::Error& error) {
  std::cerr << "romaine: " << error.detail << '\n';
  return 1;
}

int run(int argc, char** argv) {
  hold_standard_streams();
  // A limit on the size of files is an error of the write that meets it, never the end of us.
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App app{"Romaine, the kiosk of a food co-op's distribution day", "romaine"};
  Globals globals;
  Command chosen;
  app.add_option("--data", globals.data, "folder of the journal")->check(not_empty);
  app.add_option("--config", globals.config, "configuration file (TOML)")->check(not_empty);
  app.add_option("--lang", globals.lang, "language")->check(CLI::IsMember({"fr", "en", "de"}));
  app.add_option("--person", globals.person, "who is at this station");
  app.add_option("--station", globals.station, "name of this station");
  app.add_option("--day", globals.day, "number of an earlier day, as in 'day list'")
      ->check(whole_number);
  app.add_flag("--json", globals.json, "machine-readable output");
  app.fallthrough();
  LaunchOptions kiosk;
  app.add_flag("--demo", kiosk.demo, "a made-up day, simulated scale and printer, no network");
  app.add_flag("--headless", kiosk.headless, "without a window; with --play");
  app.add_option("--play", kiosk.play, "a script to play");
  app.add_option("--pictures", kiosk.pictures, "folder for the script's pictures");
  app.add_option("--size", kiosk.size, "panel, like 1280x800");
  app.add_option("--scale", kiosk.scale, "\"simulated\"");
  app.add_option("--printer", kiosk.printer, "\"folder:DIR\"");
  add_scale_commands(app, globals, chosen);
  add_label_commands(app, globals, chosen);
  add_day_commands(app, globals, chosen);
  add_journal_commands(app, globals, chosen);
  add_server_commands(app, globals, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, std::cout, std::cerr);
    return code == 0 ? 0 : 2;
  }
  return after_answers(chosen ? chosen() : launch(globals, kiosk));
}

}  // namespace kiosk
