#include "sync/server/foodsoft/push/plan.hpp"

#include <algorithm>

namespace server {

namespace {

using domain::CellPush;
using domain::Day;
using domain::OurFigure;
using domain::PushState;
using domain::Quantity;

std::string shown_text(const SeenCell& seen) { return domain::text_of(seen.number); }

class CellJudge {
 public:
  CellJudge(const Day& day, const PushState& state, const SeenOrder& seen)
      : day_(day), state_(state), seen_(seen) {}

  PlannedCell judge(const OrderWork::Cell& work) const;

 private:
  void compare(PlannedCell& planned, const OrderWork::Cell& work, const SeenCell& seen) const;
  void lacking(PlannedCell& planned, const OrderWork::Cell& work) const;
  // The server's number is one that we may write over: base, or a value that we sent ourselves.
  bool ours_to_change(const PlannedCell& planned, const OrderWork::Cell& work,
                      const SeenCell& seen) const;
  const domain::Taken* choice(const SeenCell& seen, const CellPush& pushed) const;
  const std::string& changed(const domain::ReferenceCell& cell) const;

  const Day& day_;
  const PushState& state_;
  const SeenOrder& seen_;
};

const std::string& CellJudge::changed(const domain::ReferenceCell& cell) const {
  const std::string& article = seen_.changed_article(cell.article);
  return article.empty() ? seen_.changed_group(cell.group) : article;
}

// The last word of a person on the value that the server shows.
const domain::Taken* CellJudge::choice(const SeenCell& seen, const CellPush& pushed) const {
  for (auto taken = pushed.taken.rbegin(); taken != pushed.taken.rend(); ++taken)
    if (taken->server && seen.may_be(*taken->server)) return &*taken;
  return nullptr;
}

// A base from a page that rounds to 2 decimals stands for what rounds to it.
bool may_be_base(const SeenCell& seen, Quantity base, bool rounded) {
  if (seen.may_be(base)) return true;
  constexpr std::int64_t hundredth = 10'000, nano_in_micro = 1'000;
  if (!rounded || base.units() % hundredth != 0 || !seen.within) return false;
  const std::int64_t middle = base.units() * nano_in_micro;
  const std::int64_t half = half_of_2_decimals * nano_in_micro;
  return seen.within->low <= middle + half && seen.within->high >= middle - half;
}

bool CellJudge::ours_to_change(const PlannedCell& planned, const OrderWork::Cell& work,
                               const SeenCell& seen) const {
  const CellPush& pushed = state_.cell(planned.id);
  if (planned.base && may_be_base(seen, *planned.base, work.rounded)) return true;
  return std::any_of(pushed.sent.begin(), pushed.sent.end(),
                     [&](Quantity value) { return seen.may_be(value); });
}

void CellJudge::compare(PlannedCell& planned, const OrderWork::Cell& work,
                        const SeenCell& seen) const {
  const CellPush& pushed = state_.cell(planned.id);
  planned.before = seen.number;
  if (seen.may_be(planned.after)) {
    planned.kind = PlannedCell::same;
    return;
  }
  const bool cell_changed = !changed(day_.cell(planned.at)).empty();
  if (!seen.within || cell_changed) {
    planned.kind = PlannedCell::refused;
    planned.error = cell_changed ? changed(day_.cell(planned.at)) + "."
                                 : "The server shows this cell in a unit that cannot be told; pull "
                                   "the day again, then push.";
    return;
  }
  if (const auto* taken = choice(seen, pushed)) {
    planned.kind = taken->side == domain::Side::ours ? PlannedCell::send : PlannedCell::kept;
    return;
  }
  if (pushed.verified && pushed.verified->ours == work.ours.value && !pushed.pending) {
    planned.kind = PlannedCell::corrected;
    planned.error = "Somebody changed it on the server to " + shown_text(seen) +
                    " after ours was there; that is kept.";
    return;
  }
  if (ours_to_change(planned, work, seen)) {
    planned.kind = PlannedCell::send;
    return;
  }
  planned.kind = PlannedCell::conflict;
  planned.error = "The server shows " + shown_text(seen) + ", we have " +
                  domain::text_of(planned.after) +
                  (planned.base ? ", it was " + domain::text_of(*planned.base) : "") +
                  "; choose with 'day push --cell " + std::to_string(planned.id.value) +
                  " --take ours' or '--take server'.";
}

// A cell that the article's row does not list has 0 there, or is gone.
void CellJudge::lacking(PlannedCell& planned, const OrderWork::Cell& work) const {
  const SeenCell zero{Interval{}, Quantity(), ResultForm::input};
  compare(planned, work, zero);
  if (planned.kind != PlannedCell::send) planned.kind = PlannedCell::unclear;
}

PlannedCell CellJudge::judge(const OrderWork::Cell& work) const {
  const auto& cell = day_.cell(work.at);
  const auto& article = day_.article(day_.article_of(work.at));
  PlannedCell planned;
  planned.at = work.at;
  planned.id = cell.id;
  planned.article = article.id;
  planned.base = day_.figures(work.at).base;
  if (planned.base) planned.base = domain::round_to_server(*planned.base);
  planned.after = work.ours.value;
  if (work.ours.kind == OurFigure::unknown) {
    planned.kind = PlannedCell::refused;
    planned.error = "Nobody knows what \"" + article.unit.text +
                    "\" means any more, so what was weighed has no number in it; say it with "
                    "'romaine unit set', then push.";
    return planned;
  }
  if (planned.after < Quantity() || planned.after > domain::largest_result) {
    planned.kind = PlannedCell::refused;
    planned.error = "The server cannot hold this figure.";
    return planned;
  }
  switch (seen_.presence(cell)) {
    case SeenOrder::Presence::shown:
      compare(planned, work, *seen_.find(cell.id));
      break;
    case SeenOrder::Presence::zero_or_gone:
      lacking(planned, work);
      break;
    case SeenOrder::Presence::unread:
      planned.kind = PlannedCell::unclear;
      break;
    case SeenOrder::Presence::gone:
      planned.kind = PlannedCell::refused;
      planned.error =
          "The server has this cell no more, or its ordergroup; the figure is safe here; pull the "
          "day again and tell the treasurer.";
      break;
  }
  return planned;
}

}  // namespace

std::vector<PlannedCell> plan_cells(const Day& day, const OrderWork& work, const PushState& state,
                                    const SeenOrder& seen, bool everything) {
  const CellJudge judge(day, state, seen);
  std::vector<PlannedCell> planned;
  for (const auto& cell : work.cells)
    if (everything || cell.open) planned.push_back(judge.judge(cell));
  return planned;
}

bool looks_redistributed(const domain::OrderArticle& article, std::span<const PlannedCell> changed,
                         std::optional<Micro> units_received, const PushState& state) {
  if (changed.size() < 2 || !units_received || !article.id) return false;
  if (article.units_received == Quantity(*units_received)) return false;
  const auto& sent = state.article(*article.id).sent;
  if (std::find(sent.begin(), sent.end(), Quantity(*units_received)) != sent.end()) return false;
  constexpr std::int64_t whole = 1'000'000;
  return std::all_of(changed.begin(), changed.end(), [](const PlannedCell& cell) {
    return cell.before && cell.before->units() % whole == 0;
  });
}

}  // namespace server
