#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "kiosk/cli/arguments.hpp"
#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/push_commands.hpp"
#include "kiosk/cli/server_commands.hpp"

namespace kiosk {

namespace {

CLI::Validator iso_date() {
  return CLI::Validator(
      [](const std::string& text) {
        const bool good = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                          std::count_if(text.begin(), text.end(),
                                        [](char c) { return c >= '0' && c <= '9'; }) == 8;
        return good ? std::string() : "\"" + text + "\" is no date like 2026-11-28";
      },
      "DATE");
}

void add_day(CLI::App& app, const Globals& globals, Command& chosen) {
  CLI::App* day = app.add_subcommand("day", "the day: orders in, figures recorded and out");
  day->require_subcommand(1)->fallthrough();

  CLI::App* fresh = day->add_subcommand("new", "ends the open day and starts another");
  const auto name = std::make_shared<std::string>();
  fresh->add_option("--name", *name, "its name; without one, its date");
  fresh->fallthrough()->callback(
      [&, name] { chosen = [&globals, name] { return day_new(globals, *name); }; });

  day->add_subcommand("list", "all days")->fallthrough()->callback([&] {
    chosen = [&globals] { return day_list(globals, std::cout); };
  });
  day->add_subcommand("status", "how far each order is")->fallthrough()->callback([&] {
    chosen = [&globals] { return day_status(globals, std::cout); };
  });

  CLI::App* matrix = day->add_subcommand("matrix", "every cell, as CSV");
  const auto order = std::make_shared<std::optional<std::int64_t>>();
  matrix->add_flag("--csv")->description("as CSV, the only form");
  matrix->add_option("--order", *order, "one order alone")->check(whole_number);
  matrix->fallthrough()->callback([&, order] {
    chosen = [&globals, order] { return day_matrix(globals, *order, std::cout); };
  });

  CLI::App* take_in = day->add_subcommand("import", "takes in orders from saved Foodsoft pages");
  const auto pages = std::make_shared<std::filesystem::path>();
  take_in->add_option("folder", *pages, "folder of the pages")->required();
  take_in->fallthrough()->callback([&, pages] {
    chosen = [&globals, pages] { return day_import(globals, *pages, std::cout); };
  });

  CLI::App* pull = day->add_subcommand("pull", "takes in orders from the server");
  const auto wish = std::make_shared<PullWish>();
  pull->add_option("--order", wish->orders, "these orders alone");
  pull->add_option("--pickup", wish->pickup, "those of this pickup date, like 2026-11-28")
      ->check(iso_date());
  pull->fallthrough()->callback(
      [&, wish] { chosen = [&globals, wish] { return day_pull(globals, *wish, std::cout); }; });

  add_push_command(*day, globals, chosen);

  CLI::App* put_out = day->add_subcommand("export", "figures, comment and sheets of each order");
  const auto key = std::make_shared<std::filesystem::path>();
  put_out->add_option("folder", *key, "folder to write to, as on a USB key")->required();
  put_out->fallthrough()->callback(
      [&, key] { chosen = [&globals, key] { return day_export(globals, *key, std::cout); }; });

  day->add_subcommand("record", "figures as JSON lines on stdin")->fallthrough()->callback([&] {
    chosen = [&globals] { return day_record(globals, STDIN_FILENO, std::cout); };
  });
}

void add_unit(CLI::App& app, const Globals& globals, Command& chosen) {
  CLI::App* unit = app.add_subcommand("unit", "what free-text units mean");
  unit->require_subcommand(1)->fallthrough();
  unit->add_subcommand("list", "the units of the day, and what they mean")
      ->fallthrough()
      ->callback([&] { chosen = [&globals] { return unit_list(globals, std::cout); }; });

  CLI::App* set = unit->add_subcommand("set", "says what a unit means");
  const auto word = std::make_shared<UnitWord>();
  set->add_option("text", word->text, "the unit's text")->required();
  CLI::Option_group* what = set->add_option_group("meaning");
  what->add_option("--mass", word->mass, "one unit weighs this, \"1.5 kg\"");
  what->add_option("--volume", word->volume, "one unit holds this, \"0.75 L\"");
  what->add_option("--pieces", word->pieces, "one unit holds N pieces");
  what->require_option(1);
  set->fallthrough()->callback(
      [&, word] { chosen = [&globals, word] { return unit_set(globals, *word); }; });
}

}  // namespace

void add_day_commands(CLI::App& app, const Globals& globals, Command& chosen) {
  add_day(app, globals, chosen);
  add_unit(app, globals, chosen);
}

}  // namespace kiosk
