#include "kiosk/app/open_station.hpp"

#include <cstdlib>

#include "kiosk/app/demo.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "sync/journal/journal_file.hpp"

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

using Opened = Result<std::unique_ptr<Station>>;

Opened open_station(const std::filesystem::path& data, const std::string& name,
                    const Config& config) {
  return journal::open_journal(data, name, wall_now, journal::Missing::created)
      .and_then([&config](std::unique_ptr<journal::Journal> journal) {
        return Station::open(std::move(journal), config);
      });
}

Result<std::filesystem::path> fresh_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "romaine-demo-XXXXXX").string();
  if (!mkdtemp(pattern.data()))
    return fail(Fault::io, "no folder for the demo can be made below " +
                               std::filesystem::temp_directory_path().string() +
                               "; free some room");
  return std::filesystem::path(pattern);
}

// The day is made up once; a --data that has it already is opened as it is.
Result<void> make_up(Station& station, const DemoDay& demo) {
  if (!station.day().orders().empty()) return {};
  if (const auto opened = station.new_day(demo.name); !opened) return opened;
  if (const auto stored = station.store(demo.orders, "demo"); !stored) return stored;
  // The last few were not exported yet.
  constexpr std::size_t fresh = 7;
  const auto old = std::span(demo.entries).first(demo.entries.size() - fresh);
  if (const auto saved = station.save(old, demo.person); !saved)
    return tl::unexpected(saved.error());
  station.note_export(wall_now());
  const auto rest = std::span(demo.entries).last(fresh);
  if (const auto saved = station.save(rest, demo.person); !saved)
    return tl::unexpected(saved.error());
  station.keep_person(demo.person);
  // Somebody has just left the carrots.
  station.keep_open_cell(domain::CellId{demo.open_cell}, Station::AtWork::no);
  return {};
}

}  // namespace

Result<OpeningStation> begin_own_station(const Globals& globals) {
  auto config = read_config(globals.config);
  if (!config) return tl::unexpected(config.error());
  OpeningStation opening{std::move(*config), globals.data_folder(), {}};
  opening.station =
      std::async(std::launch::async,
                 [data = opening.data, name = globals.station.value_or(opening.config.station),
                  config = opening.config]() -> Opened {
                   auto station = open_station(data, name, config);
                   return station ? std::move(*station) : Station::refused(station.error(), config);
                 });
  return opening;
}

Result<OpeningStation> begin_demo_station(const Globals& globals) {
  auto demo = shipped_demo_day();
  if (!demo) return tl::unexpected(demo.error());
  OpeningStation opening;
  opening.config.people = demo->people;
  opening.config.station = "Table 1";
  const auto data = globals.data ? Result<std::filesystem::path>(*globals.data) : fresh_folder();
  if (!data) return tl::unexpected(data.error());
  opening.data = *data;
  opening.station =
      std::async(std::launch::async,
                 [data = *data, name = globals.station.value_or(opening.config.station),
                  config = opening.config, demo = std::move(*demo)]() -> Opened {
                   auto station = open_station(data, name, config);
                   if (!station) return station;
                   if (const auto made = make_up(**station, demo); !made)
                     return tl::unexpected(made.error());
                   return station;
                 });
  return opening;
}

}  // namespace kiosk
