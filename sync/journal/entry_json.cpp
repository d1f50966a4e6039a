#include "sync/journal/entry_json.hpp"

#include <algorithm>
#include <array>

#include "sync/journal/decimal_json.hpp"

namespace journal {

namespace {

using domain::Body;
using domain::Fault;
using domain::Result;

// Takes the values of one body out of its JSON; notes the first that is missing or wrong.
class Reader {
 public:
  explicit Reader(const FlatJson& json) : json_(json) {}

  bool good() const { return wrong_.empty(); }
  const std::string& wrong() const { return wrong_; }

  std::int64_t integer(std::string_view key) {
    const auto value = json_.integer(key);
    if (!value) complain(key);
    return value.value_or(0);
  }
  std::string text(std::string_view key) {
    const auto* value = json_.text(key);
    if (!value) complain(key);
    return value ? *value : std::string();
  }
  domain::Weight weight(std::string_view key) {
    return checked(key, domain::read_weight(text(key)));
  }
  domain::Quantity quantity(std::string_view key) { return checked(key, quantity_from(text(key))); }
  domain::Typed typed() {
    const auto value = json_.boolean("typed");
    if (!value) complain("typed");
    return value.value_or(false) ? domain::Typed::yes : domain::Typed::no;
  }
  domain::Label label() {
    const auto* value = json_.text("label");
    return value && *value == "due" ? domain::Label::due : domain::Label::none;
  }
  domain::EntryRef ref(std::string_view station, std::string_view seq) {
    return {text(station), integer(seq)};
  }
  domain::OnCell on() {
    domain::OnCell on{{integer("cell")}, {}, {}};
    if (json_.text("base")) on.base = quantity("base");
    if (json_.find("seen_seq")) on.seen = ref("seen_station", "seen_seq");
    return on;
  }
  template <class T>
  T checked(std::string_view key, Result<T> value) {
    if (value) return std::move(*value);
    complain(key);
    return T();
  }
  std::optional<domain::Weight> tare() {
    return json_.find("tare") ? std::optional(weight("tare")) : std::nullopt;
  }
  // Empty, or nothing, where the body has none.
  std::string maybe_text(std::string_view key) { return json_.find(key) ? text(key) : ""; }
  std::optional<domain::Quantity> maybe_quantity(std::string_view key) {
    if (!json_.find(key) || json_.is_null(key)) return std::nullopt;
    return quantity(key);
  }
  template <class Id>
  std::optional<Id> maybe_id(std::string_view key) {
    if (!json_.find(key)) return std::nullopt;
    return Id{integer(key)};
  }
  int maybe_number(std::string_view key) {
    return json_.find(key) ? static_cast<int>(integer(key)) : 0;
  }
  template <class T>
  T known_word(std::string_view key, std::optional<T> value) {
    if (!value) complain(key);
    return value.value_or(T());
  }
  void complain(std::string_view key) {
    if (wrong_.empty()) wrong_ = key;
  }

