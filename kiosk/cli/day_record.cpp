// `day record`: one line in, one answer out, until the input ends (contracts.md 2.3).
#include <algorithm>
#include <ostream>

#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/line_reader.hpp"
#include "kiosk/cli/recorder.hpp"
#include "sync/journal/record_line.hpp"

namespace kiosk {

namespace {

constexpr std::size_t most_together = 256;

void drop_empty(std::vector<std::string>& lines) {
  for (auto& line : lines)
    if (line.ends_with('\r')) line.pop_back();
  std::erase(lines, std::string());
}

}  // namespace

int day_record(const Globals& globals, int in, std::ostream& out) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return report(opened.error());
  auto loaded = day_to_fill(globals, *opened);
  if (!loaded) return report(loaded.error());
  Recorder recorder(*opened, std::move(*loaded));
  LineReader reader(in);
  bool all_saved = true;
  // The first line goes alone: its answer tells the seq that the next ones will have.
  std::size_t most = 1;
  for (auto lines = reader.lines(most); !lines.empty(); lines = reader.lines(most)) {
    most = most_together;
    drop_empty(lines);
    for (const auto& seq : recorder.record(lines)) {
      all_saved = all_saved && seq.has_value();
      out << (seq ? journal::saved_answer(*seq) : journal::error_answer(seq.error())) << '\n';
    }
    // Nobody hears the answers any more: what comes would be saved without one.
    if (!out.flush()) return 1;
  }
  return all_saved ? 0 : 1;
}

}  // namespace kiosk
