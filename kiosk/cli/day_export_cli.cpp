// `day export FOLDER` (contracts.md 2.4).
#include <ostream>

#include "kiosk/app/day_export.hpp"
#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/journal_file.hpp"
#include "sync/journal/last_export.hpp"

namespace kiosk {

namespace {

struct Exported {
  std::unique_ptr<journal::Journal> journal;
  journal::LoadedDay day;
  std::vector<domain::Entry> entries;  // as `journal show` with the same options
};

domain::Result<Exported> read(const Globals& globals) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return tl::unexpected(opened.error());
  auto day = chosen_day(globals, *opened);
  if (!day) return tl::unexpected(day.error());
  auto entries = opened->journal->all_entries();
  if (!entries) return tl::unexpected(entries.error());
  if (globals.day)
    std::erase_if(*entries, [&](const auto& entry) { return entry.day != *globals.day; });
  return Exported{std::move(opened->journal), std::move(*day), std::move(*entries)};
}

}  // namespace

int day_export(const Globals& globals, const std::filesystem::path& folder, std::ostream& out) {
  const auto exported = read(globals);
  if (!exported) return report(exported.error());
  const auto files =
      day_files(exported->day, exported->entries, ui::language_of(globals.language()));
  if (!files) return report(files.error());
  const auto written = server::export_day(folder, *files);
  if (!written) return report(written.error());
  // The kiosk's lamp counts from here; where it cannot be kept, the files lie there all the same.
  (void)journal::note_export(*exported->journal, exported->day.row.number,
                             {exported->day.seen(), journal::system_clock()});
  for (const auto& file : *files) out << (folder / file.name).string() << '\n';
  return 0;
}

}  // namespace kiosk
