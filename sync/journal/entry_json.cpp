#include "sync/journal/entry_json.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "sync/journal/decimal_json.hpp"

namespace journal {

namespace {

using domain::Body;
using domain::Fault;
using domain::Result;
using nlohmann::ordered_json;

constexpr std::array<std::pair<domain::Measure, std::string_view>, 4> measure_words = {
    {{domain::Measure::unknown, "unknown"},
     {domain::Measure::mass, "mass"},
     {domain::Measure::volume, "volume"},
     {domain::Measure::pieces, "pieces"}}};

void put(ordered_json& json, const domain::OnCell& on) {
  json["cell"] = on.cell.value;
  json["base"] = on.base ? ordered_json(domain::text_of(*on.base)) : ordered_json();
  if (!on.seen) return;
  json["seen_station"] = on.seen->station;
  json["seen_seq"] = on.seen->seq;
}

void put(ordered_json& json, domain::Label label) {
  if (label == domain::Label::due) json["label"] = "due";
}

struct Writer {
  ordered_json& json;

  void operator()(const domain::Weighed& w) const {
    put(json, w.on);
    json["net"] = domain::print_weight(w.net);
    if (w.tare) json["tare"] = domain::print_weight(*w.tare);
    json["division"] = domain::print_weight(w.division);
    json["band_low"] = w.band.low;
    json["band_high"] = w.band.high;
    json["typed"] = w.typed == domain::Typed::yes;
    if (!w.scale.empty()) json["scale"] = w.scale;
    put(json, w.label);
  }
  void operator()(const domain::Counted& c) const {
    put(json, c.on);
    json["pieces"] = domain::text_of(c.pieces);
    json["typed"] = c.typed == domain::Typed::yes;
    put(json, c.label);
  }
  void operator()(const domain::ShortfallNoted& s) const {
    put(json, s.on);
    json["cause"] = domain::text_of(s.cause);
  }
  void operator()(const domain::Received& r) const {
    json["article"] = r.article.value;
    json["amount"] = amount_text(r);
  }
  void operator()(const domain::UnitConfirmed& u) const {
    json["text"] = u.text;
    json["measure"] = word(u.meaning.measure);
    json["holds"] = fraction_text(u.meaning.holds);
  }
  void operator()(const domain::Printed& p) const {
    json["bag_station"] = p.bag.station;
    json["bag_seq"] = p.bag.seq;
    json["number"] = p.number;
  }
  void operator()(const domain::Undone& u) const {
    json["target_station"] = u.target.station;
    json["target_seq"] = u.target.seq;
  }
  void operator()(const domain::UnknownBody&) const {}

  static std::string amount_text(const domain::Received& r) {
    if (const auto* weight = std::get_if<domain::Weight>(&r.amount))
      return domain::print_weight(*weight);
    return domain::text_of(std::get<domain::Quantity>(r.amount));
  }
};

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
  std::string scale() { return json_.find("scale") ? text("scale") : std::string(); }
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
  w.scale = r.scale();
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
  for (const auto& [value, name] : measure_words)
    if (name == measure) unit.meaning.measure = value;
  if (unit.meaning.measure == domain::Measure::unknown) r.complain("measure");
  return unit;
}

bool known(std::string_view kind) {
  constexpr std::array<std::string_view, 7> kinds = {"weighed", "counted", "shortfall", "received",
                                                     "unit",    "printed", "undo"};
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
  return domain::Undone{r.ref("target_station", "target_seq")};
}

}  // namespace

std::string_view word(domain::Measure measure) {
  for (const auto& [value, name] : measure_words)
    if (value == measure) return name;
  return measure_words.front().second;
}

std::string body_json(const Body& body) {
  if (const auto* unknown = std::get_if<domain::UnknownBody>(&body)) return unknown->json;
  ordered_json json;
  json["v"] = body_schema;
  std::visit(Writer{json}, body);
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

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
