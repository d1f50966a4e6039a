// The end of an order's push: the receipt's page, the stored totals, what a settlement left unsent.
#include <algorithm>

#include "domain/pricing.hpp"
#include "sync/server/foodsoft/push/asking.hpp"
#include "sync/server/foodsoft/push/order_run.hpp"

namespace server {

namespace {

using domain::Body;
using domain::Money;
using domain::PushOutcome;
using domain::PushStep;
using domain::ServerState;

constexpr domain::Wide fine_in_cent = 10'000'000'000'000'000;

struct GroupSum {
  std::string name;
  domain::FinePrice cells;
  Money transport;
  domain::Wide cut = 0;  // what the page's digits may hide, in 10^-18
};

std::vector<GroupSum> sums_of(const GroupsPage& page) {
  std::vector<GroupSum> sums;
  for (const auto& group : page.groups) {
    GroupSum sum{group.name, {}, {}};
    if (group.total)
      sum.transport = domain::round_to_cents({group.total->units - group.price_sum.units});
    sums.push_back(sum);
  }
  for (const auto& cell : page.cells) {
    auto& sum = sums[static_cast<std::size_t>(cell.group)];
    sum.cells = sum.cells + cell.price;
    ++sum.cut;
  }
  return sums;
}

bool right(const GroupSum& sum, Money stored) {
  const Money cells = stored - sum.transport;
  return cells == domain::round_to_cents(sum.cells) ||
         cells == domain::round_to_cents({sum.cells.units + sum.cut});
}

// Places of the page's groups whose stored total is not the sum of their cells; all stored ones add
// up to `total`.
std::vector<int> wrong_totals(const std::vector<GroupSum>& sums,
                              const std::vector<StoredTotal>& stored, Money& total) {
  std::vector<int> wrong;
  total = {};
  for (std::size_t g = 0; g < sums.size(); ++g) {
    const auto at = std::find_if(stored.begin(), stored.end(), [&](const StoredTotal& each) {
      return each.ordergroup == sums[g].name;
    });
    if (at == stored.end() || !right(sums[g], at->total)) wrong.push_back(static_cast<int>(g));
    if (at != stored.end()) total += at->total;
  }
  return wrong;
}

// Whether so much costs that, within a millionth.
bool costs(domain::FinePrice price, domain::Quantity quantity, domain::UnitPrice of_one) {
  const domain::Wide off = price.units - domain::price_of(quantity, of_one).units;
  const domain::Wide slack = fine_in_cent / 10'000;
  return off <= slack && off >= -slack;
}

}  // namespace

OrderRun::Step OrderRun::totals(const GroupsPage& page) {
  const auto sums = sums_of(page);
  std::vector<int> wrong;
  for (std::size_t tries = 0; tries <= push_waits.size(); ++tries) {
    const auto stored = ask(c_.clock, [&] { return c_.server.stored_totals(id_); });
    if (!stored) {
      stop("The groups' totals could not be read. " + stored.error().detail);
      return Way::on;
    }
    Money total;
    wrong = wrong_totals(sums, *stored, total);
    report_.groups_total = total;
    if (wrong.empty() || tries == push_waits.size()) break;
    if (tries > 0 && !c_.clock.wait(push_waits[tries - 1])) break;
    for (const int group : wrong)
      for (std::size_t g = 0; g < reference().group_orders.size(); ++g)
        if (reference().group_orders[g].id == page.groups[static_cast<std::size_t>(group)].id)
          heal(static_cast<int>(g));
  }
  for (const int group : wrong)
    stop("The stored total of \"" + sums[static_cast<std::size_t>(group)].name +
         "\" is not the sum of its cells; do not settle order " + std::to_string(id_.value) +
         " yet; push again.");
  if (wrong.empty()) ledger_.stale_groups.clear();
  if (std::any_of(sums.begin(), sums.end(), [](const auto& s) { return s.transport != Money(); }))
    note("Order " + std::to_string(id_.value) +
         " has transport: its groups pay it beside their cells, as the treasurer set it.");
  return Way::on;
}

// One view=groups for the receipt: every cell that we hold a figure for, and every group's total.
OrderRun::Step OrderRun::final_look() {
  const auto shown = ask(c_.clock, [&] { return c_.server.groups(id_); });
  if (!shown) {
    stop("What was sent could not be read back as a whole. " + shown.error().detail);
    return Way::on;
  }
  if (shown->head.state == ServerState::closed) {
    const auto done =
        settled("Order " + std::to_string(id_.value) + " was settled while it was sent.");
    if (!done) return tl::unexpected(done.error());
    return Way::stop;
  }
  SeenOrder seen(*shown, reference());
  const auto work = this->work();
  if (!work) return tl::unexpected(work.error());
  std::vector<Body> bodies;
  for (const auto& cell : plan_cells(day(), *work, state(), seen, true)) {
    const bool told = ledger_.cells.count(cell.id) != 0;
    if (cell.kind == PlannedCell::send) continue;  // recorded meanwhile: a further round
    if (cell.kind == PlannedCell::same && told) continue;
    if (cell.kind == PlannedCell::conflict || cell.kind == PlannedCell::refused) {
      if (!told)
        end_of(cell,
               cell.kind == PlannedCell::conflict ? PushOutcome::conflict : PushOutcome::refused,
               cell.error, bodies);
      continue;
    }
    if (cell.kind == PlannedCell::corrected)
      note(step_of(day(), cell.at).ordergroup + ", " + step_of(day(), cell.at).article + ": " +
           cell.error);
    end_of(cell, PushOutcome::same, {}, bodies);
  }
  if (const auto kept = c_.book.append(bodies); !kept) return tl::unexpected(kept.error());
  if (const auto way = totals(*shown); !way) return way;
  report_.verified = complete();
  count();
  if (const auto closed = close(shown->head.state); !closed) return tl::unexpected(closed.error());
  return Way::on;
}

OrderRun::Done OrderRun::close(ServerState order_state) {
  domain::Pushed pushed;
  pushed.step = PushStep::order;
  pushed.outcome = report_.verified ? PushOutcome::sent : PushOutcome::refused;
  pushed.order = id_;
  pushed.state = order_state;
  pushed.total = report_.groups_total;
  pushed.error = report_.remains;
  const Body body = pushed;
  return c_.book.append(std::span(&body, 1));
}

// Nothing more is written. Which of our figures stand is told by the page, where results are
// rounded to 2 decimals; their exact prices tell the rest.
OrderRun::Done OrderRun::settled(const std::string& when) {
  report_.settled = true;
  const auto shown = ask(c_.clock, [&] { return c_.server.groups(id_); });
  if (!shown) {
    stop(when + " What stands there could not be read. " + shown.error().detail);
    return close(ServerState::closed);
  }
  const SeenOrder seen(*shown, reference());
  const auto work = this->work();
  if (!work) return tl::unexpected(work.error());
  std::vector<Body> bodies;
  int missing = 0;
  for (auto cell : plan_cells(day(), *work, state(), seen, true)) {
    if (over_.count(cell.id) != 0 && cell.kind != PlannedCell::same) {
      const auto outcome = ledger_.cells.at(cell.id);
      if (outcome == PushOutcome::sent || outcome == PushOutcome::resolved) continue;
    }
    const auto& article = day().article(day().article_of(cell.at));
    const auto price = domain::exact_unit_price(article);
    const SeenCell* there = seen.find(cell.id);
    const auto& pushed = state().cell(cell.id);
    if (cell.kind == PlannedCell::same && !pushed.verified) {
      const bool told_by_price = there && there->price && price;
      const bool stands = told_by_price ? costs(*there->price, cell.after, *price)
                                        : cell.base == cell.after || pushed.sent_before(cell.after);
      if (!stands) cell.kind = PlannedCell::refused;
    }
    const bool stands = cell.kind == PlannedCell::same || cell.kind == PlannedCell::corrected ||
                        cell.kind == PlannedCell::kept;
    if (!stands) ++missing;
    const bool sent = stands && in_flight_.count(cell.id) != 0;
    end_of(cell,
           !stands ? PushOutcome::refused
           : sent  ? PushOutcome::sent
                   : PushOutcome::same,
           stands ? std::string()
                  : when + " The difference is to be booked by hand; the export lists it.",
           bodies);
  }
  if (const auto kept = c_.book.append(bodies); !kept) return kept;
  if (missing > 0)
    stop(when + " " + std::to_string(missing) + (missing == 1 ? " figure was" : " figures were") +
         " not sent; they are to be booked by hand: the export lists them by ordergroup.");
  Money total;
  for (const auto& sum : sums_of(*shown))
    total += domain::round_to_cents(sum.cells) + sum.transport;
  report_.groups_total = total;
  report_.verified = missing == 0;
  count();
  return close(ServerState::closed);
}

}  // namespace server
