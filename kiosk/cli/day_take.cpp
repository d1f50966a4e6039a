// A person's choice between our figure and the server's (contracts.md 8, `conflict`).
#include <ostream>

#include "domain/push_state.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "kiosk/cli/push_commands.hpp"

namespace kiosk {

namespace {

using domain::Fault;

// The server's value that a choice would hold for: a conflict's, or a correction of the treasurer.
std::optional<domain::Quantity> value_seen(const domain::Day& day, domain::CellPlace at,
                                           const domain::PushState& state) {
  const auto& pushed = state.cell(day.cell(at).id);
  if (pushed.in_conflict) return pushed.conflict;
  return domain::kept_of_server(domain::our_figure(day, at, pushed), pushed);
}

domain::Result<std::vector<domain::CellPlace>> meant(const PushWish& wish, const domain::Day& day) {
  if (wish.cell) {
    if (const auto at = day.find(domain::CellId{*wish.cell})) return std::vector{*at};
    return domain::fail(Fault::not_found, "There is no cell " + std::to_string(*wish.cell) +
                                              " in this day; nothing was saved.");
  }
  const auto article = day.find(domain::OrderArticleId{*wish.article});
  if (!article)
    return domain::fail(Fault::not_found, "There is no order article " +
                                              std::to_string(*wish.article) +
                                              " in this day; nothing was saved.");
  std::vector<domain::CellPlace> cells;
  for (const int c : day.cells_of(*article)) cells.push_back({article->order, c});
  return cells;
}

}  // namespace

int day_take(const Globals& globals, const PushWish& wish, std::ostream& out) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return report(opened.error());
  const auto loaded = day_to_fill(globals, *opened);
  if (!loaded) return report(loaded.error());
  domain::PushState state;
  state.apply(loaded->entries);
  const auto cells = meant(wish, loaded->day);
  if (!cells) return report(cells.error());
  std::vector<domain::Body> bodies;
  for (const auto at : *cells)
    if (const auto seen = value_seen(loaded->day, at, state))
      bodies.push_back(domain::Taken{loaded->day.cell(at).id, *domain::side_of(*wish.take), seen});
  if (bodies.empty())
    return report(
        {Fault::refused,
         "No push has found a conflict there; nothing was saved. 'day push' looks again."});
  const auto entries = opened->journal->append(bodies, opened->person);
  if (!entries) return report(entries.error());
  for (const auto& entry : *entries)
    out << "cell " << domain::cell_of(entry.body)->value << ": " << *wish.take
        << " is taken; the next push acts on it\n";
  return 0;
}

}  // namespace kiosk
