// An entry: one thing that a person or a device did, appended to the journal, never changed, only
// countered by an undo. Everything else (matrix, stock, shortfalls) is a fold over entries.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/amount.hpp"
#include "domain/band.hpp"
#include "domain/ids.hpp"
#include "domain/push_words.hpp"
#include "domain/unit.hpp"

namespace domain {

// Microseconds since 1970, never twice nor backwards within a station: a hybrid logical clock.
struct Stamp {
  std::int64_t microseconds = 0;
  auto operator<=>(const Stamp&) const = default;
};

enum class Typed { no, yes };  // from the scale, or from a person's fingers
// Whether a bag wants a label: what the kiosk saves does, what `day record` takes does not.
enum class Label { none, due };

// What every entry of a cell bears: the cell, the base that the reference then in force told (a
// cell's base is that of its first standing entry), and the last entry of the cell that the station
// had seen (two entries that name the same one were made without knowing each other).
struct OnCell {
  CellId cell;
  std::optional<Quantity> base;
  std::optional<EntryRef> seen;
  bool operator==(const OnCell&) const = default;
};

struct Weighed {
  OnCell on;
  Weight net;
  std::optional<Weight> tare;  // for the record: subtracted already; empty where none was taken
  Weight division = grams(1);
  Band band;
  Typed typed = Typed::no;
  std::string scale;  // its name; empty where typed
  Label label = Label::none;
  bool operator==(const Weighed&) const = default;
};

struct Counted {
  OnCell on;
  Quantity pieces;  // of the server's unit
  Typed typed = Typed::no;
  Label label = Label::none;
  bool operator==(const Counted&) const = default;
};

struct Cause {
  enum Kind { not_delivered, damaged, short_delivery, other } kind = not_delivered;
  std::string text;  // only with other
  bool operator==(const Cause&) const = default;
};
// "not_delivered", …, "other:TEXT" and back (contracts.md 2.3).
std::string text_of(const Cause& cause);
Result<Cause> read_cause(std::string_view text);

struct ShortfallNoted {
  OnCell on;
  Cause cause;
  bool operator==(const ShortfallNoted&) const = default;
};

// What arrived of an order article, over the whole order: kilograms, or server units.
struct Received {
  OrderArticleId article;
  std::variant<Weight, Quantity> amount;
  bool operator==(const Received&) const = default;
};

struct UnitConfirmed {
  std::string text;
  UnitMeaning meaning;
  bool operator==(const UnitConfirmed&) const = default;
};

// A printer took the label of a bag.
struct Printed {
  EntryRef bag;        // the weighed or counted entry
  std::string number;  // the bag's 13 digits
  bool operator==(const Printed&) const = default;
};

struct Undone {
  EntryRef target;
  bool operator==(const Undone&) const = default;
};

// A push is about to write to the server: committed before the bytes leave.
struct Sending {
  PushStep step = PushStep::cell;
  int number = 0;  // of a comment, from 1
  OrderId order;
  std::optional<CellId> cell;
  std::optional<OrderArticleId> article;
  std::optional<Quantity> base;      // of the cell: what it goes back to when all is undone
  std::optional<Quantity> seen;      // what the server showed before, where it showed a number
  std::optional<Quantity> intended;  // cell: in its own unit; received: in supplier units
  std::string text;                  // of a comment, as it was sent
  std::string whole;                 // what it stands for in full, where `text` tells less
  bool operator==(const Sending&) const = default;
};

// What became of a step: sent, or looked at.
struct Pushed {
  PushStep step = PushStep::cell;
  PushOutcome outcome = PushOutcome::sent;
  OrderId order;
  std::optional<CellId> cell;
  std::optional<OrderArticleId> article;
  std::optional<Quantity> ours;      // our figure at that moment
  std::optional<Quantity> read;      // what the server then had; ours where it shows ours
  std::optional<ServerState> state;  // step order: the state of the order
  std::optional<Money> total;        // step order: the sum of its groups, with transport
  int number = 0;                    // of a comment
  std::string error;                 // one sentence, where refused or in conflict
  bool operator==(const Pushed&) const = default;
};

// A person's choice for a cell in conflict. Holds for the server's value that it saw.
struct Taken {
  CellId cell;
  Side side = Side::ours;
  std::optional<Quantity> server;
  bool operator==(const Taken&) const = default;
};

// From a newer Romaine: kept and shown, never dropped.
struct UnknownBody {
  std::string kind;
  std::string json;
  bool operator==(const UnknownBody&) const = default;
};

using Body = std::variant<Weighed, Counted, ShortfallNoted, Received, UnitConfirmed, Printed,
                          Undone, Sending, Pushed, Taken, UnknownBody>;

// "weighed", "counted", "shortfall", "received", "unit", "printed", "undo", "sending", "pushed",
// "taken".
std::string_view kind_word(const Body& body);

// What a recorded figure or shortfall says of its cell.
inline const OnCell* on_cell(const Body& body) {
  if (const auto* weighed = std::get_if<Weighed>(&body)) return &weighed->on;
  if (const auto* counted = std::get_if<Counted>(&body)) return &counted->on;
  if (const auto* shortfall = std::get_if<ShortfallNoted>(&body)) return &shortfall->on;
  return nullptr;
}
// The cell that an entry speaks of, if any.
std::optional<CellId> cell_of(const Body& body);

struct Entry {
  EntryRef ref;  // station, seq: unique
  Stamp at;
  int day = 0;
  std::string person;  // a label, empty where nobody said
  Body body;
  bool operator==(const Entry&) const = default;
};

}  // namespace domain
