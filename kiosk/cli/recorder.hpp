// What `day record` does with its lines: those that arrived together are saved in one transaction,
// each judged by the day as the ones before it leave it; others who write meanwhile are read first.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/flat_json.hpp"

namespace kiosk {

class Recorder {
 public:
  Recorder(Access& access, journal::LoadedDay loaded);

  // The seq under which each line was saved, or why it was not; all is on the disk.
  std::vector<domain::Result<std::int64_t>> record(std::span<const std::string> lines);

 private:
  using Answer = domain::Result<std::int64_t>;

  Answer record_one(const std::string& line);
  // Nothing where the transaction failed; then nothing was saved, and the day is read anew.
  std::optional<std::vector<Answer>> record_together(std::span<const std::string> lines);
  domain::Result<void> read_others();
  domain::Result<domain::Body> judge(const std::string& line);
  Answer save(const std::string& line);

  Access& access_;
  journal::LoadedDay loaded_;
  journal::FlatJson scratch_;
  std::optional<std::int64_t> last_seq_;  // of this station, once known
  int singly_ = 0;                        // lines to be saved one by one after a failure
  bool torn_ = false;                     // loaded_ holds what was not saved
};

}  // namespace kiosk
