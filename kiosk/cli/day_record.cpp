// `day record`: one line in, one answer out, until the input ends (contracts.md 2.3).
#include <istream>
#include <ostream>

#include "domain/record_rules.hpp"
#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/record_line.hpp"

namespace kiosk {

namespace {

using domain::Fault;
using domain::Result;

class Recorder {
 public:
  Recorder(Access& access, journal::LoadedDay loaded)
      : access_(access), loaded_(std::move(loaded)) {}

  // The seq under which the line was saved.
  Result<std::int64_t> record(std::string_view line) {
    constexpr int most_tries = 20;
    for (int tries = 1;; ++tries) {
      if (auto read = read_others(); !read) return tl::unexpected(read.error());
      auto saved = save(line);
      const bool overtaken = !saved && saved.error().fault == Fault::busy;
      if (!overtaken || tries == most_tries) return saved;
    }
  }

 private:
  Result<void> read_others() {
    const auto changed = access_.journal->changed_elsewhere();
    if (!changed) return tl::unexpected(changed.error());
    if (!*changed) return {};
    if (auto read = journal::catch_up(*access_.journal, loaded_); !read) return read;
    if (loaded_.open()) return {};
    return domain::fail(Fault::refused, "Day " + std::to_string(loaded_.row.number) +
                                            " has ended meanwhile; nothing was saved.");
  }

  Result<std::int64_t> save(std::string_view line) {
    const journal::RecordContext context{
        loaded_.day, access_.journal->station(),
        [this](const std::string& article) { return access_.config.band_of(article); }};
    const auto body = journal::read_record_line(line, context, scratch_);
    if (!body) return tl::unexpected(body.error());
    if (auto may = domain::may_record(loaded_.day, *body); !may) return tl::unexpected(may.error());
    const auto entries =
        access_.journal->append(std::span(&*body, 1), access_.person, loaded_.seen());
    if (!entries) return tl::unexpected(entries.error());
    loaded_.add(*entries);
    return entries->front().ref.seq;
  }

  Access& access_;
  journal::LoadedDay loaded_;
  journal::FlatJson scratch_;
};

}  // namespace

int day_record(const Globals& globals, std::istream& in, std::ostream& out) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return report(opened.error());
  auto loaded = day_to_fill(globals, *opened);
  if (!loaded) return report(loaded.error());
  Recorder recorder(*opened, std::move(*loaded));
  bool all_saved = true;
  std::string line;
  while (std::getline(in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const auto seq = recorder.record(line);
    all_saved = all_saved && seq.has_value();
    out << (seq ? journal::saved_answer(*seq) : journal::error_answer(seq.error())) << std::endl;
  }
  return all_saved ? 0 : 1;
}

}  // namespace kiosk
