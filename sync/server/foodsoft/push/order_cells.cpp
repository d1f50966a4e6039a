// The cells of one order: read, compared, written on two lanes, read back.
#include <algorithm>

#include "sync/server/foodsoft/push/asking.hpp"
#include "sync/server/foodsoft/push/order_run.hpp"

namespace server {

namespace {

using domain::Body;
using domain::PushOutcome;
using domain::PushStep;

Body pushed_body(domain::OrderId order, const PlannedCell& cell, PushOutcome outcome,
                 const std::string& error) {
  domain::Pushed pushed;
  pushed.step = PushStep::cell;
  pushed.outcome = outcome;
  pushed.order = order;
  pushed.cell = cell.id;
  pushed.article = cell.article;
  pushed.ours = cell.after;
  const bool equal = cell.kind == PlannedCell::same;
  pushed.read = equal ? std::optional(cell.after) : cell.before;
  pushed.error = error;
  return pushed;
}

Body sending_body(domain::OrderId order, const PlannedCell& cell) {
  domain::Sending sending;
  sending.step = PushStep::cell;
  sending.order = order;
  sending.cell = cell.id;
  sending.article = cell.article;
  sending.base = cell.base;
  sending.seen = cell.before;
  sending.intended = cell.after;
  return sending;
}

}  // namespace

void OrderRun::end_of(const PlannedCell& cell, PushOutcome outcome, const std::string& error,
                      std::vector<Body>& bodies) {
  const auto& before = state().cell(cell.id).verified;
  const auto now = cell.kind == PlannedCell::same ? cell.after : cell.before.value_or(cell.after);
  const bool known = outcome == PushOutcome::same && before &&
                     *before == domain::Verified{cell.after, now} &&
                     !state().cell(cell.id).pending && state().cell(cell.id).refused.empty() &&
                     !state().cell(cell.id).in_conflict;
  if (!known) bodies.push_back(pushed_body(id_, cell, outcome, error));
  auto& entry = ledger_.cells.try_emplace(cell.id, outcome).first->second;
  const bool was_sent = entry == PushOutcome::sent || entry == PushOutcome::resolved;
  if (outcome != PushOutcome::same || !was_sent) entry = outcome;
  over_.insert(cell.id);
  in_flight_.erase(cell.id);
  progress_ = true;
  tell(cell, outcome, error);
}

// A cell that was written in this run, as it reads now.
void OrderRun::judge_written(const PlannedCell& cell, std::vector<Body>& bodies,
                             std::vector<PlannedCell>& sends) {
  const Written& written = in_flight_.at(cell.id);
  if (cell.kind == PlannedCell::same) {
    end_of(cell, written.answered ? PushOutcome::sent : PushOutcome::resolved, {}, bodies);
  } else if (cell.kind == PlannedCell::send && !written.answered) {
    sends.push_back(cell);
  } else if (cell.kind == PlannedCell::conflict) {
    end_of(cell, PushOutcome::conflict, cell.error, bodies);
  } else if (cell.kind != PlannedCell::unclear) {
    const std::string shows = cell.before ? domain::text_of(*cell.before) : "nothing";
    end_of(cell, PushOutcome::refused,
           cell.error.empty() ? "The server said yes, but shows " + shows + "; push again."
                              : cell.error,
           bodies);
  }
}

void OrderRun::judge(const std::vector<PlannedCell>& planned, std::vector<Body>& bodies,
                     std::vector<PlannedCell>& sends) {
  for (const auto& cell : planned) {
    if (in_flight_.count(cell.id) != 0) {
      judge_written(cell, bodies, sends);
      continue;
    }
    switch (cell.kind) {
      case PlannedCell::send:
        sends.push_back(cell);
        break;
      case PlannedCell::corrected:
        note(step_of(day(), cell.at).ordergroup + ", " + step_of(day(), cell.at).article + ": " +
             cell.error);
        [[fallthrough]];
      case PlannedCell::same:
      case PlannedCell::kept:
        end_of(cell, PushOutcome::same, {}, bodies);
        break;
      case PlannedCell::conflict:
        end_of(cell, PushOutcome::conflict, cell.error, bodies);
        break;
      case PlannedCell::refused:
        end_of(cell, PushOutcome::refused, cell.error, bodies);
        break;
      case PlannedCell::unclear:
        break;
    }
  }
}

OrderRun::Step OrderRun::write(const std::vector<PlannedCell>& sends) {
  std::vector<Body> bodies;
  std::vector<CellWrite> writes;
  for (const auto& cell : sends) {
    bodies.push_back(sending_body(id_, cell));
    if (in_flight_.count(cell.id) == 0) ledger_.written_over.insert_or_assign(cell.id, cell.before);
    const auto& told = day().cell(cell.at);
    writes.push_back({cell.id, cell.after, told.group, told.article});
  }
  if (const auto kept = c_.book.append(bodies); !kept) return tl::unexpected(kept.error());
  const bool stock =
      reference().kind == domain::OrderKind::stock && reference().series == domain::Series::v4;
  const auto replies = write_in_lanes(
      c_.server, writes, stock ? OneArticleAtOnce::yes : OneArticleAtOnce::no,
      [&] { return c_.clock.told_to_end(); },
      [&](int done) { c_.watch.progress(id_, done, static_cast<int>(writes.size())); });
  std::vector<Body> gone;
  failed_ = false;
  for (std::size_t i = 0; i < replies.size(); ++i) {
    const auto& reply = replies[i];
    failed_ = failed_ || !reply || reply->landed != Landed::yes;
    if (!reply) continue;
    if (reply->landed == Landed::unknown) ledger_.stale_groups.insert(writes[i].group);
    if (reply->landed != Landed::yes) last_error_ = reply->error.detail;
    const auto fault = reply->error.fault;
    if (reply->landed == Landed::no && fault == domain::Fault::not_found) {
      PlannedCell cell = sends[i];
      end_of(cell, PushOutcome::refused, reply->error.detail, gone);
    } else if (reply->landed != Landed::no) {
      auto& written = in_flight_[sends[i].id];
      written = {sends[i], reply->landed == Landed::yes};
    } else if (fault == domain::Fault::no_rights || fault == domain::Fault::interrupted) {
      hopeless_ = true;
    }
  }
  if (!gone.empty())
    if (const auto kept = c_.book.append(gone); !kept) return tl::unexpected(kept.error());
  return Way::on;
}

OrderRun::Done OrderRun::give_up(const std::vector<PlannedCell>& left) {
  std::vector<Body> bodies;
  const std::string why = last_error_.empty() ? "The server gave no answer." : last_error_;
  for (const auto& cell : left) end_of(cell, PushOutcome::refused, why, bodies);
  count();
  const int done = report_.sent + report_.same;
  stop("Sending stopped at " + std::to_string(done) + " of " +
       std::to_string(ledger_.cells.size()) + ". Do not settle order " + std::to_string(id_.value) +
       " yet. " + why);
  return c_.book.append(bodies);
}

OrderRun::Step OrderRun::cells() {
  constexpr int most_rounds = 200;
  std::size_t waits = 0;
  over_.clear();
  in_flight_.clear();
  failed_ = false;
  std::set<int> only;
  for (int round = 0; round < most_rounds; ++round) {
    // What got no answer may still be under way: never repeated before it was waited for and read.
    if (failed_) c_.clock.wait(push_waits[std::min(waits, push_waits.size() - 1)]);
    const auto work = this->work();
    if (!work) return tl::unexpected(work.error());
    if (work->articles_to_read().empty()) return Way::on;
    auto seen = look(*work, only);
    domain::Result<void> read;
    std::vector<PlannedCell> planned;
    if (seen) planned = plan(*work, *seen, false, read);
    if (!seen || !read) {
      const auto& error = seen ? read.error() : seen.error();
      hopeless_ = !may_pass(error);
      stop("Sending stopped. Do not settle order " + std::to_string(id_.value) + " yet. " +
           error.detail);
      return Way::stop;
    }
    if (seen->settled()) {
      const auto done = settled("Order " + std::to_string(id_.value) + " was settled meanwhile.");
      if (!done) return tl::unexpected(done.error());
      return Way::stop;
    }
    if (seen->only_text()) {
      hopeless_ = true;
      stop(
          "This account sees results but may not write them: it lacks the role finance; nothing "
          "more was sent.");
      return Way::stop;
    }
    if (round == 0)
      if (const auto named = name_redistributions(planned); !named)
        return tl::unexpected(named.error());
    progress_ = false;
    std::vector<Body> bodies;
    std::vector<PlannedCell> sends;
    judge(planned, bodies, sends);
    if (const auto kept = c_.book.append(bodies); !kept) return tl::unexpected(kept.error());
    waits = progress_ ? 0 : waits + (failed_ ? 1 : 0);
    if (sends.empty()) {
      for (const int group : std::set<int>(ledger_.stale_groups)) heal(group);
      return Way::on;
    }
    if (hopeless_ || c_.clock.told_to_end() || waits > push_waits.size()) {
      if (const auto done = give_up(sends); !done) return tl::unexpected(done.error());
      return Way::stop;
    }
    only.clear();
    for (const auto& cell : sends) only.insert(day().cell(cell.at).article);
    if (const auto way = write(sends); !way) return way;
  }
  return Way::stop;
}

}  // namespace server