 private:
  const FlatJson& json_;
  std::string wrong_;
};

domain::Weighed weighed(Reader& r) {
  domain::Weighed w;
  w.on = r.on();
  w.net = r.weight("net");
  w.tare = r.tare();
  w.division = r.weight("division");
  w.band = {static_cast<int>(r.integer("band_low")), static_cast<int>(r.integer("band_high"))};
  w.typed = r.typed();
  w.scale = r.maybe_text("scale");
  w.label = r.label();
  return w;
}

domain::Received received(Reader& r) {
  const domain::OrderArticleId article{r.integer("article")};
  const std::string amount = r.text("amount");
  if (amount.find(' ') != amount.npos)
    return {article, r.checked("amount", domain::read_weight(amount))};
  return {article, r.checked("amount", quantity_from(amount))};
}

domain::UnitConfirmed unit_confirmed(Reader& r) {
  domain::UnitConfirmed unit;
  unit.text = r.text("text");
  const std::string measure = r.text("measure");
  unit.meaning.source = domain::UnitSource::person;
  unit.meaning.holds = r.checked("holds", fraction_from(r.text("holds")));
  using domain::Measure;
  for (const Measure value : {Measure::mass, Measure::volume, Measure::pieces})
    if (word(value) == measure) unit.meaning.measure = value;
  if (unit.meaning.measure == domain::Measure::unknown) r.complain("measure");
  return unit;
}

domain::Sending sending(Reader& r) {
  domain::Sending s;
  s.step = r.known_word("step", domain::push_step(r.text("step")));
  s.order = {r.integer("order")};
  s.cell = r.maybe_id<domain::CellId>("cell");
  s.article = r.maybe_id<domain::OrderArticleId>("article");
  s.number = r.maybe_number("number");
  s.base = r.maybe_quantity("base");
  s.seen = r.maybe_quantity("seen");
  s.intended = r.maybe_quantity("intended");
  s.text = r.maybe_text("text");
  s.whole = r.maybe_text("whole");
  return s;
}

domain::Pushed pushed(Reader& r) {
  domain::Pushed p;
  p.step = r.known_word("step", domain::push_step(r.text("step")));
  p.outcome = r.known_word("outcome", domain::push_outcome(r.text("outcome")));
  p.order = {r.integer("order")};
  p.cell = r.maybe_id<domain::CellId>("cell");
  p.article = r.maybe_id<domain::OrderArticleId>("article");
  p.number = r.maybe_number("number");
  p.ours = r.maybe_quantity("ours");
  p.read = r.maybe_quantity("read");
  if (const auto state = r.maybe_text("state"); !state.empty())
    p.state = r.known_word("state", domain::server_state(state));
  if (const auto total = r.maybe_text("total"); !total.empty())
    p.total = domain::Money(r.checked(
        "total", domain::read_decimal(total, domain::money_places, domain::Sign::allowed)));
  p.error = r.maybe_text("error");
  return p;
}

domain::Taken taken(Reader& r) {
  domain::Taken t;
  t.cell = {r.integer("cell")};
  t.side = r.known_word("side", domain::side_of(r.text("side")));
  t.server = r.maybe_quantity("server");
  return t;
}

bool known(std::string_view kind) {
  constexpr std::array<std::string_view, 10> kinds = {"weighed", "counted", "shortfall", "received",
                                                      "unit",    "printed", "undo",      "sending",
                                                      "pushed",  "taken"};
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

Body read_known(std::string_view kind, Reader& r) {
  if (kind == "weighed") return weighed(r);
  if (kind == "counted") {
    domain::Counted counted{r.on(), r.quantity("pieces"), r.typed(), r.label()};
    return counted;
  }
  if (kind == "shortfall")
    return domain::ShortfallNoted{r.on(), r.checked("cause", domain::read_cause(r.text("cause")))};
  if (kind == "received") return received(r);
  if (kind == "unit") return unit_confirmed(r);
  if (kind == "printed") return domain::Printed{r.ref("bag_station", "bag_seq"), r.text("number")};
  if (kind == "sending") return sending(r);
  if (kind == "pushed") return pushed(r);
  if (kind == "taken") return taken(r);
  return domain::Undone{r.ref("target_station", "target_seq")};
}

}  // namespace

Result<Body> read_body(std::string_view kind, std::string_view text, FlatJson& into) {
  if (!known(kind)) return domain::UnknownBody{std::string(kind), std::string(text)};
  if (const auto read = into.read(text); !read)
    return domain::fail(Fault::damaged, "a body does not read: " + read.error().detail);
  if (into.integer("v").value_or(0) > body_schema)
    return domain::UnknownBody{std::string(kind), std::string(text)};
  Reader reader(into);
  Body body = read_known(kind, reader);
  if (reader.good()) return body;
  return domain::fail(Fault::damaged, "\"" + reader.wrong() + "\" is missing or wrong in a body");
}

}  // namespace journal
