#include "slow_recount.hpp"

#include <algorithm>

namespace support {

bool is_undone(const Story& story, const Entry& entry) {
  for (const auto& other : story.entries)
    if (const auto* undone = std::get_if<Undone>(&other.body))
      if (undone->target == entry.ref) return true;
  return false;
}

UnitMeaning meaning_of(const Story& story, const Unit& unit) {
  if (unit.meaning.source == UnitSource::code || unit.meaning.source == UnitSource::ratio)
    return unit.meaning;
  for (auto entry = story.entries.rbegin(); entry != story.entries.rend(); ++entry)
    if (const auto* said = std::get_if<UnitConfirmed>(&entry->body))
      if (said->text == unit.text) return said->meaning;
  return unit.meaning;
}

namespace {

// Halves away from zero, by counting up from the floor.
std::int64_t rounded(Wide numerator, Wide denominator) {
  Wide floor = numerator / denominator;
  if (numerator % denominator != 0 && numerator < 0) --floor;
  const Wide rest2 = (numerator - floor * denominator) * 2;
  if (rest2 > denominator || (rest2 == denominator && numerator > 0)) ++floor;
  return static_cast<std::int64_t>(floor);
}

struct CellStory {
  std::vector<const Entry*> standing;
  Wide mg = 0;               // weighed
  std::int64_t counted = 0;  // 10^-6 units
  int low = 0, high = 0;
  std::int64_t division = 0;
  bool any_weighed = false, last_weighed = false;
  std::optional<Cause> cause;
  int bags = 0;
};

CellStory read_cell(const Story& story, CellId id) {
  CellStory cell;
  for (const auto& entry : story.entries) {
    const OnCell* on = on_cell(entry.body);
    if (!on || on->cell != id || is_undone(story, entry)) continue;
    cell.standing.push_back(&entry);
    if (const auto* weighed = std::get_if<Weighed>(&entry.body)) {
      cell.mg += weighed->net.units();
      cell.low = std::max(cell.low, weighed->band.low);
      cell.high = std::max(cell.high, weighed->band.high);
      cell.division = std::max(cell.division, weighed->division.units());
      cell.any_weighed = cell.last_weighed = true;
      ++cell.bags;
    } else if (const auto* counted = std::get_if<Counted>(&entry.body)) {
      cell.counted += counted->pieces.units();
      cell.last_weighed = false;
      ++cell.bags;
    } else {
      cell.cause = std::get<ShortfallNoted>(entry.body).cause;
    }
  }
  return cell;
}

// −1 below, 0 within, +1 above; for a cell with weights, in parts of 10^-10 mg × the unit's
// denominator so that nothing is rounded.
int compare(const CellStory& cell, std::int64_t target, const UnitMeaning& unit) {
  if (!cell.any_weighed) return cell.counted < target ? -1 : cell.counted > target ? 1 : 0;
  const Wide n = unit.holds.numerator(), d = unit.holds.denominator();
  const Wide parts = d * 1'000'000;  // of a milligram
  const Wide counted_mg = rounded(cell.counted * n, parts);
  const Wide has = (cell.mg + counted_mg) * parts;
  const Wide aim = target * n;
  const Wide step = cell.division * parts;
  const Wide below = std::max(aim * cell.low, step * 10'000);
  const Wide above = std::max(aim * cell.high, step * 10'000);
  if ((aim - has) * 10'000 > below) return -1;
  if ((has - aim) * 10'000 > above) return 1;
  return 0;
}

}  // namespace

Recount recount(const Story& story, const ReferenceOrder& order, const ReferenceCell& reference) {
  const CellStory cell = read_cell(story, reference.id);
  const UnitMeaning unit =
      meaning_of(story, order.articles[static_cast<std::size_t>(reference.article)].unit);
  Recount r;
  r.base = cell.standing.empty() ? reference.base : on_cell(cell.standing.front()->body)->base;
  r.target = r.base ? r.base : reference.asked;
  r.bags = cell.bags;
  r.cause = cell.cause ? text_of(*cell.cause) : "";
  if (cell.bags == 0) {
    if (cell.cause) r.given = Quantity();
    r.state = cell.cause || r.target == Quantity() ? "absent" : "to_do";
    return r;
  }
  std::optional<std::int64_t> thousandths;
  if (!cell.any_weighed) thousandths = 0;
  if (cell.any_weighed && unit.is_mass())
    thousandths = rounded(cell.mg * unit.holds.denominator() * 1'000, unit.holds.numerator());
  if (thousandths) r.given = Quantity(rounded(*thousandths * 1'000 + cell.counted, 1'000) * 1'000);
  const bool comparable = r.target && (!cell.any_weighed || unit.is_mass());
  const int side = comparable ? compare(cell, r.target->units(), unit) : 0;
  r.state = side > 0            ? "over"
            : side < 0          ? (cell.cause ? "short" : "to_do")
            : cell.last_weighed ? "weighed"
                                : "counted";
  return r;
}

std::optional<Quantity> recount_received(const Story& story, const OrderArticle& article) {
  for (auto entry = story.entries.rbegin(); entry != story.entries.rend(); ++entry) {
    const auto* received = std::get_if<Received>(&entry->body);
    if (!received || received->article != article.id || is_undone(story, *entry)) continue;
    if (const auto* q = std::get_if<Quantity>(&received->amount)) return *q;
    const UnitMeaning unit = meaning_of(story, article.unit);
    if (!unit.is_mass()) return std::nullopt;
    const auto mg = std::get<Weight>(received->amount).units();
    return Quantity(
        rounded(static_cast<Wide>(mg) * unit.holds.denominator() * 1'000, unit.holds.numerator()) *
        1'000);
  }
  const auto told = article.units_received ? article.units_received : article.units_to_order;
  if (!told || !article.per_supplier_unit) return std::nullopt;
  return Quantity(rounded(static_cast<Wide>(told->units()) * article.per_supplier_unit->numerator(),
                          article.per_supplier_unit->denominator()));
}

}  // namespace support
