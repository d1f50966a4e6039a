#include "sync/server/foodsoft/push/seen.hpp"

#include <algorithm>
#include <unordered_set>

#include "domain/pricing.hpp"
#include "domain/unit_code.hpp"
#include "sync/server/foodsoft/unit_facts.hpp"

namespace server {

namespace {

using domain::Fraction;
using domain::Series;
using domain::Wide;

constexpr std::int64_t nano_in_micro = 1'000;
constexpr Wide fine_in_cent = 10'000'000'000'000'000;
constexpr std::string_view deleted_mark = " †";

const std::string& nothing() {
  static const std::string none;
  return none;
}

const domain::OrderArticle& article_of(const domain::ReferenceOrder& order, int article) {
  return order.articles[static_cast<std::size_t>(article)];
}

Interval exactly(Micro shown) {
  const std::int64_t nano = shown * nano_in_micro;
  return {nano, nano, nano};
}

std::optional<Fraction> factor_of(const UnitFacts& facts, const std::string& unit,
                                  const domain::UnitCodes& codes) {
  const auto exact = domain::convert_one(facts.supplier, facts.billing, unit, codes);
  if (exact && close(*exact, Fraction(1))) return Fraction(1);
  return exact ? exact : facts.told_factor;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string pull_again(const std::string& what) {
  return what + " since the last pull; pull the day again, look at it, then push";
}

}  // namespace

SeenOrder::SeenOrder(const GroupsPage& page, const domain::ReferenceOrder& reference)
    : codes_(page.series == Series::v5 ? page.units.codes() : domain::common_unit_codes()),
      whole_(true),
      settled_(page.head.state == domain::ServerState::closed) {
  std::unordered_map<domain::CellId, const domain::ReferenceCell*> known;
  for (const auto& cell : reference.cells) known.emplace(cell.id, &cell);
  std::unordered_map<domain::GroupOrderId, int> groups;
  for (std::size_t g = 0; g < reference.group_orders.size(); ++g)
    groups.emplace(reference.group_orders[g].id, static_cast<int>(g));
  for (const auto& group : page.groups)
    if (const auto at = groups.find(group.id); at != groups.end())
      check_group(group.name, reference, at->second);
  for (const auto& cell : page.cells) {
    const auto at = known.find(cell.id);
    if (at == known.end()) continue;
    const int article = at->second->article;
    const ArticleShown& shown = page.articles[static_cast<std::size_t>(cell.article)];
    check_name(shown.name, reference, article);
    if (shown.units) check_units(*shown.units, reference, article);
    const auto& told = article_of(reference, article);
    if (page.series == Series::v4 && shown.unit_text != told.unit.text)
      change(article, pull_again("The unit of " + quoted(told.name) + " changed from " +
                                 quoted(told.unit.text) + " to " + quoted(shown.unit_text)));
    if (shown.package && told.per_supplier_unit && page.series == Series::v4 &&
        Fraction(*shown.package) != *told.per_supplier_unit)
      change(article, pull_again("The box size of " + quoted(told.name) + " changed"));
    see(cell.id, cell.result, shown.units ? &*shown.units : nullptr, reference, article);
    cells_[cell.id].price = cell.price;
    if (!settled_) check_price(cell.id, cell.price, 0, reference, article);
  }
}

SeenOrder SeenOrder::as_pulled(const domain::ReferenceOrder& reference) {
  SeenOrder seen;
  seen.whole_ = true;
  for (const auto& cell : reference.cells) {
    SeenCell shown;
    if (cell.base) {
      shown.within = exactly(cell.base->units());
      shown.number = *cell.base;
    }
    seen.cells_.insert_or_assign(cell.id, shown);
  }
  return seen;
}

void SeenOrder::add(const ArticleRow& row, int article, const domain::ReferenceOrder& reference) {
  rows_.try_emplace(article, row.name);
  settled_ = settled_ || row.settled;
  const auto& told = article_of(reference, article);
  if (!row.name.empty()) check_name(row.name, reference, article);
  if (reference.series == Series::v4 && !row.unit_text.empty() &&
      domain::collapse_blanks(row.unit_text) != told.unit.text)
    change(article, pull_again("The unit of " + quoted(told.name) + " changed from " +
                               quoted(told.unit.text) + " to " + quoted(row.unit_text)));
  for (const auto& cell : row.cells) {
    const auto at = std::find_if(reference.cells.begin(), reference.cells.end(),
                                 [&](const auto& each) { return each.id == cell.id; });
    if (at == reference.cells.end()) continue;
    check_group(cell.ordergroup, reference, at->group);
    if (cell.units) check_units(*cell.units, reference, article);
    see(cell.id, cell.result, cell.units ? &*cell.units : nullptr, reference, article);
    if (cell.price_cents && !row.settled)
      check_price(cell.id, {*cell.price_cents * fine_in_cent}, fine_in_cent / 2, reference,
                  article);
  }
}

void SeenOrder::see(domain::CellId id, const ShownResult& result, const UnitFacts* facts,
                    const domain::ReferenceOrder& reference, int article) {
  SeenCell seen;
  seen.form = result.form;
  seen.number = domain::Quantity(result.value);
  if (result.form == ResultForm::billing_input) {
    const auto factor =
        facts ? factor_of(*facts, article_of(reference, article).unit.text, codes_) : std::nullopt;
    if (factor) seen.within = interval_of(result.value, half_of_3_decimals, *factor);
    if (seen.within)
      if (const auto simplest = simplest_in(*seen.within)) seen.number = *simplest;
  } else if (result.form == ResultForm::text) {
    seen.within = interval_of(result.value, half_of_2_decimals, Fraction(1));
    only_text_ = only_text_ || !settled_;
  } else {
    seen.within = exactly(result.value);
  }
  cells_.insert_or_assign(id, std::move(seen));
}

void SeenOrder::check_units(const UnitFacts& facts, const domain::ReferenceOrder& reference,
                            int article) {
  const auto& told = article_of(reference, article);
  if (told.unit.text.empty()) return;
  const auto exact = domain::convert_one(facts.supplier, facts.billing, told.unit.text, codes_);
  // A row comes without the server's list of units: what common ones cannot tell, the factor does.
  if (!exact && !whole_) return;
  if (!exact || (facts.told_factor && !close(*exact, *facts.told_factor))) {
    change(article, pull_again("The unit of " + quoted(told.name) + " changed"));
    return;
  }
  const auto per = domain::convert_one(facts.supplier, facts.supplier.code, told.unit.text, codes_);
  if (per && told.per_supplier_unit && !close(*per, *told.per_supplier_unit))
    change(article,
           pull_again("How much one supplier unit of " + quoted(told.name) + " holds changed"));
}

// price = unit price × result, within what page and reference round.
void SeenOrder::check_price(domain::CellId id, domain::FinePrice price, Wide rounding,
                            const domain::ReferenceOrder& reference, int article) {
  const auto& told = article_of(reference, article);
  const auto unit_price = domain::exact_unit_price(told);
  const SeenCell* cell = find(id);
  if (!unit_price || !cell || !cell->within || cell->within->high <= 0) return;
  const auto nano = static_cast<Wide>(unit_price->units());
  const Wide slack = rounding + cell->within->high + nano_in_micro;
  if (price.units >= nano * cell->within->low - slack &&
      price.units <= nano * cell->within->high + slack)
    return;
  change(article, pull_again("The price of " + quoted(told.name) + " changed"));
}

void SeenOrder::check_name(const std::string& shown, const domain::ReferenceOrder& reference,
                           int article) {
  const std::string& told = article_of(reference, article).name;
  if (domain::collapse_blanks(shown) == domain::collapse_blanks(told)) return;
  change(article, pull_again("The article " + quoted(told) + " is now called " + quoted(shown)));
}

void SeenOrder::check_group(const std::string& shown, const domain::ReferenceOrder& reference,
                            int group) {
  const std::string& told = reference.group_orders[static_cast<std::size_t>(group)].ordergroup;
  if (domain::collapse_blanks(shown) == domain::collapse_blanks(told)) return;
  if (shown == told + std::string(deleted_mark))
    groups_.try_emplace(group, pull_again("The ordergroup " + quoted(told) + " was deleted (†)"));
  else
    groups_.try_emplace(
        group, pull_again("The ordergroup " + quoted(told) + " is now called " + quoted(shown)));
}

SeenOrder::Presence SeenOrder::presence(const domain::ReferenceCell& cell) const {
  if (cells_.count(cell.id) != 0) return Presence::shown;
  if (whole_) return Presence::gone;
  return rows_.count(cell.article) != 0 ? Presence::zero_or_gone : Presence::unread;
}

const SeenCell* SeenOrder::find(domain::CellId id) const {
  const auto at = cells_.find(id);
  return at == cells_.end() ? nullptr : &at->second;
}

const std::string& SeenOrder::changed_article(int article) const {
  const auto at = articles_.find(article);
  return at == articles_.end() ? nothing() : at->second;
}

const std::string& SeenOrder::changed_group(int group) const {
  const auto at = groups_.find(group);
  return at == groups_.end() ? nothing() : at->second;
}

}  // namespace server
