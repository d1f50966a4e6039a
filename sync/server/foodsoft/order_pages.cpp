#include "sync/server/foodsoft/order_pages.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "domain/unit.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;

std::string quoted(const std::string& name) { return '"' + name + '"'; }

// An order article that a page lists.
struct Candidate {
  domain::OrderArticleId id;
  std::string name;  // white space collapsed
  const ReceiveRow* row = nullptr;
  const ListedArticle* listed = nullptr;
};

class Joiner {
 public:
  explicit Joiner(const OrderPages& pages) : pages_(pages) { list_candidates(); }
  domain::Result<std::vector<JoinedArticle>> run();

 private:
  void list_candidates();
  Candidate& candidate(domain::OrderArticleId id, const std::string& name);
  bool may_be(const ArticleShown& shown, const Candidate& candidate) const;
  std::string billing_of(const ArticleShown& shown) const;
  domain::Result<const Candidate*> find(const ShownCell& cell) const;
  int place(const Candidate* found, const ShownCell& cell, int previous);

  const OrderPages& pages_;
  std::vector<Candidate> candidates_;
  std::unordered_map<std::int64_t, std::size_t> by_id_;
  std::unordered_map<std::int64_t, std::int64_t> listed_cells_;    // cell → order article
  std::map<std::string, std::vector<std::string>> units_of_name_;  // as the groups page shows them
  std::vector<JoinedArticle> joined_;
  std::unordered_map<std::string, int> index_;
  std::vector<int> order_;  // of joined_, as on the page
};

Candidate& Joiner::candidate(domain::OrderArticleId id, const std::string& name) {
  const auto [at, fresh] = by_id_.try_emplace(id.value, candidates_.size());
  if (fresh) candidates_.push_back({id, domain::collapse_blanks(name), nullptr, nullptr});
  return candidates_[at->second];
}

void Joiner::list_candidates() {
  if (pages_.receive)
    for (const auto& row : pages_.receive->rows) candidate(row.id, row.name).row = &row;
  if (pages_.articles) {
    for (const auto& listed : pages_.articles->articles)
      candidate(listed.id, listed.name).listed = &listed;
    for (const auto& cell : pages_.articles->cells)
      listed_cells_[cell.id.value] =
          pages_.articles->articles[static_cast<std::size_t>(cell.article)].id.value;
  }
  for (const auto& shown : pages_.groups->articles) {
    auto& units = units_of_name_[domain::collapse_blanks(shown.name)];
    const std::string unit = billing_of(shown);
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  }
}

// 4.x the unit's text; 5.x the billing unit's code, or its text where no code is known for it.
std::string Joiner::billing_of(const ArticleShown& shown) const {
  if (pages_.groups->series == domain::Series::v4) return shown.unit_text;
  if (shown.units) return shown.units->billing;
  const auto codes = pages_.groups->units.codes_of(shown.unit_text, {});
  return codes.empty() ? shown.unit_text : codes.front();
}

// Whether the units agree; where a page does not tell, they may.
bool Joiner::may_be(const ArticleShown& shown, const Candidate& candidate) const {
  const bool old = pages_.groups->series == domain::Series::v4;
  if (old && candidate.row) return candidate.row->unit_text == shown.unit_text;
  if (old && candidate.listed)
    return candidate.listed->about.substr(0, shown.unit_text.size() + 2) ==
           "(" + shown.unit_text + ",";
  const UnitFacts* facts = nullptr;
  if (candidate.row && candidate.row->units) facts = &*candidate.row->units;
  if (!facts && candidate.listed && candidate.listed->units) facts = &*candidate.listed->units;
  if (!facts) return true;
  if (shown.units) return shown.units->billing == facts->billing;
  const auto codes = pages_.groups->units.codes_of(shown.unit_text, {facts->billing});
  return std::find(codes.begin(), codes.end(), facts->billing) != codes.end() ||
         (codes.empty() && pages_.groups->units.empty());
}

domain::Result<const Candidate*> Joiner::find(const ShownCell& cell) const {
  const ArticleShown& shown = pages_.groups->articles[static_cast<std::size_t>(cell.article)];
  if (const auto listed = listed_cells_.find(cell.id.value); listed != listed_cells_.end())
    return &candidates_[by_id_.at(listed->second)];
  const std::string name = domain::collapse_blanks(shown.name);
  std::vector<const Candidate*> named;
  bool listed_without = false;
  for (const auto& candidate : candidates_) {
    if (candidate.name != name) continue;
    // view=articles lists every cell of the articles that it has.
    if (candidate.listed)
      listed_without = true;
    else
      named.push_back(&candidate);
  }
  const bool wanted = cell.asked.asked != 0 || cell.price.units != 0;
  if (named.empty() && listed_without && wanted)
    return fail(Fault::page_torn, "cell " + std::to_string(cell.id.value) + " of " +
                                      quoted(shown.name) +
                                      " is missing in view=articles; save both again, one right "
                                      "after the other");
  if (named.empty()) return nullptr;
  const auto units = units_of_name_.find(name);
  if (named.size() == 1 && (units == units_of_name_.end() || units->second.size() < 2))
    return named.front();
  std::vector<const Candidate*> fitting;
  for (const Candidate* candidate : named)
    if (may_be(shown, *candidate)) fitting.push_back(candidate);
  if (fitting.size() == 1) return fitting.front();
  if (fitting.empty() && named.size() == 1) return nullptr;
  const auto& of = fitting.empty() ? named : fitting;
  return fail(Fault::ambiguous, "cell " + std::to_string(cell.id.value) + " may be order article " +
                                    std::to_string(of[0]->id.value) + " or " +
                                    std::to_string(of[1]->id.value) + ", both are named " +
                                    quoted(shown.name) + "; save view=articles of the order too");
}

