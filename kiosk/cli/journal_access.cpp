#include "kiosk/cli/journal_access.hpp"

namespace kiosk {

namespace {

using domain::Fault;
using domain::Result;

// Bytes that follow the first of a sequence; -1 where none may begin so.
int following(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first <= 0xDF) return 1;
  if (first >= 0xE0 && first <= 0xEF) return 2;
  if (first >= 0xF0 && first <= 0xF4) return 3;
  return -1;
}

// Neither too long a form, nor half a pair, nor beyond the last character.
bool second_fits(unsigned char first, unsigned char second) {
  if (first == 0xE0) return second >= 0xA0;
  if (first == 0xED) return second <= 0x9F;
  if (first == 0xF0) return second >= 0x90;
  if (first == 0xF4) return second <= 0x8F;
  return true;
}

bool is_utf8(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const int more = following(first);
    if (more < 0 || i + static_cast<std::size_t>(more) >= text.size()) return false;
    for (int n = 1; n <= more; ++n) {
      const auto next = static_cast<unsigned char>(text[++i]);
      if ((next & 0xC0) != 0x80 || (n == 1 && !second_fits(first, next))) return false;
    }
  }
  return true;
}

}  // namespace

Result<void> check_text(const std::string& what, const std::string& text) {
  if (is_utf8(text)) return {};
  return domain::fail(Fault::bad_value, what + " is no valid UTF-8; nothing was saved.");
}

Result<Access> access(const Globals& globals, journal::Missing missing) {
  auto config = read_config(globals.config);
  if (!config) return tl::unexpected(config.error());
  Access access{std::move(*config), globals.person.value_or(""), nullptr};
  const std::string station = globals.station.value_or(access.config.station);
  if (auto good = check_text("--person", access.person); !good) return tl::unexpected(good.error());
  if (auto good = check_text("--station", station); !good) return tl::unexpected(good.error());
  if (station.empty())
    return domain::fail(Fault::bad_value, "A station needs a name; nothing was saved.");
  auto opened =
      journal::open_journal(globals.data_folder(), station, journal::system_clock, missing);
  if (!opened) return tl::unexpected(opened.error());
  access.journal = std::move(*opened);
  return access;
}

Result<journal::LoadedDay> chosen_day(const Globals& globals, Access& access) {
  return journal::load_day(*access.journal, globals.day);
}

Result<journal::LoadedDay> day_to_fill(const Globals& globals, Access& access) {
  auto loaded = chosen_day(globals, access);
  if (!loaded || loaded->open()) return loaded;
  return domain::fail(Fault::refused,
                      "Day " + std::to_string(loaded->row.number) +
                          " has ended and takes no entries; nothing was saved. 'day new' or 'day "
                          "import FOLDER' starts another.");
}

int ended(const Result<void>& result) { return result ? 0 : report(result.error()); }

}  // namespace kiosk
