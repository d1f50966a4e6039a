// What follows the cells of an order: what arrived, the state, the comment.
#include <algorithm>

#include "sync/server/foodsoft/push/asking.hpp"
#include "sync/server/foodsoft/push/order_run.hpp"

namespace server {

namespace {

using domain::Body;
using domain::PushOutcome;
using domain::PushStep;
using domain::ServerState;

// Above so many rows the whole page is cheaper (foodsoft.md 14.5).
constexpr std::size_t most_receive_rows = 8;

StepReport received_step(const domain::ReferenceOrder& order, const PlannedReceived& planned) {
  StepReport step;
  step.step = PushStep::received;
  step.order = order.id;
  step.article_id = planned.id;
  step.article = order.articles[static_cast<std::size_t>(planned.article)].name;
  step.before = planned.before;
  step.after = planned.after;
  return step;
}

bool holds(const OrderPage& page, const std::string& mark) {
  return std::any_of(page.comments.begin(), page.comments.end(), [&](const OrderComment& comment) {
    return comment.text.find(mark) != std::string::npos;
  });
}

}  // namespace

domain::Result<std::vector<PlannedReceived>> OrderRun::look_at_received() {
  auto wanted = received_to_set(day(), place(), state());
  std::erase_if(wanted, [&](const auto& planned) { return known_to_stand(planned, state()); });
  std::map<domain::OrderArticleId, ReceiveRow> rows;
  if (wanted.size() > most_receive_rows) {
    auto page = ask(c_.clock, [&] { return c_.server.receive(id_); });
    if (!page) return tl::unexpected(page.error());
    for (auto& row : page->rows) rows.emplace(row.id, std::move(row));
  } else {
    for (const auto& planned : wanted) {
      auto row = ask(c_.clock, [&] { return c_.server.receive_row(id_, planned.id); });
      if (!row) return tl::unexpected(row.error());
      if (*row) rows.emplace(planned.id, std::move(**row));
    }
  }
  for (auto& planned : wanted) {
    const auto row = rows.find(planned.id);
    look_at(planned, row == rows.end() ? std::nullopt : std::optional(row->second), day(), place(),
            state());
  }
  return wanted;
}

OrderRun::Step OrderRun::received() {
  const auto planned = look_at_received();
  if (!planned) {
    stop(planned.error().detail);
    return Way::on;
  }
  bool any = false;
  std::vector<Body> bodies;
  for (const auto& one : *planned) {
    note(one.error);
    any = any || one.kind == PlannedReceived::send;
    if (one.kind != PlannedReceived::same) continue;
    domain::Pushed pushed{PushStep::received, PushOutcome::same, id_, {}, one.id};
    pushed.ours = pushed.read = one.after;
    bodies.push_back(pushed);
  }
  if (const auto kept = c_.book.append(bodies); !kept) return tl::unexpected(kept.error());
  if (!any) return Way::on;
  if (const auto way = still_writable(); !way || *way == Way::stop) return way;
  for (const auto& one : *planned)
    if (one.kind == PlannedReceived::send)
      if (const auto way = write_received(one); !way || *way == Way::stop) return way;
  return Way::on;
}

OrderRun::Step OrderRun::write_received(PlannedReceived planned) {
  StepReport step = received_step(reference(), planned);
  domain::Sending sending{PushStep::received, 0, id_, {}, planned.id};
  sending.seen = planned.before;
  sending.intended = planned.after;
  const Body body = sending;
  if (const auto kept = c_.book.append(std::span(&body, 1)); !kept)
    return tl::unexpected(kept.error());
  bool answered = false;
  for (std::size_t tries = 0; tries <= push_waits.size(); ++tries) {
    const auto reply = c_.server.write_received(id_, planned.id, planned.after, reference().series);
    answered = reply.landed == Landed::yes;
    if (!answered) {
      step.error = reply.error.detail;
      if (!may_pass(reply.error) && reply.landed == Landed::no) break;
      if (tries < push_waits.size() && !c_.clock.wait(push_waits[tries])) break;
    }
    const auto row = ask(c_.clock, [&] { return c_.server.receive_row(id_, planned.id); });
    if (!row || !*row) break;
    look_at(planned, *row, day(), place(), state());
    if (planned.kind != PlannedReceived::send || answered) break;
  }
  const bool equal = planned.kind == PlannedReceived::same;
  step.outcome = !equal     ? PushOutcome::refused
                 : answered ? PushOutcome::sent
                            : PushOutcome::resolved;
  if (equal) step.error.clear();
  if (!equal && step.error.empty())
    step.error = "The server said yes, but shows another figure received of \"" + step.article +
                 "\"; push again.";
  domain::Pushed pushed{PushStep::received, *step.outcome, id_, {}, planned.id};
  pushed.ours = planned.after;
  pushed.read = planned.before;
  pushed.error = step.error;
  const Body done = pushed;
  if (const auto kept = c_.book.append(std::span(&done, 1)); !kept)
    return tl::unexpected(kept.error());
  c_.watch.step(step);
  if (!equal) stop(step.error);
  return Way::on;
}

// The empty receive: the state alone, which mails the members.
OrderRun::Step OrderRun::mark_received() {
  if (!c_.options.mark_received || reference().kind == domain::OrderKind::stock) return Way::on;
  if (!complete()) return Way::on;
  StepReport step;
  step.step = PushStep::receive;
  step.order = id_;
  bool sent = false, answered = false;
  for (std::size_t tries = 0; tries <= push_waits.size(); ++tries) {
    if (const auto way = still_writable(); !way || *way == Way::stop) return way;
    if (page_.head.state != ServerState::finished) break;
    if (!sent) {
      const Body body = domain::Sending{PushStep::receive, 0, id_};
      if (const auto kept = c_.book.append(std::span(&body, 1)); !kept)
        return tl::unexpected(kept.error());
      sent = true;
    }
    const auto reply = c_.server.post_receive(id_);
    answered = reply.landed == Landed::yes;
    if (!answered) {
      step.error = reply.error.detail;
      if (tries < push_waits.size() && !c_.clock.wait(push_waits[tries])) break;
    }
  }
  if (!sent) return Way::on;
  const auto shown = page();
  const bool equal = shown && shown->head.state == ServerState::received;
  step.outcome = !equal     ? PushOutcome::refused
                 : answered ? PushOutcome::sent
                            : PushOutcome::resolved;
  if (equal) step.error.clear();
  domain::Pushed pushed{PushStep::receive, *step.outcome, id_};
  pushed.error = step.error;
  const Body done = pushed;
  if (const auto kept = c_.book.append(std::span(&done, 1)); !kept)
    return tl::unexpected(kept.error());
  c_.watch.step(step);
  if (!equal) stop("The order could not be marked as received. " + step.error);
  return Way::on;
}

// Comments of ours that stand there although no reply ever said so: lost, or of a journal that was
// put back to an earlier copy.
OrderRun::Done OrderRun::find_posted(const OrderPage& page) {
  std::vector<Body> bodies;
  for (int number = 1;; ++number) {
    const std::string mark = domain::comment_mark(id_, c_.book.day_mark(), number);
    const auto& known = state().order(id_).comments;
    const auto at = std::find_if(known.begin(), known.end(),
                                 [&](const auto& comment) { return comment.number == number; });
    if (at != known.end() && at->posted) continue;
    const auto shown = std::find_if(
        page.comments.begin(), page.comments.end(),
        [&](const OrderComment& comment) { return comment.text.find(mark) != std::string::npos; });
    if (shown == page.comments.end()) break;
    if (at == known.end()) {
      domain::Sending sending{PushStep::comment, number, id_};
      sending.text = shown->text;
      bodies.push_back(sending);
    }
    domain::Pushed pushed{PushStep::comment, PushOutcome::resolved, id_};
    pushed.number = number;
    bodies.push_back(pushed);
  }
  return c_.book.append(bodies);
}

OrderRun::Step OrderRun::comment() {
  if (!complete()) return Way::on;
  const auto next = [&] {
    return domain::comment_to_post(day(), place(), c_.book.day_mark(), c_.options.language,
                                   state().order(id_).comments);
  };
  if (!next()) return Way::on;
  const auto way = still_writable();
  if (!way || *way == Way::stop) return way;
  if (const auto found = find_posted(page_); !found) return tl::unexpected(found.error());
  const auto comment = next();
  if (!comment) return Way::on;
  const auto& known = state().order(id_).comments;
  const bool maybe_there = std::any_of(known.begin(), known.end(), [&](const auto& each) {
    return each.number == comment->number && !each.posted;
  });
  return post(*comment, page_.user_id, maybe_there);
}

OrderRun::Step OrderRun::post(const domain::CommentToPost& comment, std::int64_t user,
                              bool maybe_there) {
  const std::string mark = domain::comment_mark(id_, c_.book.day_mark(), comment.number);
  StepReport step;
  step.step = PushStep::comment;
  step.order = id_;
  step.text = comment.text;
  domain::Sending sending{PushStep::comment, comment.number, id_};
  sending.text = comment.text;
  if (comment.whole != comment.text) sending.whole = comment.whole;
  bool there = false, answered = false;
  for (std::size_t tries = 0; tries <= push_waits.size() && !there; ++tries) {
    // A lost reply: two looks, 20 s apart, before it is sent again. The first may be just behind
    // us.
    for (int look = 0; maybe_there && look < 2 && !there; ++look) {
      if (!c_.clock.wait(look == 0 ? push_waits[0] : between_looks)) break;
      const auto shown = page();
      if (!shown || shown->head.state == ServerState::closed) {
        stop(shown ? "Order " + std::to_string(id_.value) +
                         " was settled before its comment was "
                         "sent; give the treasurer the export."
                   : shown.error().detail);
        return Way::on;
      }
      there = holds(*shown, mark);
    }
    if (there || c_.clock.told_to_end()) break;
    const Body body = sending;
    if (const auto kept = c_.book.append(std::span(&body, 1)); !kept)
      return tl::unexpected(kept.error());
    const auto reply = c_.server.post_comment(
        id_, user, domain::comment_that_fits(comment.text, c_.options.language));
    there = answered = reply.landed == Landed::yes;
    maybe_there = reply.landed == Landed::unknown;
    step.error = answered ? std::string() : reply.error.detail;
    if (reply.landed == Landed::no &&
        (!may_pass(reply.error) || tries == push_waits.size() || !c_.clock.wait(push_waits[tries])))
      break;
  }
  step.outcome = !there     ? PushOutcome::refused
                 : answered ? PushOutcome::sent
                            : PushOutcome::resolved;
  if (there) step.error.clear();
  // A lost reply that stays lost is left without an end: the next push looks first.
  if (there || !maybe_there) {
    domain::Pushed pushed{PushStep::comment, *step.outcome, id_};
    pushed.number = comment.number;
    pushed.error = step.error;
    const Body done = pushed;
    if (const auto kept = c_.book.append(std::span(&done, 1)); !kept)
      return tl::unexpected(kept.error());
  }
  c_.watch.step(step);
  if (!there)
    stop("The comment of order " + std::to_string(id_.value) + " was not sent. " + step.error);
  return Way::on;
}

}  // namespace server
