// The push: makes a server's figures those of the day, in the safe order of foodsoft.md 9, 14.4 and
// 14.5, and proves it by reading back. Every step is in the journal before its bytes leave and
// after it was read; a push that was killed anywhere is simply run again. It runs on the thread
// that calls it, which is the only one to touch the journal; writes go out on two lanes of their
// own.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/push_comment.hpp"
#include "domain/push_state.hpp"
#include "sync/server/foodsoft/foodsoft.hpp"
#include "sync/server/foodsoft/push/plan.hpp"

namespace server {

// The day as the journal has it. Calls come from the push's thread alone.
class PushBook {
 public:
  virtual ~PushBook() = default;
  virtual const domain::Day& day() const = 0;
  virtual const domain::PushState& state() const = 0;
  // 8 hex digits, for the comments' marks.
  virtual const std::string& day_mark() const = 0;
  // Every version of an order's reference in this day, oldest first.
  virtual domain::Result<std::vector<ToldOrder>> told(domain::OrderId id) = 0;
  // Committed, and folded into day() and state(), when it returns.
  virtual domain::Result<void> append(std::span<const domain::Body> bodies) = 0;
  // Folds in what others recorded or pulled meanwhile.
  virtual domain::Result<void> catch_up() = 0;
};

class PushClock {
 public:
  virtual ~PushClock() = default;
  // False where the push is told to end: it then stops as soon as it may, and can be run again.
  virtual bool wait(std::chrono::milliseconds time) = 0;
  virtual bool told_to_end() const = 0;
};

// One step as it is told (contracts.md 8).
struct StepReport {
  domain::PushStep step = domain::PushStep::cell;
  domain::OrderId order;
  std::optional<domain::CellId> cell;
  std::optional<domain::OrderArticleId> article_id;
  std::optional<domain::OrdergroupId> ordergroup_id;
  std::string ordergroup, article;
  std::optional<domain::Quantity> before, after;
  std::string text;  // of a comment
  std::optional<domain::PushOutcome> outcome;
  std::string error;
};

class PushWatch {
 public:
  virtual ~PushWatch() = default;
  virtual void step(const StepReport& report) = 0;
  // A sentence for people that stops nothing.
  virtual void note(const std::string& sentence) = 0;
  virtual void progress(domain::OrderId order, int done, int of) = 0;
};

struct PushOptions {
  bool open = false;           // send orders with begun cells too
  bool mark_received = false;  // end with the empty receive, which mails the members
  domain::CommentLanguage language = domain::CommentLanguage::fr;
  std::optional<domain::OrderId> only;
};

struct OrderReport {
  domain::OrderId order;
  int sent = 0, same = 0, conflicts = 0, refused = 0, untouched = 0;
  bool verified = false;  // every figure was read back equal and every group's total is right
  bool settled = false;
  std::optional<domain::Money> groups_total;
  std::string remains;  // one or more sentences where it is not verified
};

// What a push does and says for one order at one moment; shared by its parts.
struct PushContext {
  Foodsoft& server;
  PushBook& book;
  PushClock& clock;
  PushWatch& watch;
  PushOptions options;
};

class Push {
 public:
  Push(Foodsoft& server, PushBook& book, PushClock& clock, PushWatch& watch, PushOptions options)
      : context_{server, book, clock, watch, options} {}

  // One report an order of the day. Fails only where the journal could not be written or read.
  domain::Result<std::vector<OrderReport>> run();

 private:
  PushContext context_;
};

// What a push would send, read as a push reads it, nothing written: steps without an outcome, to
// `watch`. Fails where the server cannot be read.
domain::Result<void> preview(PushContext& context);
// The same by the last pull, without the server.
void preview_by_last_pull(PushContext& context);

}  // namespace server
