// What pushes of a day have done so far, folded from its entries: per cell the values that
// journalled steps of ours sent, what the server was last read to have, what persons chose; per
// order the comments that were posted. A value; figures themselves are the Day's. Contracts.md 8.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/entry.hpp"

namespace domain {

class Day;
struct CellPlace;

// Our figure when a step ended well, and what the server then had: another number where the
// treasurer, or a person's choice, wanted it so.
struct Verified {
  Quantity ours, read;
  bool operator==(const Verified&) const = default;
};

struct CellPush {
  std::vector<Quantity> sent;        // each value once
  std::optional<Verified> verified;  // the last step that ended well
  std::optional<Quantity> read;      // what the server was last seen to have
  bool pending = false;              // sent, and nobody has read since
  std::vector<Taken> taken;          // in order
  // The server's value that the last push could not write over, until a person has chosen.
  std::optional<Quantity> conflict;
  bool in_conflict = false;
  std::string refused;  // why the last push did not write it; empty else

  bool sent_before(Quantity value) const;
};

struct ArticlePush {
  std::vector<Quantity> sent;  // units_received, in supplier units
  std::optional<Quantity> verified;
};

struct CommentPush {
  int number = 1;
  std::string text;   // as it was sent
  std::string whole;  // the whole of it
  bool posted = false;
};

struct OrderPush {
  std::vector<CommentPush> comments;
  bool seen_settled = false;
  bool received = false;           // we posted the empty receive
  std::optional<Stamp> pushed_at;  // the last push of it that ended well
  std::string pushed_by;           // the person of that one
  std::optional<Money> total;      // of its groups then
  std::optional<Stamp> tried_at;   // the last push of it, however it ended
  std::string error;               // of that one
};

// Our figure for a cell, and why there is none.
struct OurFigure {
  enum Kind { none, figure, unknown } kind = none;  // unknown: a unit without a meaning
  Quantity value;
  bool back_to_base = false;  // sent, and everything undone since
};

class PushState {
 public:
  void apply(const Entry& entry);
  void apply(std::span<const Entry> entries) {
    for (const auto& entry : entries) apply(entry);
  }

  const CellPush& cell(CellId id) const;
  const ArticlePush& article(OrderArticleId id) const;
  const OrderPush& order(OrderId id) const;

 private:
  void apply(const Sending& sending);
  void apply(const Pushed& pushed, const Entry& entry);

  std::unordered_map<CellId, CellPush> cells_;
  std::unordered_map<OrderArticleId, ArticlePush> articles_;
  std::unordered_map<OrderId, OrderPush> orders_;
};

// What a push is to make the server's result: what was given, 0 for the absent, the base again
// where all was undone; none for cells without an entry.
OurFigure our_figure(const Day& day, CellPlace at, const CellPush& pushed);

// What the server has where we know it to differ from ours by somebody's will: the treasurer's
// correction, or a person's choice of the server's value.
std::optional<Quantity> kept_of_server(const OurFigure& ours, const CellPush& pushed);

// Cells of an order that the next push would write, and those held by a conflict.
struct ToSend {
  int to_send = 0, conflicts = 0;
};
ToSend still_to_send(const Day& day, int order, const PushState& state);

}  // namespace domain
