// The journal in SQLite. Opened by journal_file.hpp; one connection, one thread. Holds the folder's
// lock as long as it lives.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>

#include "sync/journal/flat_json.hpp"
#include "sync/journal/folder_lock.hpp"
#include "sync/journal/journal.hpp"

namespace journal {

class SqliteJournal final : public Journal {
 public:
  // The database is set up, migrated and proven.
  SqliteJournal(std::filesystem::path file, std::unique_ptr<SQLite::Database> db, FolderLock lock,
                std::string station, Clock clock);
  ~SqliteJournal() override;

  const std::string& station() const override { return station_; }
  domain::Result<std::vector<Day>> days() override;
  domain::Result<Day> open_day(const std::string& name) override;
  domain::Result<void> end_day() override;
  domain::Result<std::vector<domain::Entry>> append(std::span<const domain::Body> bodies,
                                                    const std::string& person,
                                                    std::optional<domain::Stamp> seen) override;
  domain::Result<std::vector<domain::Entry>> entries(int day, domain::Stamp after) override;
  domain::Result<std::vector<domain::Entry>> all_entries() override;
  domain::Result<std::vector<domain::UnitConfirmed>> units() override;
  domain::Result<int> store_references(std::span<const domain::ReferenceOrder> orders,
                                       const std::string& source) override;
  domain::Result<std::vector<Reference>> references(int day) override;
  domain::Result<std::vector<Reference>> reference_versions(int day,
                                                            domain::OrderId order) override;
  domain::Result<std::vector<ReferenceMark>> reference_marks(int day) override;
  domain::Result<Crates> crates(int day) override;
  domain::Result<void> keep(const std::string& key, const std::string& value) override;
  domain::Result<std::optional<std::string>> kept(const std::string& key) override;
  domain::Result<bool> changed_elsewhere() override;

 private:
  struct Statements;

  // Runs `work`, turning what SQLite throws into an error with its sentence.
  template <class T, class Work>
  domain::Result<T> guarded(Work work);
  domain::Error explain(domain::Error error);

  std::optional<int> open_day_number();
  domain::Stamp newest_entry(int day);
  domain::Stamp opened_at(int day);
  domain::Stamp last_stamp(int day);  // of its entries and its opening
  std::int64_t last_seq();
  domain::Stamp next_stamp(domain::Stamp last);
  Day insert_day(const std::string& name);
  void end(int day);
  domain::Entry insert(const domain::Body& body, const domain::EntryRef& ref, domain::Stamp at,
                       int day, const std::string& person);
  void insert_reference(const domain::ReferenceOrder& order, const std::string& source, int day);
  void insert_crates(std::span<const domain::ReferenceOrder> orders, int day);
  domain::Result<std::vector<Reference>> references_from(SQLite::Statement& row, int day);
  domain::Entry entry_from(SQLite::Statement& row);
  std::vector<domain::Entry> entries_after(int day, domain::Stamp after);
  std::vector<domain::Entry> read_entries(SQLite::Statement& rows);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> db_;
  FolderLock lock_;
  std::string station_;
  Clock clock_;
  FlatJson scratch_;
  std::unique_ptr<Statements> statements_;
  std::int64_t data_version_ = 0;
};

}  // namespace journal
