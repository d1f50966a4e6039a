// The export of a day: its files, composed and put into a folder (contracts.md 2.4). Any thread; it
// blocks on the disk.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "kiosk/ui/texts.hpp"
#include "sync/journal/load_day.hpp"
#include "sync/server/folder/export.hpp"

namespace kiosk {

// `entries`: what journal.jsonl is to hold, as `journal show --json` prints it.
domain::Result<std::vector<server::ExportFile>> day_files(const journal::LoadedDay& day,
                                                          std::span<const domain::Entry> entries,
                                                          ui::Language language);

domain::Result<void> export_day(const journal::LoadedDay& day,
                                std::span<const domain::Entry> entries,
                                const std::filesystem::path& folder, ui::Language language);

}  // namespace kiosk
