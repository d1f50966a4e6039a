// The station's work without a screen: the journal, the day folded from it, crates, the walk and
// the matrix. What the screen shows as saved went through save(). UI thread only. Owns the journal.
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
#include "sync/journal/load_day.hpp"

namespace kiosk {

class Station {
 public:
  // Loads the open day, or the last one to look at.
  static domain::Result<std::unique_ptr<Station>> open(std::unique_ptr<journal::Journal> journal,
                                                       const Config& config);

  // A station without a journal, to say why: nothing can be recorded.
  static std::unique_ptr<Station> refused(domain::Error why, const Config& config);
  const std::optional<domain::Error>& refusal() const { return refusal_; }

  const domain::Day& day() const { return loaded_.day; }
  std::span<const domain::Entry> entries() const { return loaded_.entries; }
  const domain::AllocationMatrix& matrix() const { return matrix_; }
  const domain::Walk& walk() const { return walk_; }
  const journal::Day& row() const { return loaded_.row; }
  const journal::LoadedDay& loaded() const { return loaded_; }
  bool day_open() const { return exists_ && loaded_.open(); }
  int crate(const std::string& ordergroup) const;  // 0: none yet
  journal::Journal& journal() { return *journal_; }

  // Commits, then applies. On failure nothing changed. What another process wrote meanwhile is read
  // first.
  domain::Result<std::vector<domain::Entry>> save(std::span<const domain::Body> bodies,
                                                  const std::string& person);
  domain::Result<void> store(std::span<const domain::ReferenceOrder> orders,
                             const std::string& source);
  domain::Result<void> new_day(const std::string& name);
  domain::Result<void> end_day();
  // True where another process had written and the day was read on.
  bool catch_up();

  // Where the work stands, for the next start: the cell that was open last, and whether somebody is
  // at work on it or has left it for another screen.
  enum class AtWork { no, yes };
  void keep_open_cell(domain::CellId cell, AtWork at_work);
  std::optional<domain::CellId> open_cell() const { return open_cell_; }
  AtWork at_work() const { return at_work_; }
  // The program ends as it should: the next start goes on at the same cell, but not after a cut.
  void note_end();
  bool ended() const { return ended_; }  // the last one did so
  void keep_person(const std::string& person);
  const std::string& kept_person() const { return person_; }
  void keep_silent(bool silent);
  bool kept_silent() const { return silent_; }
  // Entries that the last export did not hold, and when that was.
  long to_export() const;
  std::optional<domain::Stamp> exported_at() const { return exported_at_; }
  void note_export(domain::Stamp at);

 private:
  Station(std::unique_ptr<journal::Journal> journal, const Config& config);
  domain::Result<void> load();
  void arrange();
  void read_kept();
  void read_export();

  std::unique_ptr<journal::Journal> journal_;
  std::optional<domain::Error> refusal_;
  domain::WalkBy walk_by_;
  domain::ArticleOrder order_;
  bool exists_ = false;  // any day at all
  journal::LoadedDay loaded_;
  domain::AllocationMatrix matrix_;
  domain::Walk walk_;
  std::optional<domain::CellId> open_cell_;
  AtWork at_work_ = AtWork::no;
  bool ended_ = false;
  bool silent_ = false;
  std::string person_;
  domain::Stamp exported_;  // the newest entry that the last export held
  std::optional<domain::Stamp> exported_at_;
};

}  // namespace kiosk
