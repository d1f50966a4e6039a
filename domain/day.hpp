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

#include "domain/cell_entries.hpp"
#include "domain/entry.hpp"
#include "domain/id_index.hpp"
#include "domain/reference.hpp"

namespace domain {

enum class CellState : std::uint8_t { to_do, weighed, counted, short_given, absent, over };
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
  int noted = 0;         // cells that a shortfall closed below their target
  Quantity missing;      // what those lack together
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
  // Whether any entry of the cell stands, and whether one of them is a weighing.
  bool any_standing(CellPlace at) const { return record(at).tally.any; }
  bool any_weighed(CellPlace at) const { return record(at).tally.any_weighed; }
  const ArticleFigures& figures(ArticlePlace at) const {
    return articles_[idx(at.order)][idx(at.article)].figures;
  }
  const OrderCounts& counts(int order) const { return counts_[idx(order)]; }

  // What a new entry of this cell bears.
  OnCell on(CellPlace at) const;
  // The server's result before us: what the reference tells, unless a push of ours put it there
  // (contracts.md 2.2); then what it was before the first one.
  std::optional<Quantity> base_told(CellPlace at) const;

  // Texts of units whose meaning nobody has told, each once, sorted.
  std::vector<std::string> unconfirmed_units() const;
  // Cells with standing entries that no page lists any more.
  std::vector<CellId> vanished() const;

  enum class Undoable { yes, unknown, undone_before, never };
  Undoable undoable(const EntryRef& ref) const;
  // The order (its place in orders()) of what such an entry speaks of; nothing where it vanished.
  std::optional<int> order_of(const EntryRef& ref) const;

 private:
  // Two lines of the processor's cache: forty thousand entries jump from one to another.
  struct alignas(64) CellRecord {
    CellTally tally;
    CellId id;
    std::int64_t last_seq = 0;  // of all its entries, undone or not; 0: none
    CellPlace place{-1, -1};    // order −1: no page lists it
    int article = -1;           // of that order
    ListPlace last = nowhere;   // of its entries
    // As counted into the figures of its article and order.
    Quantity given, lacks;  // lacks: target − given, where above 0
    Weight weighed;
    std::uint32_t last_station = 0;  // index into targets_
    CellState state = CellState::to_do;
    bool counted_in = false;
    bool stale = false;  // one of its entries was undone: the tally is to be made anew

    bool placed() const { return place.order >= 0; }
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
    ListPlace where;  // into cell_entries_ or received_articles_
    enum Kind : std::uint8_t { on_cell, on_article, fixed } kind;
    bool undone;
  };

  static std::size_t idx(int i) { return static_cast<std::size_t>(i); }
  const CellRecord& record(CellPlace at) const {
    return records_[place_[idx(at.order)][idx(at.cell)]];
  }

  void apply_few(std::span<const Entry> entries);
  void record_entry(const Entry& entry, std::size_t cell);
  void record_sending(const Sending& sending);
  void undo(const EntryRef& ref);
  void remember(const EntryRef& ref, Target::Kind kind, ListPlace where = nowhere);
  struct StationTargets;
  StationTargets* targets_of(const std::string& station);
  Target* target(const EntryRef& ref);
  std::size_t record_of(CellId id);
  const UnitMeaning& meaning_of(const CellRecord& record) const;
  std::optional<Quantity> target_of(const CellRecord& record) const;
  std::optional<Quantity> given_of(const CellRecord& record) const;
  CellState state_of(const CellRecord& record, std::optional<Quantity> target) const;
  void add(const EntryRef& ref, std::size_t cell, ListPlace at);
  void touch(std::size_t record);
  void refresh_dirty();
  void refresh(CellRecord& record);
  void count_in(const CellRecord& record, int by);
  void refresh_received(ArticlePlace at);
  void rebuild();

  std::vector<ReferenceOrder> orders_;
  UnitBook units_;
  std::vector<CellRecord> records_;
  CellEntries cell_entries_;
  IdIndex record_by_cell_;
  std::vector<std::vector<std::size_t>> place_;  // record of each cell
  std::vector<std::vector<ArticleRecord>> articles_;
  std::unordered_map<OrderArticleId, ArticlePlace> article_by_id_;
  std::unordered_map<OrderArticleId, std::vector<ReceivedEntry>> received_;
  std::vector<OrderArticleId> received_articles_;  // of each entry that says what arrived
  std::vector<OrderCounts> counts_;
  struct StationTargets {
    std::string station;
    std::vector<Target> targets;  // by seq
  };
  std::vector<StationTargets> targets_;  // a handful; the one just used is looked at first
  mutable std::size_t last_station_ = 0;
  std::size_t expected_ = 0;            // entries that are being applied
  std::vector<ListPlace> dirty_;        // records whose figures are out of date
  std::vector<std::uint8_t> is_dirty_;  // of each record: a list so small that all of it is near
  // What pushes sent to a cell, and its base before the first.
  struct SentTo {
    std::optional<Quantity> base;
    std::vector<Quantity> values;
  };
  std::unordered_map<CellId, SentTo> sent_;
};

}  // namespace domain
