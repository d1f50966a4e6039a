// The station's work without a screen: the journal, the day folded from it, crates, the walk and the
// matrix. What the screen shows as saved went through save(). UI thread only. Owns the journal.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/day.hpp"
#include "domain/matrix_view.hpp"
#include "domain/walk.hpp"
#include "kiosk/config.hpp"
#include "sync/journal/journal.hpp"

namespace kiosk {

class Station {
 public:
  // Loads the open day, if there is one.
  static domain::Result<std::unique_ptr<Station>> open(std::unique_ptr<journal::Journal> journal,
                                                       const Config& config);

  const domain::Day& day() const { return day_; }
  std::span<const domain::Entry> entries() const { return entries_; }
  const domain::AllocationMatrix& matrix() const { return matrix_; }
  const domain::Walk& walk() const { return walk_; }
  int crate(const std::string& ordergroup) const;
  // The open day's row; nothing where none is open.
  const std::optional<journal::DayRow>& open_day() const { return open_day_; }

  // Commits, then applies. On failure nothing changed.
  domain::Result<std::vector<domain::Entry>> save(std::span<const domain::Body> bodies,
                                                  const std::string& person);
  domain::Result<void> store(std::vector<domain::ReferenceOrder> orders, const std::string& source);
  domain::Result<void> new_day(const std::string& name);
  domain::Result<void> end_day();

  // Where the work stands, for the next start: the station's own small state.
  void keep_open_cell(std::optional<domain::CellId> cell);
  std::optional<domain::CellId> kept_open_cell() const { return open_cell_; }
  void keep_person(const std::string& person);
  std::string kept_person();
  // Entries since the last export.
  long to_export() const;
  void note_export();

  journal::Journal& journal() { return *journal_; }

 private:
  Station(std::unique_ptr<journal::Journal> journal, const Config& config);
  domain::Result<void> load();
  void arrange();

  std::unique_ptr<journal::Journal> journal_;
  domain::WalkBy walk_by_;
  domain::ArticleOrder order_;
  std::optional<journal::DayRow> open_day_;
  domain::Day day_;
  std::vector<domain::Entry> entries_;
  journal::Crates crates_;
  domain::AllocationMatrix matrix_;
  domain::Walk walk_;
  std::optional<domain::CellId> open_cell_;
  std::size_t exported_ = 0;  // entries of the day that the last export held
};

}  // namespace kiosk
