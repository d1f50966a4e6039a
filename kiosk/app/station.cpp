#include "kiosk/app/station.hpp"

#include <algorithm>
#include <charconv>

#include "kiosk/app/refused_journal.hpp"
#include "sync/journal/last_export.hpp"

namespace kiosk {

namespace {

using domain::Fault;
using domain::Result;

constexpr const char* open_cell_key = "open_cell";
constexpr const char* person_key = "person";
constexpr const char* sound_key = "sound";

// After the open cell's number: its person left it; the program ended well meanwhile.
constexpr const char* left_word = " left";
constexpr const char* ended_word = " ended";

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace

Station::Station(std::unique_ptr<journal::Journal> journal, const Config& config)
    : journal_(std::move(journal)), walk_by_(config.walk), order_(config.order) {}

Result<std::unique_ptr<Station>> Station::open(std::unique_ptr<journal::Journal> journal,
                                               const Config& config) {
  std::unique_ptr<Station> station(new Station(std::move(journal), config));
  if (const auto loaded = station->load(); !loaded) return tl::unexpected(loaded.error());
  return station;
}

std::unique_ptr<Station> Station::refused(domain::Error why, const Config& config) {
  std::unique_ptr<Station> station(new Station(std::make_unique<RefusedJournal>(why), config));
  station->refusal_ = std::move(why);
  return station;
}

Result<void> Station::load() {
  auto loaded = journal::load_day(*journal_);
  if (!loaded && loaded.error().fault != Fault::not_found) return tl::unexpected(loaded.error());
  exists_ = loaded.has_value();
  loaded_ = exists_ ? std::move(*loaded) : journal::LoadedDay{};
  read_kept();
  arrange();
  return {};
}

// Small comforts: where one of them cannot be read, the day opens all the same.
void Station::read_kept() {
  const auto kept = [this](const std::string& key) {
    return journal_->kept(key).value_or(std::nullopt).value_or(std::string());
  };
  open_cell_.reset();
  const auto cell = kept(open_cell_key);  // "1010314", "1010314 ended" or "1010314 left"
  if (const auto id = number(cell)) open_cell_ = domain::CellId{*id};
  at_work_ = open_cell_ && !cell.ends_with(left_word) ? AtWork::yes : AtWork::no;
  ended_ = cell.ends_with(ended_word);
  person_ = kept(person_key);
  silent_ = kept(sound_key) == "off";
  read_export();
}

void Station::read_export() {
  const auto last = journal::last_export(*journal_, loaded_.row.number);
  exported_ = last ? last->newest : domain::Stamp{};
  exported_at_ = last ? std::optional(last->at) : std::nullopt;
}

void Station::arrange() {
  const auto crate_of = [this](const std::string& ordergroup) -> std::optional<int> {
    const auto at = loaded_.crates.find(ordergroup);
    return at == loaded_.crates.end() ? std::nullopt : std::optional(at->second);
  };
  matrix_ = domain::AllocationMatrix(loaded_.day, domain::ordered_articles(loaded_.day, order_),
                                     crate_of);
  walk_ = domain::Walk(loaded_.day, walk_by_, order_);
}

int Station::crate(const std::string& ordergroup) const {
  const auto at = loaded_.crates.find(ordergroup);
  return at == loaded_.crates.end() ? 0 : at->second;
}

Result<std::vector<domain::Entry>> Station::save(std::span<const domain::Body> bodies,
                                                 const std::string& person) {
  auto saved = journal_->append(bodies, person, loaded_.seen());
  if (!saved && saved.error().fault == Fault::busy) {
    if (const auto read = journal::catch_up(*journal_, loaded_); !read)
      return tl::unexpected(read.error());
    arrange();
    saved = journal_->append(bodies, person, loaded_.seen());
  }
  if (saved) loaded_.add(*saved);
  return saved;
}

Result<void> Station::store(std::span<const domain::ReferenceOrder> orders,
                            const std::string& source) {
  if (const auto day = journal_->store_references(orders, source); !day)
    return tl::unexpected(day.error());
  return load();
}

Result<void> Station::new_day(const std::string& name) {
  if (const auto day = journal_->open_day(name); !day) return tl::unexpected(day.error());
  return load();
}

Result<void> Station::end_day() {
  if (const auto ended = journal_->end_day(); !ended) return ended;
  return load();
}

bool Station::catch_up() {
  if (!journal_->changed_elsewhere().value_or(false)) return false;
  if (!exists_) return load().has_value();
  const bool read = journal::catch_up(*journal_, loaded_).has_value();
  if (read) arrange();
  read_export();
  return read;
}

void Station::keep_open_cell(domain::CellId cell, AtWork at_work) {
  if (cell == open_cell_ && at_work == at_work_ && !ended_) return;
  open_cell_ = cell;
  at_work_ = at_work;
  ended_ = false;
  // A comfort, not a fact: when it cannot be written the next start begins at the overview.
  (void)journal_->keep(open_cell_key,
                       std::to_string(cell.value) + (at_work == AtWork::yes ? "" : left_word));
}

void Station::note_end() {
  if (!open_cell_ || at_work_ == AtWork::no || ended_) return;
  ended_ =
      journal_->keep(open_cell_key, std::to_string(open_cell_->value) + ended_word).has_value();
}

void Station::keep_person(const std::string& person) {
  person_ = person;
  (void)journal_->keep(person_key, person);
}

void Station::keep_silent(bool silent) {
  silent_ = silent;
  (void)journal_->keep(sound_key, silent ? "off" : "on");
}

long Station::to_export() const {
  const auto& entries = loaded_.entries;
  const auto first =
      std::upper_bound(entries.begin(), entries.end(), exported_,
                       [](domain::Stamp at, const domain::Entry& entry) { return at < entry.at; });
  return std::count_if(first, entries.end(), [](const domain::Entry& entry) {
    return !std::holds_alternative<domain::Printed>(entry.body);  // nothing that a person did
  });
}

void Station::note_export(domain::Stamp at) {
  exported_ = loaded_.seen();
  exported_at_ = at;
  (void)journal::note_export(*journal_, loaded_.row.number, {exported_, at});
}

}  // namespace kiosk
