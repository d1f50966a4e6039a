// Bodies as the JSON that the journal keeps.
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "sync/journal/decimal_json.hpp"
#include "sync/journal/entry_json.hpp"

namespace journal {

namespace {

using domain::Body;
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
  void operator()(const domain::Sending& s) const {
    json["step"] = domain::word(s.step);
    json["order"] = s.order.value;
    put_ids(s);
    if (s.number > 0) json["number"] = s.number;
    if (s.cell) put_quantity("base", s.base);
    if (s.intended) {
      put_quantity("seen", s.seen);
      put_quantity("intended", s.intended);
    }
    put_text("text", s.text);
    put_text("whole", s.whole);
  }
  void operator()(const domain::Pushed& p) const {
    json["step"] = domain::word(p.step);
    json["outcome"] = domain::word(p.outcome);
    json["order"] = p.order.value;
    put_ids(p);
    if (p.number > 0) json["number"] = p.number;
    if (p.ours) put_quantity("ours", p.ours);
    if (p.ours || p.read) put_quantity("read", p.read);
    if (p.state) json["state"] = domain::word(*p.state);
    if (p.total) json["total"] = domain::text_of(*p.total);
    put_text("error", p.error);
  }
  void operator()(const domain::Taken& t) const {
    json["cell"] = t.cell.value;
    json["side"] = domain::word(t.side);
    put_quantity("server", t.server);
  }
  void operator()(const domain::UnknownBody&) const {}

  template <class Step>
  void put_ids(const Step& step) const {
    if (step.cell) json["cell"] = step.cell->value;
    if (step.article) json["article"] = step.article->value;
  }
  void put_quantity(const char* key, const std::optional<domain::Quantity>& quantity) const {
    json[key] = quantity ? ordered_json(domain::text_of(*quantity)) : ordered_json();
  }
  void put_text(const char* key, const std::string& text) const {
    if (!text.empty()) json[key] = text;
  }
  static std::string amount_text(const domain::Received& r) {
    if (const auto* weight = std::get_if<domain::Weight>(&r.amount))
      return domain::print_weight(*weight);
    return domain::text_of(std::get<domain::Quantity>(r.amount));
  }
};

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

}  // namespace journal
