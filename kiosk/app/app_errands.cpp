// Errands between two days of work: import from a key, export to it, begin and end a day.
#include "kiosk/app/app.hpp"
#include "kiosk/app/day_export.hpp"
#include "kiosk/app/usb_key.hpp"
#include "sync/server/folder/read_folder.hpp"

namespace kiosk {

namespace {

using screens::AtOutcome;

// The pages lie on the key itself, or in a folder of it.
domain::Result<server::ImportReport> read_key(const std::filesystem::path& key) {
  auto report = server::read_folder(key);
  if (report) return report;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(key, error)) {
    if (!entry.is_directory(error)) continue;
    if (auto deeper = server::read_folder(entry.path())) return deeper;
  }
  return report;
}

}  // namespace

std::optional<std::filesystem::path> App::key_folder() const {
  if (played_key_) return played_key_;
  // A script plays with the keys it puts, never with what happens to be plugged.
  if (setup_.labels == Setup::Labels::awaited) return std::nullopt;
  return find_usb_key(setup_.config.usb);
}

std::string App::tr(const char* english) const { return texts_->tr(english); }

void App::import_from_key() {
  const auto key = key_folder();
  if (!key) {
    go(AtOutcome{AtOutcome::import_failed,
                 tr("There is no USB key. Nothing was changed. Plug one in and try again."),
                 {}});
    return;
  }
  const auto report = read_key(*key);
  if (!report) {
    go(AtOutcome{AtOutcome::import_failed,
                 tr("No saved page of Foodsoft was found on the key. Nothing was changed."),
                 {}});
    return;
  }
  AtOutcome outcome{AtOutcome::imported, {}, {}};
  for (const auto& refusal : report->refused)
    outcome.refused.push_back(refusal.file + ": " + refusal.error.detail);
  if (report->orders.empty()) {
    outcome.kind = AtOutcome::import_failed;
    outcome.sentence = tr("No order could be read. The day is as it was.");
  } else if (const auto stored = station_->store(report->orders, key->string()); !stored) {
    outcome.kind = AtOutcome::import_failed;
    outcome.sentence = tr("The orders could not be saved. The day is as it was.");
    outcome.refused.push_back(stored.error().detail);
  } else {
    outcome.sentence = texts_->tr_n("{1} order was imported.", "{1} orders were imported.",
                                    static_cast<long>(report->orders.size()));
  }
  go(outcome);
}

void App::export_to_key() {
  const auto key = key_folder();
  if (!key) {
    go(AtOutcome{AtOutcome::export_failed,
                 tr("There is no USB key. Nothing is lost. Plug one in and try again."),
                 {}});
    return;
  }
  const auto written = station_->journal().all_entries().and_then([&](const auto& entries) {
    return export_day(station_->loaded(), entries, *key, setup_.look.language);
  });
  if (!written) {
    go(AtOutcome{
        AtOutcome::export_failed,
        tr("The export could not be written to the key. Nothing is lost; try another key."),
        {written.error().detail}});
    return;
  }
  station_->note_export(setup_.wall_clock());
  go(AtOutcome{AtOutcome::exported,
               texts_->tr_n("{1} order lies on the key. It may be pulled out.",
                            "{1} orders lie on the key. It may be pulled out.",
                            static_cast<long>(day().orders().size())),
               {}});
}

domain::Result<void> App::new_day() {
  const auto opened = station_->new_day({});
  if (opened) home();
  return opened;
}

domain::Result<void> App::end_day() {
  const auto ended = station_->end_day();
  if (ended) home();
  return ended;
}

}  // namespace kiosk
