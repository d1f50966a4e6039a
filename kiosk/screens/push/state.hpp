// What would be sent, before → after, and what stands against it: conflicts, orders with open bags,
// cells that nobody weighed. While a look or a push runs, how far it is.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/conflict.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace screens::push {

// What a person should know before sending, above the cells.
struct Note {
  enum Kind { untouched, mails, even_so, trouble } kind = untouched;
  std::string supplier;
  long number = 0;
  std::vector<std::string> articles{};
  OrderTrouble why = OrderTrouble::none;
};
using Row = std::variant<Note, BeforeAfter>;

// An order held back by an open bag: it stays out until a person says otherwise.
struct Held {
  domain::OrderId order;
  std::string supplier;
  OpenCell first;
  long open = 0;  // such cells of the order
};

struct State {
  Frame frame;
  std::string supplier;  // where it is one order alone
  std::optional<ServerRun> run;
  std::optional<domain::Fault> failed;  // of the look or push before
  PushPlan::From from = PushPlan::last_pull;
  std::string at;  // when the "before" was read
  std::vector<Row> rows;
  long ready = 0, held_orders = 0, conflicts = 0;
  std::optional<ConflictCard> conflict;  // the first
  std::optional<Held> held;              // the first, when no conflict waits
  std::optional<domain::Fault> not_saved;
};

struct Send {};
struct Cancel {};
struct Export {};
struct OpenBag {
  domain::CellId cell;
};
struct EvenSo {
  domain::OrderId order;
};
struct ShowDifferences {};
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Send, Cancel, Export, OpenBag, EvenSo, Choose, OpenCellOf,
                            ShowDifferences, FollowHeader>;

}  // namespace screens::push