// The index of the cell's article; a new one goes behind the article before it in its group.
int Joiner::place(const Candidate* found, const ShownCell& cell, int previous) {
  const ArticleShown& shown = pages_.groups->articles[static_cast<std::size_t>(cell.article)];
  const std::string key = found ? std::to_string(found->id.value)
                                : "?" + domain::collapse_blanks(shown.name) + '\n' +
                                      billing_of(shown) + '\n' + shown.unit_text;
  const auto [at, fresh] = index_.try_emplace(key, static_cast<int>(joined_.size()));
  if (!fresh) return at->second;
  JoinedArticle article;
  article.shown = &shown;
  if (found) {
    article.id = found->id;
    article.row = found->row;
    article.listed = found->listed;
  }
  joined_.push_back(std::move(article));
  auto where = order_.begin();
  if (previous >= 0) where = std::find(order_.begin(), order_.end(), previous) + 1;
  order_.insert(where, at->second);
  return at->second;
}

domain::Result<std::vector<JoinedArticle>> Joiner::run() {
  int group = -1, previous = -1;
  const auto& cells = pages_.groups->cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].group != group) {
      group = cells[i].group;
      previous = -1;
    }
    const auto found = find(cells[i]);
    if (!found) return tl::unexpected(found.error());
    previous = place(*found, cells[i], previous);
    auto& article = joined_[static_cast<std::size_t>(previous)];
    if (!article.cells.empty() &&
        cells[static_cast<std::size_t>(article.cells.back())].group == group)
      return fail(
          Fault::ambiguous,
          "cells " +
              std::to_string(cells[static_cast<std::size_t>(article.cells.back())].id.value) +
              " and " + std::to_string(cells[i].id.value) + " of one group both bear " +
              quoted(article.shown->name) + "; save view=articles of the order too");
    article.cells.push_back(static_cast<int>(i));
  }
  std::vector<JoinedArticle> sorted;
  for (const int at : order_) sorted.push_back(std::move(joined_[static_cast<std::size_t>(at)]));
  return sorted;
}

}  // namespace

domain::Result<std::vector<JoinedArticle>> join_articles(const OrderPages& pages) {
  return Joiner(pages).run();
}

domain::Result<void> check_articles_page(const OrderPages& pages) {
  if (pages.receive)
    for (const auto& article : pages.articles->articles) {
      const auto& rows = pages.receive->rows;
      if (std::none_of(rows.begin(), rows.end(),
                       [&article](const ReceiveRow& row) { return row.id == article.id; }))
        return fail(Fault::page_torn,
                    "order article " + std::to_string(article.id.value) + " (" +
                        quoted(article.name) +
                        ") is missing in the receive page; save both again, one right after the "
                        "other");
    }
  std::unordered_map<std::int64_t, const ShownCell*> cells;
  for (const auto& cell : pages.groups->cells) cells.emplace(cell.id.value, &cell);
  for (const auto& listed : pages.articles->cells) {
    const auto bad = [&listed](const std::string& what) {
      return fail(Fault::page_torn, what + " of cell " + std::to_string(listed.id.value) +
                                        " differs between view=groups and view=articles; save "
                                        "both again, one right after the other");
    };
    const auto at = cells.find(listed.id.value);
    if (at == cells.end())
      return fail(Fault::page_torn, "cell " + std::to_string(listed.id.value) +
                                        " stands in view=articles, but not in view=groups; save "
                                        "both again, one right after the other");
    const ShownCell& cell = *at->second;
    const auto& article = pages.articles->articles[static_cast<std::size_t>(listed.article)];
    const auto& shown = pages.groups->articles[static_cast<std::size_t>(cell.article)];
    const auto& group = pages.groups->groups[static_cast<std::size_t>(cell.group)];
    if (listed.asked != cell.asked) return bad("what was asked");
    if (listed.price != cell.price) return bad("the price");
    if (listed.result.form == cell.result.form && listed.result.value != cell.result.value)
      return bad("the result");
    if (domain::collapse_blanks(article.name) != domain::collapse_blanks(shown.name))
      return bad("the article");
    if (listed.ordergroup != group.name) return bad("the group");
  }
  return {};
}

}  // namespace server
