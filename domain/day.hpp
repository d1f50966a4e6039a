// The day: a fold over its entries on top of what the server told. It owns the reference of each
// order and the figures of each cell and article, kept up to date entry by entry. Not thread-safe:
// the thread that owns the screen owns it. Figures and states: contracts.md 2.2 and 2.3.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "domain/entry.hpp"
#include "domain/id_index.hpp"
#include "domain/reference.hpp"

namespace domain {

enum class CellState { to_do, weighed, counted, short_given, absent, over };
// "to_do", "weighed", "counted", "short", "absent", "over".
std::string_view word(CellState state);

// Where a cell or an article stands in Day::orders(). Valid until the next set_reference.
struct CellPlace {
  int order = 0;
  int cell = 0;
  auto operator<=>(const CellPlace&) const = default;
};
struct ArticlePlace {
  int order = 0;
  int article = 0;
  auto operator<=>(const ArticlePlace&) const = default;
};

struct Weighing {
  Weight net, division;
  Band band;
};

// An entry of a cell that is not undone.
struct Standing {
  EntryRef ref;
  std::variant<Weighing, Quantity, Cause> what;  // weighed, counted, shortfall
  std::optional<Quantity> base;                  // as the reference then told it
  Typed typed = Typed::no;
};

struct CellFigures {
  std::optional<Quantity> base;    // fixed at the first standing entry
  std::optional<Quantity> target;  // base, else asked
  std::optional<Quantity> given;   // empty while nothing stands
  Weight weighed;                  // sum of the standing weighed entries
  Quantity counted;                // sum of the standing counted entries
  int bags = 0;                    // standing weighed and counted entries
  CellState state = CellState::to_do;
  std::optional<Cause> shortfall;
  Band band;        // widest of the standing weighed entries
  Weight division;  // largest of them
};

struct OrderCounts {
  int cells = 0;
  int done = 0, short_given = 0, absent = 0, over = 0, open = 0;  // add up to cells
};

enum class ReceivedBy { unknown, expected, page, entry };

struct ArticleFigures {
  UnitMeaning meaning;   // what holds for its unit now
  Quantity given;        // sum over its cells
  Weight weighed;        // sum of the weighed entries alone
  Quantity still_asked;  // sum of the targets of its open cells, less what they have
  int cells = 0, open = 0;
  std::optional<Quantity> received;  // in member units; how it is known:
  ReceivedBy received_by = ReceivedBy::unknown;
  // received − given; nothing where received is unknown.
  std::optional<Quantity> left() const;
};

class Day {
 public:
  Day() = default;
  Day(std::vector<ReferenceOrder> orders, UnitBook units);

  // Entries in the order of the journal. One at a time, or all at once at the start.
  void apply(const Entry& entry) { apply(std::span(&entry, 1)); }
  void apply(std::span<const Entry> entries);
  // A new version of an order, or a further order. Entries of cells that vanished are kept.
  void set_reference(ReferenceOrder order);

  const std::vector<ReferenceOrder>& orders() const { return orders_; }
  const UnitBook& units() const { return units_; }

  std::optional<CellPlace> find(CellId id) const;
  std::optional<ArticlePlace> find(OrderArticleId id) const;
  const ReferenceCell& cell(CellPlace at) const {
    return orders_[idx(at.order)].cells[idx(at.cell)];
  }
  const OrderArticle& article(ArticlePlace at) const {
    return orders_[idx(at.order)].articles[idx(at.article)];
  }
  ArticlePlace article_of(CellPlace at) const { return {at.order, cell(at).article}; }
  const std::string& ordergroup(CellPlace at) const {
    return orders_[idx(at.order)].group_orders[idx(cell(at).group)].ordergroup;
  }
  // The cells of an article, in the order of the page.
  std::span<const int> cells_of(ArticlePlace at) const;

  CellState state(CellPlace at) const { return record(at).state; }
  CellFigures figures(CellPlace at) const;
  std::span<const Standing> standing(CellPlace at) const { return record(at).standing; }
  const ArticleFigures& figures(ArticlePlace at) const {
    return articles_[idx(at.order)][idx(at.article)].figures;
  }
  const OrderCounts& counts(int order) const { return counts_[idx(order)]; }

  // What a new entry of this cell bears.
  OnCell on(CellPlace at) const;

  // Texts of units whose meaning nobody has told, each once, sorted.
  std::vector<std::string> unconfirmed_units() const;
  // Cells with standing entries that no page lists any more.
  std::vector<CellId> vanished() const;

  enum class Undoable { yes, unknown, undone_before, never };
  Undoable undoable(const EntryRef& ref) const;

 private:
  struct CellRecord {
    CellId id;
    std::optional<CellPlace> place;
    std::vector<Standing> standing;
    std::int64_t last_seq = 0;       // of all its entries, undone or not; 0: none
    std::uint32_t last_station = 0;  // index into targets_
    bool counted_in = false;
    bool dirty = false;
    CellState state = CellState::to_do;
    // As counted into the figures of its article and order.
    Quantity given, still_asked;
    Weight weighed;
  };
  struct ReceivedEntry {
    EntryRef ref;
    std::variant<Weight, Quantity> amount;
  };
  struct ArticleRecord {
    ArticleFigures figures;
    std::vector<int> cells;
  };
  struct Target {  // what an undo may name
    std::int64_t seq;
    enum Kind { on_cell, on_article, fixed } kind;
    std::int64_t where;  // index of the record, or the order article's id
    bool undone;
  };

  static std::size_t idx(int i) { return static_cast<std::size_t>(i); }
  const CellRecord& record(CellPlace at) const {
    return records_[place_[idx(at.order)][idx(at.cell)]];
  }

  void record_entry(const Entry& entry);
  void undo(const EntryRef& ref);
  void remember(const EntryRef& ref, Target::Kind kind, std::int64_t where);
  struct StationTargets;
  StationTargets* targets_of(const std::string& station);
  Target* target(const EntryRef& ref);
  std::size_t record_of(CellId id);
  CellFigures figures(const CellRecord& record) const;
  void add(std::size_t record, Standing standing);
  void touch(std::size_t record);
  void refresh_dirty();
  void look_ahead(std::span<const Entry> entries, std::size_t now) const;
  void refresh(CellRecord& record);
  void refresh_received(ArticlePlace at);
  void rebuild();

  std::vector<ReferenceOrder> orders_;
  UnitBook units_;
  std::vector<CellRecord> records_;
  IdIndex record_by_cell_;
  std::vector<std::vector<std::size_t>> place_;  // record of each cell
  std::vector<std::vector<ArticleRecord>> articles_;
  std::unordered_map<OrderArticleId, ArticlePlace> article_by_id_;
  std::unordered_map<OrderArticleId, std::vector<ReceivedEntry>> received_;
  std::vector<OrderCounts> counts_;
  struct StationTargets {
    std::string station;
    std::vector<Target> targets;  // by seq
  };
  std::vector<StationTargets> targets_;  // a handful; the one just used is looked at first
  mutable std::size_t last_station_ = 0;
  std::vector<std::size_t> dirty_;
};

}  // namespace domain
