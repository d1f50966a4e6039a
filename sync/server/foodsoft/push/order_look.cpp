// How a push looks at an order's cells, at what cost, and what it makes of many that changed.
#include <algorithm>

#include "sync/server/foodsoft/push/asking.hpp"
#include "sync/server/foodsoft/push/order_run.hpp"

namespace server {

// Measured: foodsoft.md 14.3, 14.5; a row costs what so many cells of view=groups cost.
bool OrderRun::rows_are_cheaper(std::size_t rows) const {
  const std::size_t cells_a_row = reference().series == domain::Series::v4 ? 25 : 12;
  return rows * cells_a_row < reference().cells.size();
}

domain::Result<SeenOrder> OrderRun::look_whole() {
  const auto page = ask(c_.clock, [&] { return c_.server.groups(id_); });
  if (!page) return tl::unexpected(page.error());
  SeenOrder seen(*page, reference());
  ledger_.codes = seen.codes();
  return seen;
}

domain::Result<SeenOrder> OrderRun::look(const OrderWork& work, const std::set<int>& only) {
  std::vector<int> articles = work.articles_to_read();
  if (!only.empty()) std::erase_if(articles, [&](int article) { return only.count(article) == 0; });
  const bool each_has_id = std::all_of(articles.begin(), articles.end(), [&](int article) {
    return reference().articles[static_cast<std::size_t>(article)].id.has_value();
  });
  if (!each_has_id || !rows_are_cheaper(articles.size())) return look_whole();
  std::vector<std::optional<ArticleRow>> rows(articles.size());
  in_two_lanes(static_cast<int>(articles.size()), [&](int i) {
    const auto& article =
        reference().articles[static_cast<std::size_t>(articles[static_cast<std::size_t>(i)])];
    if (auto row = c_.server.article_row(id_, *article.id))
      rows[static_cast<std::size_t>(i)] = std::move(*row);
  });
  SeenOrder seen(ledger_.codes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // A row that does not come may be lost, or be broken for good by an orphan: view=groups
    // decides.
    if (!rows[i]) return look_whole();
    seen.add(*rows[i], articles[i], reference());
  }
  return seen;
}

// Where a row cannot tell 0 from gone, the whole page is read.
std::vector<PlannedCell> OrderRun::plan(const OrderWork& work, SeenOrder& seen, bool everything,
                                        domain::Result<void>& read) {
  auto planned = plan_cells(day(), work, state(), seen, everything);
  std::erase_if(planned, [&](const PlannedCell& cell) { return over_.count(cell.id) != 0; });
  const bool unclear = std::any_of(planned.begin(), planned.end(), [&](const PlannedCell& cell) {
    return cell.kind == PlannedCell::unclear &&
           seen.presence(day().cell(cell.at)) != SeenOrder::Presence::unread;
  });
  if (!unclear || seen.whole() || seen.settled()) return planned;
  auto whole = look_whole();
  if (!whole) {
    read = tl::unexpected(whole.error());
    return {};
  }
  seen = std::move(*whole);
  return plan(work, seen, everything, read);
}

// Many cells of an article at whole numbers together: somebody's "receive" (foodsoft.md 8).
OrderRun::Done OrderRun::name_redistributions(const std::vector<PlannedCell>& planned) {
  std::map<int, std::vector<PlannedCell>> changed;
  for (const auto& cell : planned)
    if (cell.kind == PlannedCell::conflict || cell.kind == PlannedCell::corrected)
      changed[day().cell(cell.at).article].push_back(cell);
  for (const auto& [place, cells] : changed) {
    const auto& article = reference().articles[static_cast<std::size_t>(place)];
    if (cells.size() < 2 || !article.id) continue;
    const auto row = c_.server.receive_row(id_, *article.id);
    if (!row || !*row) continue;
    if (looks_redistributed(article, cells, (*row)->units_received, state()))
      note("Somebody's \"receive\" on the server shared out \"" + article.name +
           "\" anew: its cells stand at whole numbers. To keep all our weighings: 'day push "
           "--article " +
           std::to_string(article.id->value) + " --take ours', then push.");
    const bool all_zero = std::all_of(cells.begin(), cells.end(), [](const PlannedCell& cell) {
      return cell.before == domain::Quantity();
    });
    if (all_zero)
      note("All cells of \"" + article.name +
           "\" stand at 0: the treasurer took the article out of the order, or it never came.");
  }
  return {};
}

// Computes a group's stored total anew, by a PATCH that touches no value.
void OrderRun::heal(int group) {
  for (const auto& cell : reference().cells) {
    const auto& article = reference().articles[static_cast<std::size_t>(cell.article)];
    if (cell.group != group || !article.id) continue;
    if (c_.server.heal_total(cell.id, *article.id).landed == Landed::yes)
      ledger_.stale_groups.erase(group);
    return;
  }
}

}  // namespace server
