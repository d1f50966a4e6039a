#include "domain/walk.hpp"

#include <algorithm>
#include <map>

#include "domain/sort_name.hpp"

namespace domain {

namespace {

std::size_t idx(int i) { return static_cast<std::size_t>(i); }

void order_by_list(const Day& day, const std::vector<std::string>& names,
                   std::vector<ArticlePlace>& places) {
  std::map<std::string, std::size_t> rank;
  std::size_t others = 0;  // without a "*", before all that are named
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == "*")
      others = i + 1;
    else
      rank.try_emplace(plain_capitals(names[i]), i + 1);
  }
  const auto rank_of = [&](ArticlePlace at) {
    const auto named = rank.find(plain_capitals(day.article(at).name));
    return named == rank.end() ? others : named->second;
  };
  std::vector<std::pair<std::size_t, ArticlePlace>> ranked;
  ranked.reserve(places.size());
  for (const auto at : places) ranked.emplace_back(rank_of(at), at);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(ranked.begin(), ranked.end(), places.begin(),
                 [](const auto& pair) { return pair.second; });
}

void order_by_name(const Day& day, std::vector<ArticlePlace>& places) {
  std::vector<std::pair<std::string, ArticlePlace>> named;
  named.reserve(places.size());
  for (const auto at : places) named.emplace_back(sort_name(day.article(at).name), at);
  std::stable_sort(named.begin(), named.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(named.begin(), named.end(), places.begin(),
                 [](const auto& pair) { return pair.second; });
}

// Each name's place among all names, so that long sorts compare numbers.
std::map<std::string, std::size_t> group_ranks(const Day& day) {
  std::vector<std::string> names;
  for (const auto& order : day.orders())
    for (const auto& group : order.group_orders) names.push_back(group.ordergroup);
  std::sort(names.begin(), names.end(), name_before);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::map<std::string, std::size_t> ranks;
  for (std::size_t i = 0; i < names.size(); ++i) ranks.emplace(names[i], i);
  return ranks;
}

}  // namespace

std::vector<ArticlePlace> ordered_articles(const Day& day, const ArticleOrder& order) {
  std::vector<ArticlePlace> places;
  for (int o = 0; o < static_cast<int>(day.orders().size()); ++o)
    for (int a = 0; a < static_cast<int>(day.orders()[idx(o)].articles.size()); ++a)
      places.push_back({o, a});
  if (order.kind == ArticleOrder::list) order_by_list(day, order.names, places);
  if (order.kind == ArticleOrder::name) order_by_name(day, places);
  return places;
}

Walk::Walk(const Day& day, WalkBy by, const ArticleOrder& order) {
  const auto ranks = group_ranks(day);
  std::vector<std::vector<std::size_t>> rank_of(day.orders().size());
  positions_.resize(day.orders().size());
  for (std::size_t o = 0; o < day.orders().size(); ++o) {
    for (const auto& group : day.orders()[o].group_orders)
      rank_of[o].push_back(ranks.at(group.ordergroup));
    positions_[o].resize(day.orders()[o].cells.size());
  }
  const auto group_rank = [&](CellPlace at) {
    return rank_of[idx(at.order)][idx(day.cell(at).group)];
  };

  std::vector<std::size_t> article_run;
  std::size_t run = 0;
  for (const auto article : ordered_articles(day, order)) {
    const std::size_t from = cells_.size();
    for (const int cell : day.cells_of(article)) cells_.push_back({article.order, cell});
    std::stable_sort(cells_.begin() + static_cast<std::ptrdiff_t>(from), cells_.end(),
                     [&](CellPlace a, CellPlace b) { return group_rank(a) < group_rank(b); });
    article_run.resize(cells_.size(), run++);
  }
  if (by == WalkBy::ordergroup)
    std::stable_sort(cells_.begin(), cells_.end(),
                     [&](CellPlace a, CellPlace b) { return group_rank(a) < group_rank(b); });

  run_of_.resize(cells_.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const std::size_t key = by == WalkBy::article ? article_run[i] : group_rank(cells_[i]);
    if (i == 0 || key != last) runs_.push_back({i, i});
    last = key;
    runs_.back().to = i + 1;
    run_of_[i] = runs_.size() - 1;
    positions_[idx(cells_[i].order)][idx(cells_[i].cell)] = i;
  }
}

std::size_t Walk::position(CellPlace at) const { return positions_[idx(at.order)][idx(at.cell)]; }

std::span<const CellPlace> Walk::run_of(CellPlace at) const {
  const Run& run = runs_[run_of_[position(at)]];
  return std::span(cells_).subspan(run.from, run.to - run.from);
}

std::optional<CellPlace> Walk::open_in(const Day& day, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (day.state(cells_[i]) == CellState::to_do) return cells_[i];
  return std::nullopt;
}

std::optional<CellPlace> Walk::then(const Day& day, CellPlace current) const {
  const std::size_t here = position(current);
  const Run& run = runs_[run_of_[here]];
  if (const auto rest = open_in(day, here + 1, run.to)) return rest;
  if (const auto left_behind = open_in(day, run.from, here)) return left_behind;
  if (const auto after = open_in(day, run.to, cells_.size())) return after;
  return open_in(day, 0, run.from);
}

std::optional<CellPlace> Walk::next(const Day& day, std::optional<CellPlace> current) const {
  if (!current) return open_in(day, 0, cells_.size());
  if (const auto other = then(day, *current)) return other;
  return day.state(*current) == CellState::to_do ? current : std::nullopt;
}

std::optional<CellPlace> Walk::resume(const Day& day, std::optional<CellId> last) const {
  const auto at = last ? day.find(*last) : std::nullopt;
  if (at && day.state(*at) == CellState::to_do) return at;
  return next(day, at);
}

}  // namespace domain
