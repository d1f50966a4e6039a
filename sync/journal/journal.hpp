// The journal: what persons and devices did (entries, never changed), what the server told
// (references, one version an import), and the station's own small state. One owner, one thread;
// several processes may have the same journal open. Nothing counts as saved before the call that
// writes it returned. What lies on disk: docs/journal.md.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/entry.hpp"
#include "domain/reference.hpp"
#include "domain/result.hpp"

namespace journal {

// The wall clock, passed in. The journal itself sees to it that stamps never repeat nor go back.
using Clock = std::function<domain::Stamp()>;

struct Day {
  int number = 0;
  std::string name;
  domain::Stamp opened_at;
  std::optional<domain::Stamp> ended_at;
  std::string mark;                     // 8 hex digits, for the comment's marker
  std::vector<domain::OrderId> orders;  // by id
  bool operator==(const Day&) const = default;
};

// Which version of an order's reference is in force.
struct ReferenceMark {
  domain::OrderId id;
  int version = 0;  // from 1, per order and day
  domain::Stamp imported_at;
  std::string source;  // a folder, or the server's address
  bool operator==(const ReferenceMark&) const = default;
};

struct Reference {
  ReferenceMark mark;
  domain::ReferenceOrder order;
  bool operator==(const Reference&) const = default;
};

// Crate number of each ordergroup of a day, by name.
using Crates = std::map<std::string, int>;

class Journal {
 public:
  virtual ~Journal() = default;

  // The name under which this process appends.
  virtual const std::string& station() const = 0;

  virtual domain::Result<std::vector<Day>> days() = 0;  // oldest first; the open one is the last
  // Ends the open day, if any, and opens a new one; in one transaction. Without a name it bears
  // its date.
  virtual domain::Result<Day> open_day(const std::string& name) = 0;
  // Refused where no day is open.
  virtual domain::Result<void> end_day() = 0;

  // One transaction in the open day: all of them or none. Gives them back as committed. With
  // `seen` (the newest entry of the day that the caller has folded; Stamp{} where there is none),
  // fails with Fault::busy and appends nothing where that is no longer the newest: others have
  // written, which is to be read first.
  virtual domain::Result<std::vector<domain::Entry>> append(
      std::span<const domain::Body> bodies, const std::string& person,
      std::optional<domain::Stamp> seen = std::nullopt) = 0;

  // Of one day, in the order of the journal; `after` leaves out those up to that moment.
  virtual domain::Result<std::vector<domain::Entry>> entries(int day, domain::Stamp after = {}) = 0;
  // Of all days, by seq.
  virtual domain::Result<std::vector<domain::Entry>> all_entries() = 0;
  // What persons said about units, of all days, oldest first.
  virtual domain::Result<std::vector<domain::UnitConfirmed>> units() = 0;

  // One transaction: a new version of each order in the open day (or in a new one where none is
  // open), and crate numbers for ordergroups that have none yet. Gives the day's number.
  virtual domain::Result<int> store_references(std::span<const domain::ReferenceOrder> orders,
                                               const std::string& source) = 0;
  // The newest version of each order of a day, by order id.
  virtual domain::Result<std::vector<Reference>> references(int day) = 0;
  // Every version of one order's reference in a day, oldest first.
  virtual domain::Result<std::vector<Reference>> reference_versions(int day,
                                                                    domain::OrderId order) = 0;
  virtual domain::Result<std::vector<ReferenceMark>> reference_marks(int day) = 0;
  virtual domain::Result<Crates> crates(int day) = 0;

  // The station's own small state, which is no entry: the cell that was open, the last export.
  virtual domain::Result<void> keep(const std::string& key, const std::string& value) = 0;
  virtual domain::Result<std::optional<std::string>> kept(const std::string& key) = 0;

  // Whether another process has written since the last call. Cheap.
  virtual domain::Result<bool> changed_elsewhere() = 0;
};

}  // namespace journal
