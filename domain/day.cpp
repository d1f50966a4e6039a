#include "domain/day.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace domain {

namespace {

constexpr std::array<std::pair<CellState, std::string_view>, 6> state_words = {
    {{CellState::to_do, "to_do"},
     {CellState::weighed, "weighed"},
     {CellState::counted, "counted"},
     {CellState::short_given, "short"},
     {CellState::absent, "absent"},
     {CellState::over, "over"}}};

}  // namespace

std::string_view word(CellState state) {
  for (const auto& [value, text] : state_words)
    if (value == state) return text;
  ensure(false, "a cell state has a word");
  return {};
}

std::optional<Quantity> ArticleFigures::left() const {
  if (!received) return std::nullopt;
  return *received - given;
}

Day::Day(std::vector<ReferenceOrder> orders, UnitBook units)
    : orders_(std::move(orders)), units_(std::move(units)) {
  rebuild();
}

void Day::set_reference(ReferenceOrder order) {
  const auto same = std::find_if(orders_.begin(), orders_.end(),
                                 [&](const ReferenceOrder& o) { return o.id == order.id; });
  if (same == orders_.end())
    orders_.push_back(std::move(order));
  else
    *same = std::move(order);
  rebuild();
}

std::size_t Day::record_of(CellId id) {
  const std::size_t place = record_by_cell_.place_or(id.value, records_.size());
  if (place == records_.size()) {
    records_.emplace_back().id = id;
    is_dirty_.push_back(0);
  }
  return place;
}

// Places every cell anew after the reference changed; entries stay where they are.
void Day::rebuild() {
  for (auto& record : records_) {
    record.place = {-1, -1};
    record.counted_in = false;
  }
  place_.assign(orders_.size(), {});
  articles_.assign(orders_.size(), {});
  counts_.assign(orders_.size(), {});
  article_by_id_.clear();
  std::size_t cells = records_.size();
  for (const auto& order : orders_) cells += order.cells.size();
  records_.reserve(cells);
  for (int o = 0; o < static_cast<int>(orders_.size()); ++o) {
    const auto& order = orders_[idx(o)];
    auto& articles = articles_[idx(o)];
    articles.resize(order.articles.size());
    for (int a = 0; a < static_cast<int>(articles.size()); ++a) {
      const auto& article = order.articles[idx(a)];
      articles[idx(a)].figures.meaning = units_.meaning(article.unit);
      if (article.id) article_by_id_.insert_or_assign(*article.id, ArticlePlace{o, a});
      refresh_received({o, a});
    }
    place_[idx(o)].reserve(order.cells.size());
    for (int c = 0; c < static_cast<int>(order.cells.size()); ++c) {
      const std::size_t record = record_of(order.cells[idx(c)].id);
      records_[record].place = {o, c};
      records_[record].article = order.cells[idx(c)].article;
      place_[idx(o)].push_back(record);
      articles[idx(order.cells[idx(c)].article)].cells.push_back(c);
      touch(record);
    }
  }
  refresh_dirty();
}

std::optional<CellPlace> Day::find(CellId id) const {
  const auto at = record_by_cell_.find(id.value);
  if (!at || !records_[*at].placed()) return std::nullopt;
  return records_[*at].place;
}

std::optional<ArticlePlace> Day::find(OrderArticleId id) const {
  const auto at = article_by_id_.find(id);
  return at == article_by_id_.end() ? std::nullopt : std::optional(at->second);
}

std::span<const int> Day::cells_of(ArticlePlace at) const {
  return articles_[idx(at.order)][idx(at.article)].cells;
}

OnCell Day::on(CellPlace at) const {
  const auto& r = record(at);
  std::optional<EntryRef> last;
  if (r.last_seq != 0) last = EntryRef{targets_[r.last_station].station, r.last_seq};
  return {r.id, base_told(at), std::move(last)};
}

std::optional<Quantity> Day::base_told(CellPlace at) const {
  const ReferenceCell& reference = cell(at);
  const auto sent = sent_.find(reference.id);
  if (sent == sent_.end() || !reference.base) return reference.base;
  const auto& values = sent->second.values;
  const bool ours =
      std::find(values.begin(), values.end(), round_to_server(*reference.base)) != values.end();
  return ours ? sent->second.base : reference.base;
}

std::vector<std::string> Day::unconfirmed_units() const {
  std::set<std::string> texts;
  for (std::size_t o = 0; o < orders_.size(); ++o)
    for (std::size_t a = 0; a < articles_[o].size(); ++a)
      if (articles_[o][a].figures.meaning.measure == Measure::unknown &&
          !orders_[o].articles[a].unit.text.empty())
        texts.insert(orders_[o].articles[a].unit.text);
  return {texts.begin(), texts.end()};
}

std::vector<CellId> Day::vanished() const {
  std::vector<CellId> ids;
  for (const auto& record : records_)
    if (!record.placed() && record.tally.any) ids.push_back(record.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace domain
