#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "kiosk/cli/arguments.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/entry_json.hpp"

namespace kiosk {

namespace {

using domain::Result;
using nlohmann::ordered_json;

int check(const Globals& globals) {
  const auto entries = journal::check_journal(globals.data_folder(), journal::system_clock);
  if (!entries) return report(entries.error());
  std::cout << "the journal is whole: " << *entries << " entries\n";
  return 0;
}

int back_up(const Globals& globals, const std::filesystem::path& file) {
  return ended(journal::backup_journal(globals.data_folder(), file, journal::system_clock));
}

int restore(const Globals& globals, const std::filesystem::path& file) {
  const auto done = journal::restore_journal(globals.data_folder(), file, journal::system_clock);
  if (!done) return report(done.error());
  std::cout << "restored: " << done->entries << " entries\n";
  if (!done->kept.empty())
    std::cout << "the former journal is kept as " << done->kept.string() << '\n';
  return 0;
}

// The same words without the marks of JSON.
std::string plain(const std::string& line) {
  const auto json = ordered_json::parse(line);
  std::string text;
  for (const auto& [key, value] : json.items()) {
    if (value.is_null()) continue;
    text += (text.empty() ? "" : "  ") + key + ' ' +
            (value.is_string() ? value.get<std::string>() : value.dump());
  }
  return text;
}

Result<std::vector<domain::Entry>> entries_of(const Globals& globals) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return tl::unexpected(opened.error());
  auto entries = opened->journal->all_entries();
  if (entries && globals.day)
    std::erase_if(*entries, [&](const auto& entry) { return entry.day != *globals.day; });
  return entries;
}

int show(const Globals& globals, std::optional<std::int64_t> cell) {
  const auto entries = entries_of(globals);
  if (!entries) return report(entries.error());
  const auto only = cell ? std::optional(domain::CellId{*cell}) : std::nullopt;
  for (const auto& line : journal::show_lines(*entries, only))
    std::cout << (globals.json ? line : plain(line)) << '\n';
  return 0;
}

}  // namespace

void add_journal_commands(CLI::App& app, const Globals& globals, Command& chosen) {
  CLI::App* group = app.add_subcommand("journal", "what lies on the disk");
  group->require_subcommand(1)->fallthrough();

  group->add_subcommand("check", "tries everything")->fallthrough()->callback([&] {
    chosen = [&globals] { return check(globals); };
  });

  const auto file = std::make_shared<std::filesystem::path>();
  CLI::App* copy = group->add_subcommand("backup", "a whole copy, while others may write");
  copy->add_option("file", *file, "where to")->required()->check(not_empty);
  copy->fallthrough()->callback(
      [&, file] { chosen = [&globals, file] { return back_up(globals, *file); }; });

  CLI::App* back = group->add_subcommand("restore", "puts a backup in the journal's place");
  back->add_option("file", *file, "the backup")->required()->check(not_empty);
  back->fallthrough()->callback(
      [&, file] { chosen = [&globals, file] { return restore(globals, *file); }; });

  CLI::App* shown = group->add_subcommand("show", "every entry, in order of seq");
  const auto cell = std::make_shared<std::optional<std::int64_t>>();
  shown->add_option("--cell", *cell, "of one cell, with what undoes them")->check(whole_number);
  shown->fallthrough()->callback(
      [&, cell] { chosen = [&globals, cell] { return show(globals, *cell); }; });
}

}  // namespace kiosk
