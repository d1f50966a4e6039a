// What a screen may know and ask of the live server; reached through Desk::server(), which gives
// nothing where none is configured. Plain values: names of ordergroups and articles as the server
// has them, amounts in the server's unit of the cell. UI thread only; pull(), look() and push()
// only begin something, which then runs beside the work and shows in status(). Rules: contracts.md
// 8.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/entry.hpp"
#include "domain/reference.hpp"
#include "domain/result.hpp"

namespace screens {

// What runs at the moment. A look reads the server as a push would, and writes nothing.
struct ServerRun {
  enum Kind { pull, look, push } kind = pull;
  long done = 0, of = 0;  // steps; of is 0 while nobody knows
  std::string supplier;   // whose order it is at, where one is named
  bool stopping = false;  // to be cancelled: the request under way comes to its end first
};

// A pull or a push that came to its end.
struct ServerVisit {
  domain::Stamp at;
  std::string person;
  long orders = 0, figures = 0;  // pulled or sent
};

// The last one that did not, until another one does.
struct ServerFailure {
  ServerRun::Kind kind = ServerRun::pull;
  domain::Stamp at;
  domain::Error error;              // faults as in sync/server/foodsoft/foodsoft.hpp
  long done = 0, of = 0;            // figures of a push
  std::vector<std::string> hold{};  // suppliers whose orders must not be settled yet
};

struct ServerStatus {
  std::string address;  // without "https://"
  long to_send = 0;     // cells whose figure the server does not have yet
  std::optional<ServerRun> run{};
  std::optional<ServerVisit> pulled{}, pushed{};
  std::optional<ServerFailure> failure{};
  bool unfinished = false;  // a push was cut off, and nobody has said yet whether it goes on
};

// What a pull found different from the one before. Empty: not there (any more).
struct ChangedCell {
  domain::CellId cell;
  std::string ordergroup, article;
  std::optional<domain::Quantity> before{}, now{};
};
struct ServerChanges {
  std::vector<ChangedCell> cells;
  domain::Stamp since;  // the pull before
};

// A cell that somebody else changed: ours, the server's, and what both began with.
struct Conflict {
  domain::CellId cell;
  std::optional<domain::OrderArticleId> article;
  std::string ordergroup, name;  // name: of the article
  enum Why {
    changed,       // by somebody, on the server
    redistributed  // by "receive" on the server
  } why = changed;
  domain::Quantity ours;
  std::optional<domain::Quantity> server{}, base{};  // no server: the cell is gone there
  domain::Stamp seen_at;                             // when the server showed it
  // Two stations weighed this cell, and ours is their sum.
  bool two_stations = false;
};
enum class Take { ours, server };

// Why an order takes nothing any more, or not yet.
enum class OrderTrouble {
  none,
  settled,     // meanwhile: nothing more is written there
  reopened,    // seen settled, open again
  not_pulled,  // came from a folder; a pull must first show that it is the same
  changed,     // units, ratios or prices are others than those it was weighed by
  gone,        // the order, or articles or groups of it
  pages_torn,  // the server's own pages of it do not hold together
};

struct PlannedCell {
  domain::CellId cell;
  domain::OrderId order;
  std::string ordergroup, article;
  std::optional<domain::Quantity> before{};
  domain::Quantity after{};
};
// A begun bag, or a cell of an article that never arrived: it holds its order back.
struct OpenCell {
  domain::CellId cell;
  std::string ordergroup, article;
  enum Why { begun, undelivered } why = begun;
};
struct PlannedOrder {
  domain::OrderId id;
  std::string supplier;
  OrderTrouble trouble = OrderTrouble::none;
  std::vector<OpenCell> open{};
  bool even_so = false;  // a person said: send it all the same
  long untouched = 0;    // cells without an entry
  std::vector<std::string> untouched_articles{};
  bool mails_members = false;  // the empty receive at the end
};
struct PushPlan {
  domain::Stamp at;
  // Where the "before" comes from.
  enum From { last_pull, server } from = last_pull;
  std::vector<PlannedOrder> orders;
  std::vector<PlannedCell> cells;   // only those that would be sent
  std::vector<Conflict> conflicts;  // that wait for a choice
};

struct ReadBack {
  std::string ordergroup, article;
  domain::CellId cell;
  domain::Quantity sent;
  std::optional<domain::Quantity> read{};  // none: not read back
  enum Outcome { same, different, refused, conflict } outcome = same;
};
struct ReceiptOrder {
  domain::OrderId id;
  std::string supplier;
  long sent = 0;       // written and read back equal, those that were there among them
  long remaining = 0;  // refused, different or in conflict
  bool verified = false;
  bool commented = false;
  OrderTrouble trouble = OrderTrouble::none;
  std::optional<domain::Money> groups_total{};
  std::vector<ReadBack> cells{};
};
// A conflict that a person settled.
struct TakenConflict {
  Conflict conflict;
  Take take = Take::ours;
  std::string person;
};
struct Receipt {
  domain::Stamp at;
  std::string person;
  std::vector<ReceiptOrder> orders;
  std::vector<TakenConflict> taken;
};

class ServerDesk {
 public:
  virtual ~ServerDesk() = default;

  virtual const ServerStatus& status() const = 0;
  virtual const ServerChanges& changes() const = 0;
  // As the last look found it, or by the last pull where there was no look yet.
  virtual const PushPlan& plan() const = 0;
  virtual const std::optional<Receipt>& receipt() const = 0;

  // Each is nothing while another one runs.
  virtual void pull() = 0;
  virtual void look() = 0;
  virtual void push() = 0;
  // The running one: finishes its request, keeps what is whole.
  virtual void cancel() = 0;

  // Writes the choice as an entry; the next push acts on it.
  virtual domain::Result<void> take(domain::CellId cell, Take take) = 0;
  virtual domain::Result<void> take(domain::OrderArticleId article, Take take) = 0;
  // Sends this order though bags of it are open; until the kiosk ends.
  virtual void send_even_so(domain::OrderId order) = 0;
  // Not now: answers what `unfinished` asks.
  virtual void leave_unfinished() = 0;

  virtual domain::Result<void> print_receipt() = 0;
};

}  // namespace screens
