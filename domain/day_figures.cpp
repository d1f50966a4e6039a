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

Fit judge_cell(const CellTally& tally, std::optional<Quantity> target, const UnitMeaning& unit) {
  if (!target) return Fit::within;
  if (!tally.any_weighed) return judge_counted(tally.counted, *target);
  const auto aim = target_mg(*target, unit);
  const auto counted = weight_of(tally.counted, unit);
  if (!unit.is_mass() || !aim || !counted) return Fit::within;
  return judge(tally.weighed + *counted, *aim, tally.band, tally.division);
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

const UnitMeaning& Day::meaning_of(const CellRecord& record) const {
  static const UnitMeaning unknown;
  return record.placed() ? figures(ArticlePlace{record.place.order, record.article}).meaning
                         : unknown;
}

std::optional<Quantity> Day::target_of(const CellRecord& record) const {
  if (record.tally.any && record.tally.base) return record.tally.base;
  if (!record.placed()) return std::nullopt;
  const auto told = record.tally.any ? std::nullopt : base_told(record.place);
  return told ? told : cell(record.place).asked;
}

std::optional<Quantity> Day::given_of(const CellRecord& record) const {
  const CellTally& tally = record.tally;
  if (tally.bags == 0) return tally.cause == nowhere ? std::nullopt : std::optional(Quantity(0));
  const auto weighed =
      tally.any_weighed ? quantity_of(tally.weighed, meaning_of(record)) : Quantity(0);
  if (!weighed) return std::nullopt;
  return round_to_server(*weighed + tally.counted);
}

CellState Day::state_of(const CellRecord& record, std::optional<Quantity> target) const {
  const CellTally& tally = record.tally;
  const bool shortfall = tally.cause != nowhere;
  if (tally.bags == 0)
    return shortfall || target == Quantity(0) ? CellState::absent : CellState::to_do;
  switch (judge_cell(tally, target, meaning_of(record))) {
    case Fit::above:
      return CellState::over;
    case Fit::below:
      return shortfall ? CellState::short_given : CellState::to_do;
    case Fit::within:
      break;
  }
  return tally.last_was_weighed ? CellState::weighed : CellState::counted;
}

CellFigures Day::figures(CellPlace at) const {
  const CellRecord& record = this->record(at);
  const CellTally& tally = record.tally;
  CellFigures f;
  f.base = tally.any ? tally.base : base_told(at);
  f.target = target_of(record);
  f.given = given_of(record);
  f.weighed = tally.weighed;
  f.counted = tally.counted;
  f.bags = tally.bags;
  f.state = record.state;
  if (tally.cause != nowhere) f.shortfall = cell_entries_.cause(tally.cause);
  f.band = tally.band;
  f.division = tally.division;
  return f;
}

// Puts the cell's share into the sums of its article and order (by 1), or takes it out (by −1).
void Day::count_in(const CellRecord& record, int by) {
  const auto times = [by](auto amount) { return by < 0 ? -amount : amount; };
  ArticleFigures& article = articles_[idx(record.place.order)][idx(record.article)].figures;
  article.cells += by;
  article.given += times(record.given);
  article.weighed += times(record.weighed);
  const bool closed = record.state == CellState::short_given || record.state == CellState::absent;
  if (record.state == CellState::to_do) {
    article.open += by;
    article.still_asked += times(record.lacks);
  } else if (closed && record.lacks > Quantity(0)) {
    article.noted += by;
    article.missing += times(record.lacks);
  }
  count(counts_[idx(record.place.order)], record.state, by);
}

void Day::refresh(CellRecord& record) {
  if (record.stale) record.tally = cell_entries_.tally(record.last);
  record.stale = false;
  if (!record.placed()) return;
  if (record.counted_in) count_in(record, -1);
  const auto target = target_of(record);
  record.state = state_of(record, target);
  record.given = given_of(record).value_or(Quantity(0));
  record.weighed = record.tally.weighed;
  record.lacks = target && *target > record.given ? *target - record.given : Quantity(0);
  record.counted_in = true;
  count_in(record, 1);
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
