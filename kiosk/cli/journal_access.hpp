// What every command on the journal begins with: the configuration, the station's name, the
// journal itself.
#pragma once

#include <memory>
#include <string>

#include "kiosk/cli/globals.hpp"
#include "kiosk/config.hpp"
#include "sync/journal/journal_file.hpp"
#include "sync/journal/load_day.hpp"

namespace kiosk {

struct Access {
  Config config;
  std::string person;  // empty where nobody said
  std::unique_ptr<journal::Journal> journal;
};

domain::Result<Access> access(const Globals& globals, journal::Missing missing);

// The day that --day names; without it the open one, else the last.
domain::Result<journal::LoadedDay> chosen_day(const Globals& globals, Access& access);

// The same, refused where it has ended: earlier days take no entries.
domain::Result<journal::LoadedDay> day_to_fill(const Globals& globals, Access& access);

// Texts of the command line that are to be kept must be UTF-8.
domain::Result<void> check_text(const std::string& what, const std::string& text);

// 0, or the error's sentence and 1.
int ended(const domain::Result<void>& result);

}  // namespace kiosk
