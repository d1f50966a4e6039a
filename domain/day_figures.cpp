// What the standing entries of a cell and an article come to: states, bands, sums.
#include "domain/day.hpp"

namespace domain {

namespace {

constexpr std::int64_t micro = 1'000'000;

// Milligrams of a target, exactly: a piece may weigh a third of a kilogram.
std::optional<Fraction> target_mg(Quantity target, const UnitMeaning& unit) {
  return Fraction::of(static_cast<Wide>(target.units()) * unit.holds.numerator(),
                      static_cast<Wide>(unit.holds.denominator()) * micro);
}

Fit judge_counted(Quantity counted, Quantity target) {
  return counted < target ? Fit::below : counted > target ? Fit::above : Fit::within;
}

Fit judge_cell(const CellFigures& f, const UnitMeaning& unit, bool any_weighed) {
  if (!f.target) return Fit::within;
  if (!any_weighed) return judge_counted(f.counted, *f.target);
  const auto aim = target_mg(*f.target, unit);
  const auto counted = weight_of(f.counted, unit);
  if (!unit.is_mass() || !aim || !counted) return Fit::within;
  return judge(f.weighed + *counted, *aim, f.band, f.division);
}

CellState state_of(Fit fit, bool last_was_weighed, bool shortfall) {
  if (fit == Fit::above) return CellState::over;
  if (fit == Fit::below) return shortfall ? CellState::short_given : CellState::to_do;
  return last_was_weighed ? CellState::weighed : CellState::counted;
}

void count(OrderCounts& counts, CellState state, int by) {
  counts.cells += by;
  switch (state) {
    case CellState::to_do:
      counts.open += by;
      break;
    case CellState::weighed:
    case CellState::counted:
      counts.done += by;
      break;
    case CellState::short_given:
      counts.short_given += by;
      break;
    case CellState::absent:
      counts.absent += by;
      break;
    case CellState::over:
      counts.over += by;
      break;
  }
}

}  // namespace

CellFigures Day::figures(const CellRecord& record) const {
  CellFigures f;
  const ReferenceCell* reference = record.place ? &cell(*record.place) : nullptr;
  if (!record.standing.empty())
    f.base = record.standing.front().base;
  else if (reference)
    f.base = reference->base;
  f.target = f.base ? f.base : reference ? reference->asked : std::nullopt;
  const UnitMeaning unit =
      record.place ? figures(article_of(*record.place)).meaning : UnitMeaning{};
  bool any_weighed = false;
  bool last_was_weighed = false;
  f.band = {0, 0};
  for (const auto& standing : record.standing) {
    if (const auto* weighing = std::get_if<Weighing>(&standing.what)) {
      f.weighed += weighing->net;
      f.division = std::max(f.division, weighing->division);
      f.band = widest(f.band, weighing->band);
      any_weighed = last_was_weighed = true;
      ++f.bags;
    } else if (const auto* pieces = std::get_if<Quantity>(&standing.what)) {
      f.counted += *pieces;
      last_was_weighed = false;
      ++f.bags;
    } else {
      f.shortfall = std::get<Cause>(standing.what);
    }
  }
  if (f.bags == 0) {
    const bool nothing_due = f.target == Quantity(0);
    f.state = f.shortfall || nothing_due ? CellState::absent : CellState::to_do;
    if (f.shortfall) f.given = Quantity(0);
    return f;
  }
  const auto weighed = any_weighed ? quantity_of(f.weighed, unit) : Quantity(0);
  if (weighed) f.given = round_to_server(*weighed + f.counted);
  f.state = state_of(judge_cell(f, unit, any_weighed), last_was_weighed, f.shortfall.has_value());
  return f;
}

// Takes the cell's old share out of the sums of its article and order and puts its new one in.
void Day::refresh(CellRecord& record) {
  record.dirty = false;
  if (!record.place) return;
  const auto at = article_of(*record.place);
  auto& article = articles_[idx(at.order)][idx(at.article)].figures;
  auto& counts = counts_[idx(at.order)];
  if (record.counted_in) {
    article.given -= record.given;
    article.weighed -= record.weighed;
    article.still_asked -= record.still_asked;
    article.open -= record.state == CellState::to_do ? 1 : 0;
    --article.cells;
    count(counts, record.state, -1);
  }
  const CellFigures f = figures(record);
  record.state = f.state;
  record.given = f.given.value_or(Quantity(0));
  record.weighed = f.weighed;
  record.still_asked = f.state == CellState::to_do && f.target && *f.target > record.given
                           ? *f.target - record.given
                           : Quantity(0);
  record.counted_in = true;
  article.given += record.given;
  article.weighed += record.weighed;
  article.still_asked += record.still_asked;
  article.open += record.state == CellState::to_do ? 1 : 0;
  ++article.cells;
  count(counts, record.state, 1);
}

void Day::refresh_received(ArticlePlace at) {
  auto& figures = articles_[idx(at.order)][idx(at.article)].figures;
  const OrderArticle& article = this->article(at);
  figures.received.reset();
  figures.received_by = ReceivedBy::unknown;
  const auto said = article.id ? received_.find(*article.id) : received_.end();
  if (said != received_.end() && !said->second.empty()) {
    const auto& amount = said->second.back().amount;
    const auto* weight = std::get_if<Weight>(&amount);
    figures.received = weight ? quantity_of(*weight, figures.meaning) : std::get<Quantity>(amount);
    figures.received_by = ReceivedBy::entry;
    return;
  }
  const auto& told = article.units_received ? article.units_received : article.units_to_order;
  if (!told || !article.per_supplier_unit) return;
  const auto units = article.per_supplier_unit->scale(told->units());
  if (!units) return;
  figures.received = Quantity(*units);
  figures.received_by = article.units_received ? ReceivedBy::page : ReceivedBy::expected;
}

}  // namespace domain
