// What a page shows of an order's cells when a push looks at it: numbers as the intervals that they
// may stand for, and whether unit, ratio, price or name are still those of the reference
// (contracts.md 2.2, 8). Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "domain/reference.hpp"
#include "domain/unit_code.hpp"
#include "sync/server/foodsoft/foodsoft.hpp"
#include "sync/server/foodsoft/interval.hpp"

namespace server {

struct SeenCell {
  std::optional<Interval> within;  // nothing where its unit cannot be told
  domain::Quantity number;         // the simplest one in it, for people
  ResultForm form = ResultForm::input;
  std::optional<domain::FinePrice> price{};

  bool may_be(domain::Quantity value) const { return within && within->contains(value); }
};

// As far as it was read: by view=groups whole, else by the rows of some articles.
class SeenOrder {
 public:
  enum class Presence { shown, unread, zero_or_gone, gone };

  // By view=groups.
  SeenOrder(const GroupsPage& page, const domain::ReferenceOrder& reference);
  // By the reference alone: what the last pull saw.
  static SeenOrder as_pulled(const domain::ReferenceOrder& reference);
  // Nothing read yet; `codes` as an earlier page told them.
  explicit SeenOrder(domain::UnitCodes codes = domain::common_unit_codes())
      : codes_(std::move(codes)) {}
  // The row of the article at that place of the reference.
  void add(const ArticleRow& row, int article, const domain::ReferenceOrder& reference);

  bool whole() const { return whole_; }
  bool settled() const { return settled_; }
  // Results stand as text in an order that is not settled: this account may not write.
  bool only_text() const { return only_text_; }
  const domain::UnitCodes& codes() const { return codes_; }

  Presence presence(const domain::ReferenceCell& cell) const;
  // Where shown.
  const SeenCell* find(domain::CellId id) const;
  // Why the cells of this article, or of this group, are not written to; empty where nothing has
  // changed since the pull. By place in the reference.
  const std::string& changed_article(int article) const;
  const std::string& changed_group(int group) const;

 private:
  void see(domain::CellId id, const ShownResult& result, const UnitFacts* facts,
           const domain::ReferenceOrder& reference, int article);
  void check_units(const UnitFacts& facts, const domain::ReferenceOrder& reference, int article);
  void check_price(domain::CellId id, domain::FinePrice price, domain::Wide rounding,
                   const domain::ReferenceOrder& reference, int article);
  void check_name(const std::string& shown, const domain::ReferenceOrder& reference, int article);
  void check_group(const std::string& shown, const domain::ReferenceOrder& reference, int group);
  void change(int article, std::string sentence) { articles_.try_emplace(article, sentence); }

  domain::UnitCodes codes_;
  bool whole_ = false, settled_ = false, only_text_ = false;
  std::unordered_map<domain::CellId, SeenCell> cells_;
  std::map<int, std::string> rows_;  // articles that were read, by place
  std::map<int, std::string> articles_, groups_;
};

}  // namespace server
