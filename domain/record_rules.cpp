#include "domain/record_rules.hpp"

namespace domain {

namespace {

tl::unexpected<Error> refused(std::string sentence) {
  return fail(Fault::refused, std::move(sentence) + "; nothing was saved.");
}

std::string named(CellId cell) { return "cell " + std::to_string(cell.value); }

Result<void> order_takes_entries(const Day& day, int order) {
  const auto& o = day.orders()[static_cast<std::size_t>(order)];
  if (o.state != ServerState::closed) return {};
  return refused("Order " + std::to_string(o.id.value) + " (" + o.supplier +
                 ") is settled and is there for looking only");
}

Result<CellPlace> cell_to_fill(const Day& day, CellId id) {
  const auto at = day.find(id);
  if (!at)
    return fail(Fault::not_found, "There is no " + named(id) + " in this day; nothing was saved.");
  if (auto takes = order_takes_entries(day, at->order); !takes)
    return tl::unexpected(takes.error());
  return *at;
}

std::string how_to_settle(const Unit& unit) {
  return "'romaine unit set \"" + unit.text + "\" --mass \"…\"'";
}

Result<void> is_a_mass(const Unit& unit, const UnitMeaning& meaning) {
  if (meaning.is_mass()) return {};
  const std::string shown = "\"" + unit.text + "\"";
  if (meaning.source == UnitSource::code || meaning.source == UnitSource::ratio)
    return refused("The unit " + shown + " is no mass, so it cannot be weighed: count it");
  if (meaning.measure == Measure::unknown)
    return refused("Nobody has said yet what the unit " + shown + " weighs: say it with " +
                   how_to_settle(unit) + ", or count it");
  return refused("The unit " + shown +
                 " is not known as a mass: count it, or say what it weighs with " +
                 how_to_settle(unit));
}

tl::unexpected<Error> too_much(CellId cell) {
  return refused("With this, " + named(cell) + " would hold more than the server can keep (" +
                 text_of(largest_result) + ")");
}

// Whether the cell's sum still fits the server, were `weighed` and `counted` its sums.
bool fits(Weight weighed, Quantity counted, const UnitMeaning& meaning) {
  if (counted > largest_result) return false;
  if (weighed == Weight(0)) return true;
  const auto in_units = quantity_of(weighed, meaning);
  return in_units && *in_units <= largest_result && *in_units + counted <= largest_result;
}

Result<void> check(const Day& day, const Weighed& weighed) {
  const auto at = cell_to_fill(day, weighed.on.cell);
  if (!at) return tl::unexpected(at.error());
  if (weighed.net <= Weight(0)) return refused("A net weight must be above 0");
  if (weighed.tare.value_or(Weight(0)) < Weight(0)) return refused("A tare cannot be below 0");
  const auto place = day.article_of(*at);
  const auto& meaning = day.figures(place).meaning;
  if (auto mass = is_a_mass(day.article(place).unit, meaning); !mass) return mass;
  const auto cell = day.figures(*at);
  if (!fits(weighed.net, Quantity(0), meaning) ||
      !fits(cell.weighed + weighed.net, cell.counted, meaning))
    return too_much(weighed.on.cell);
  return {};
}

Result<void> check(const Day& day, const Counted& counted) {
  const auto at = cell_to_fill(day, counted.on.cell);
  if (!at) return tl::unexpected(at.error());
  if (counted.pieces <= Quantity(0)) return refused("A count must be above 0");
  if (counted.pieces > largest_result) return too_much(counted.on.cell);
  const auto cell = day.figures(*at);
  if (!fits(cell.weighed, cell.counted + counted.pieces, day.figures(day.article_of(*at)).meaning))
    return too_much(counted.on.cell);
  return {};
}

Result<void> check(const Day& day, const ShortfallNoted& shortfall) {
  const auto at = cell_to_fill(day, shortfall.on.cell);
  if (!at) return tl::unexpected(at.error());
  if (!day.figures(*at).shortfall) return {};
  return refused("A shortfall is noted in " + named(shortfall.on.cell) +
                 " already; undo that one first");
}

Result<void> check_received_weight(const Unit& unit, const UnitMeaning& meaning, Weight weight) {
  if (!meaning.is_mass())
    return refused("The unit \"" + unit.text +
                   "\" is not known as a mass: give what arrived as a number of it");
  const auto in_units = quantity_of(weight, meaning);
  if (weight < Weight(0) || !in_units || *in_units > largest_result)
    return refused("What arrived is more than the server can keep");
  return {};
}

Result<void> check(const Day& day, const Received& received) {
  const auto at = day.find(received.article);
  if (!at)
    return fail(Fault::not_found, "There is no order article " +
                                      std::to_string(received.article.value) +
                                      " in this day; nothing was saved.");
  if (auto takes = order_takes_entries(day, at->order); !takes) return takes;
  const auto& unit = day.article(*at).unit;
  const auto& meaning = day.figures(*at).meaning;
  if (const auto* weight = std::get_if<Weight>(&received.amount))
    return check_received_weight(unit, meaning, *weight);
  const bool by_itself = meaning.is_mass() &&
                         (meaning.source == UnitSource::text || meaning.source == UnitSource::code);
  if (by_itself)
    return refused("The unit \"" + unit.text + "\" is a mass: give what arrived in kg or g");
  const auto amount = std::get<Quantity>(received.amount);
  if (amount < Quantity(0) || amount > largest_result)
    return refused("What arrived is more than the server can keep");
  return {};
}

// A new word on a unit must leave the weighings that stand a meaning.
Result<void> check(const Day& day, const UnitConfirmed& unit) {
  UnitBook book = day.units();
  book.confirm(unit.text, unit.meaning);
  for (int o = 0; o < static_cast<int>(day.orders().size()); ++o) {
    const auto& order = day.orders()[static_cast<std::size_t>(o)];
    for (int c = 0; c < static_cast<int>(order.cells.size()); ++c) {
      const auto& cell = order.cells[static_cast<std::size_t>(c)];
      const auto& article = order.articles[static_cast<std::size_t>(cell.article)];
      if (article.unit.text != unit.text) continue;
      if (!day.any_weighed({o, c})) continue;
      const auto figures = day.figures(CellPlace{o, c});
      if (!fits(figures.weighed, figures.counted, book.meaning(article.unit)))
        return refused("Weighings of the unit \"" + unit.text + "\" stand, as in " +
                       named(cell.id) + ", and would lose their meaning; undo them first");
    }
  }
  return {};
}

Result<void> check(const Day& day, const Printed& printed) {
  if (day.undoable(printed.bag) != Day::Undoable::unknown) return {};
  return fail(Fault::not_found, "There is no such bag in this day; nothing was saved.");
}

Result<void> check(const Day& day, const Undone& undone) {
  const std::string entry = "Entry " + std::to_string(undone.target.seq);
  switch (day.undoable(undone.target)) {
    case Day::Undoable::yes: {
      const auto order = day.order_of(undone.target);
      return order ? order_takes_entries(day, *order) : Result<void>{};
    }
    case Day::Undoable::unknown:
      return fail(Fault::not_found, "There is no entry " + std::to_string(undone.target.seq) +
                                        " of \"" + undone.target.station +
                                        "\" in this day; nothing was saved.");
    case Day::Undoable::undone_before:
      return refused(entry + " is undone already");
    case Day::Undoable::never:
      break;
  }
  return refused(entry + " is none that can be undone; record the figure again instead");
}

Result<void> check(const Day&, const Sending&) { return {}; }
Result<void> check(const Day&, const Pushed&) { return {}; }

Result<void> check(const Day& day, const Taken& taken) {
  if (day.find(taken.cell)) return {};
  return fail(Fault::not_found,
              "There is no " + named(taken.cell) + " in this day; nothing was saved.");
}

Result<void> check(const Day&, const UnknownBody& unknown) {
  return refused("Entries of the kind \"" + unknown.kind + "\" are of a newer Romaine");
}

}  // namespace

Result<void> may_record(const Day& day, const Body& body) {
  return std::visit([&day](const auto& what) { return check(day, what); }, body);
}

}  // namespace domain
