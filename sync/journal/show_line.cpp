// The words of `journal show --json`.
#include <map>
#include <nlohmann/json.hpp>

#include "sync/journal/decimal_json.hpp"
#include "sync/journal/entry_json.hpp"
#include "sync/journal/iso_time.hpp"

namespace journal {

namespace {

using nlohmann::ordered_json;

struct Shown {
  ordered_json& line;
  const domain::Entry& entry;

  void operator()(const domain::Weighed& w) const {
    line["net"] = domain::print_weight(w.net);
    line["tare"] = w.tare ? ordered_json(domain::print_weight(*w.tare)) : ordered_json();
    line["division"] = domain::print_weight(w.division);
    base(w.on);
    typed(w.typed);
  }
  void operator()(const domain::Counted& c) const {
    line["pieces"] = domain::text_of(c.pieces);
    base(c.on);
    typed(c.typed);
  }
  void operator()(const domain::ShortfallNoted& s) const {
    line["cause"] = domain::text_of(s.cause);
    base(s.on);
    typed(domain::Typed::yes);
  }
  void operator()(const domain::Received& r) const {
    line["article"] = r.article.value;
    const auto* weight = std::get_if<domain::Weight>(&r.amount);
    line["amount"] = weight ? domain::kilograms_text(*weight) + " kg"
                            : domain::text_of(std::get<domain::Quantity>(r.amount));
    typed(domain::Typed::yes);
  }
  void operator()(const domain::UnitConfirmed& u) const {
    line["text"] = u.text;
    line[std::string(word(u.meaning.measure))] = meaning_text(u.meaning);
    typed(domain::Typed::yes);
  }
  void operator()(const domain::Printed& p) const {
    line["bag"] = p.number;
    line["prints"] = p.bag.seq;
    if (p.bag.station != entry.ref.station) line["prints_station"] = p.bag.station;
    typed(domain::Typed::no);
  }
  void operator()(const domain::Undone& u) const {
    line["undoes"] = u.target.seq;
    if (u.target.station != entry.ref.station) line["undoes_station"] = u.target.station;
    typed(domain::Typed::yes);
  }
  void operator()(const domain::Sending& s) const {
    line["step"] = domain::word(s.step);
    line["order"] = s.order.value;
    if (s.article) line["article"] = s.article->value;
    if (s.cell) put("base", s.base);
    if (s.intended) {
      put("seen", s.seen);
      put("intended", s.intended);
    }
    if (!s.text.empty()) line["text"] = s.text;
    typed(domain::Typed::no);
  }
  void operator()(const domain::Pushed& p) const {
    line["step"] = domain::word(p.step);
    line["outcome"] = domain::word(p.outcome);
    line["order"] = p.order.value;
    if (p.article) line["article"] = p.article->value;
    if (p.ours) put("ours", p.ours);
    if (p.ours || p.read) put("read", p.read);
    if (p.state) line["state"] = domain::word(*p.state);
    if (p.total) line["groups_total"] = domain::text_of(*p.total);
    if (!p.error.empty()) line["error"] = p.error;
    typed(domain::Typed::no);
  }
  void operator()(const domain::Taken& t) const {
    line["take"] = domain::word(t.side);
    put("server", t.server);
    typed(domain::Typed::yes);
  }
  // From a newer Romaine: its own words, as they are.
  void operator()(const domain::UnknownBody& u) const {
    const auto body = ordered_json::parse(u.json, nullptr, false);
    line["newer"] = body.is_discarded() ? ordered_json(u.json) : body;
    typed(domain::Typed::no);
  }

 private:
  void put(const char* key, const std::optional<domain::Quantity>& quantity) const {
    line[key] = quantity ? ordered_json(domain::text_of(*quantity)) : ordered_json();
  }
  void base(const domain::OnCell& on) const {
    line["base"] = on.base ? ordered_json(domain::text_of(*on.base)) : ordered_json();
  }
  void typed(domain::Typed value) const { line["typed"] = value == domain::Typed::yes; }
};

// Litres of a number of millilitres that the decimals cannot hold stay a ratio.
std::string scaled(domain::Fraction holds, int places, std::string_view unit) {
  if (holds.denominator() == 1)
    return domain::print_decimal(holds.numerator(), places) + " " + std::string(unit);
  std::int64_t ten = 1;
  for (int more = places + 1; more <= 15; ++more) {
    ten *= 10;
    const auto whole = holds.times(domain::Fraction(ten));
    if (whole && whole->denominator() == 1)
      return domain::print_decimal(whole->numerator(), more) + " " + std::string(unit);
  }
  return fraction_text(holds) + (places == domain::weight_places ? " mg" : " ml");
}

}  // namespace

std::string meaning_text(const domain::UnitMeaning& meaning) {
  constexpr int millilitre_places = 3;
  switch (meaning.measure) {
    case domain::Measure::mass:
      return scaled(meaning.holds, domain::weight_places, "kg");
    case domain::Measure::volume:
      return scaled(meaning.holds, millilitre_places, "L");
    case domain::Measure::pieces:
      return fraction_text(meaning.holds);
    case domain::Measure::unknown:
      break;
  }
  return {};
}

namespace {

std::string show_line(const domain::Entry& entry, std::optional<domain::CellId> cell) {
  ordered_json line;
  line["station"] = entry.ref.station;
  line["seq"] = entry.ref.seq;
  line["at"] = iso_time_precise(entry.at);
  line["day"] = entry.day;
  line["person"] = entry.person.empty() ? ordered_json() : ordered_json(entry.person);
  line["kind"] = domain::kind_word(entry.body);
  if (cell) line["cell"] = cell->value;
  std::visit(Shown{line, entry}, entry.body);
  return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace

std::vector<std::string> show_lines(std::span<const domain::Entry> entries,
                                    std::optional<domain::CellId> only) {
  std::map<domain::EntryRef, domain::CellId> cells;
  for (const auto& entry : entries)
    if (const auto cell = domain::cell_of(entry.body)) cells.emplace(entry.ref, *cell);
  std::vector<std::string> lines;
  for (const auto& entry : entries) {
    const auto* undone = std::get_if<domain::Undone>(&entry.body);
    const auto at = cells.find(undone ? undone->target : entry.ref);
    const auto cell = at == cells.end() ? std::nullopt : std::optional(at->second);
    if (!only || cell == only) lines.push_back(show_line(entry, cell));
  }
  return lines;
}

}  // namespace journal
