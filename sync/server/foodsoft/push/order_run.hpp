// The push of one order, from the state on its page to the receipt's page. Made anew for each
// round; what it learned of its cells lies in the ledger, which outlives it.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/server/foodsoft/push/lanes.hpp"
#include "sync/server/foodsoft/push/push.hpp"

namespace server {

// What became of an order's cells over all rounds of one push.
struct OrderLedger {
  std::map<domain::CellId, domain::PushOutcome> cells;
  std::set<int> stale_groups;  // a reply was lost there: the stored total may be wrong
  std::set<std::string> noted;
  // As last told, so that a further look says nothing twice.
  std::map<domain::CellId, std::pair<domain::PushOutcome, domain::Quantity>> told;
  // What the server showed when the last write of a cell was decided: the "before" of its step.
  std::map<domain::CellId, std::optional<domain::Quantity>> written_over;
  domain::UnitCodes codes = domain::common_unit_codes();
};

class OrderRun {
 public:
  OrderRun(PushContext& context, domain::OrderId id, OrderLedger& ledger)
      : c_(context), id_(id), ledger_(ledger) {
    report_.order = id;
  }

  // Fails only where the journal does.
  domain::Result<OrderReport> run();
  // No further order is to be tried: the account may not, or we are told to end.
  bool hopeless() const { return hopeless_; }

 private:
  struct Written {
    PlannedCell cell;
    bool answered = false;  // the server said yes
  };
  using Done = domain::Result<void>;
  enum class Way { on, stop };
  using Step = domain::Result<Way>;

  const domain::Day& day() const { return c_.book.day(); }
  const domain::PushState& state() const { return c_.book.state(); }
  // Its place in the day: another one after others pulled.
  int place() const;
  const domain::ReferenceOrder& reference() const {
    return day().orders()[static_cast<std::size_t>(place())];
  }

  // Before anything is written.
  Step begin();
  domain::Result<OrderWork> work();
  domain::Result<OrderPage> page();
  // The state, right before a step that is not a cell; leaves the page in page_.
  Step still_writable();

  // Cells.
  Step cells();
  domain::Result<SeenOrder> look(const OrderWork& work, const std::set<int>& articles);
  domain::Result<SeenOrder> look_whole();
  bool rows_are_cheaper(std::size_t rows) const;
  std::vector<PlannedCell> plan(const OrderWork& work, SeenOrder& seen, bool everything,
                                domain::Result<void>& read);
  void judge(const std::vector<PlannedCell>& planned, std::vector<domain::Body>& bodies,
             std::vector<PlannedCell>& sends);
  void judge_written(const PlannedCell& cell, std::vector<domain::Body>& bodies,
                     std::vector<PlannedCell>& sends);
  void end_of(const PlannedCell& cell, domain::PushOutcome outcome, const std::string& error,
              std::vector<domain::Body>& bodies);
  Step write(const std::vector<PlannedCell>& sends);
  void heal(int group);
  Done give_up(const std::vector<PlannedCell>& left);
  Done name_redistributions(const std::vector<PlannedCell>& planned);

  // Figures that others recorded while cells and amounts went out, before the comment tells of
  // them.
  Step recorded_meanwhile();

  // What follows the cells.
  Step received();
  domain::Result<std::vector<PlannedReceived>> look_at_received();
  Step write_received(PlannedReceived planned);
  Step mark_received();
  Step comment();
  Step post(const domain::CommentToPost& comment, std::int64_t user, bool maybe_there);
  Done find_posted(const OrderPage& page);
  bool complete() const;

  // The end.
  Done settled(const std::string& when);
  Step final_look();
  Step totals(const GroupsPage& page);
  Done close(domain::ServerState order_state);

  void count();
  void stop(const std::string& sentence);
  void tell(const PlannedCell& cell, domain::PushOutcome outcome, const std::string& error);
  void note(const std::string& sentence);
  StepReport told_of(domain::CellPlace at) const;

  PushContext& c_;
  const domain::OrderId id_;
  OrderLedger& ledger_;
  OrderReport report_;
  bool hopeless_ = false;
  bool progress_ = false;  // a cell came to its end since the last writes
  bool failed_ = false;    // a write got no answer, or was not tried
  std::string last_error_;
  OrderPage page_;  // as last read
  std::map<domain::CellId, Written> in_flight_;
  std::set<domain::CellId> over_;  // nothing more is tried with them in this run
};

// A step of a cell as it is told, without outcome.
StepReport step_of(const domain::Day& day, domain::CellPlace at);

}  // namespace server
