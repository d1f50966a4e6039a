#include "sync/journal/record_line.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>

namespace journal {

namespace {

using domain::Body;
using domain::Fault;
using domain::Result;

tl::unexpected<domain::Error> bad(const std::string& what) {
  return domain::fail(Fault::bad_value, "This line is not taken: " + what + ".");
}

// The keys of each kind; those after `needed` may be left out.
struct Form {
  std::string_view kind;
  std::size_t needed;
  std::array<std::string_view, 4> keys;
};
constexpr std::array<Form, 5> forms = {{{"weighed", 3, {"kind", "cell", "net", "tare"}},
                                        {"counted", 3, {"kind", "cell", "pieces", ""}},
                                        {"shortfall", 3, {"kind", "cell", "cause", ""}},
                                        {"received", 3, {"kind", "article", "amount", ""}},
                                        {"undo", 2, {"kind", "seq", "station", ""}}}};

// Numbers where ids stand, texts elsewhere.
Result<void> check_value(const FlatJson::Value& value) {
  const bool id = value.key == "cell" || value.key == "article" || value.key == "seq";
  const auto wanted = id ? FlatJson::Kind::integer : FlatJson::Kind::text;
  if (value.kind == wanted) return {};
  return bad("\"" + value.key + "\" must be " + (id ? "a whole number" : "a text in quotes"));
}

Result<const Form*> form_of(const FlatJson& json) {
  const auto* kind = json.text("kind");
  if (!kind) return bad("it has no \"kind\"");
  const auto form =
      std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.kind == *kind; });
  if (form == forms.end()) return bad("\"" + *kind + "\" is no kind that can be recorded");
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto& value = json.at(i);
    if (std::find(form->keys.begin(), form->keys.end(), value.key) == form->keys.end() ||
        value.key.empty())
      return bad("\"" + value.key + "\" is no key of \"" + *kind + "\"");
    if (auto right = check_value(value); !right) return tl::unexpected(right.error());
  }
  for (std::size_t i = 0; i < form->needed; ++i)
    if (!json.find(form->keys[i])) return bad("\"" + std::string(form->keys[i]) + "\" is missing");
  return &*form;
}

domain::OnCell on(const domain::Day& day, domain::CellId id) {
  const auto at = day.find(id);
  return at ? day.on(*at) : domain::OnCell{id, {}, {}};
}

// Narrower than the readers of amounts, which let zeros pass behind the last decimal.
bool spelled(std::string_view number, std::size_t most_decimals) {
  const auto point = number.find('.');
  const auto decimals = point == number.npos ? 0 : number.size() - point - 1;
  return decimals <= most_decimals && number.find(',') == number.npos;
}

Result<domain::Weight> weight(const std::string& text) {
  const auto number = std::string_view(text).substr(0, text.find(' '));
  const auto read = domain::read_weight(text);
  if (!read || !spelled(number, text.ends_with(" kg") ? 6 : 3))
    return bad("\"" + text + "\" is no weight; write it like \"1.234 kg\" or \"850 g\"");
  return *read;
}

Result<domain::Quantity> quantity(const std::string& text) {
  const auto read = domain::read_quantity(text);
  if (!read || !spelled(text, 3))
    return bad("\"" + text + "\" is no number with at most 3 decimals that the server can keep");
  return *read;
}

Result<Body> weighed(const FlatJson& json, const RecordContext& context) {
  domain::Weighed w;
  w.on = on(context.day, {*json.integer("cell")});
  w.typed = domain::Typed::yes;
  const auto net = weight(*json.text("net"));
  if (!net) return tl::unexpected(net.error());
  w.net = *net;
  if (const auto* text = json.text("tare")) {
    const auto tare = weight(*text);
    if (!tare) return tl::unexpected(tare.error());
    w.tare = *tare;
  }
  if (const auto at = context.day.find(w.on.cell))
    w.band = context.band_of(context.day.article(context.day.article_of(*at)).name);
  return w;
}

Result<Body> counted(const FlatJson& json, const RecordContext& context) {
  const auto pieces = quantity(*json.text("pieces"));
  if (!pieces) return tl::unexpected(pieces.error());
  return domain::Counted{on(context.day, {*json.integer("cell")}), *pieces, domain::Typed::yes,
                         domain::Label::none};
}

Result<Body> shortfall(const FlatJson& json, const RecordContext& context) {
  const auto& text = *json.text("cause");
  // No sheet could ever show it, and every export would fail on it.
  if (text.find('\0') != text.npos) return bad("\"cause\" holds a character that is no text");
  auto cause = domain::read_cause(text);
  if (!cause) return bad(cause.error().detail);
  if (cause->text.size() > longest_cause)
    return bad("\"cause\" is longer than " + std::to_string(longest_cause) +
               " bytes; say it in fewer words");
  return domain::ShortfallNoted{on(context.day, {*json.integer("cell")}), std::move(*cause)};
}

Result<Body> received(const FlatJson& json) {
  const domain::OrderArticleId article{*json.integer("article")};
  const auto& text = *json.text("amount");
  if (text.find(' ') != text.npos)
    return weight(text).map([&](domain::Weight w) { return Body(domain::Received{article, w}); });
  return quantity(text).map([&](domain::Quantity q) { return Body(domain::Received{article, q}); });
}

}  // namespace

Result<Body> read_record_line(std::string_view line, const RecordContext& context, FlatJson& into) {
  if (line.size() > longest_line)
    return bad("it is longer than " + std::to_string(longest_line) + " bytes");
  if (const auto read = into.read(line); !read) return bad(read.error().detail);
  const auto form = form_of(into);
  if (!form) return tl::unexpected(form.error());
  const auto kind = (*form)->kind;
  if (kind == "weighed") return weighed(into, context);
  if (kind == "counted") return counted(into, context);
  if (kind == "shortfall") return shortfall(into, context);
  if (kind == "received") return received(into);
  const auto* station = into.text("station");
  return domain::Undone{{station ? *station : context.station, *into.integer("seq")}};
}

std::string saved_answer(std::int64_t seq) {
  return "{\"seq\":" + std::to_string(seq) + ",\"saved\":true}";
}

std::string error_answer(const domain::Error& error) {
  nlohmann::ordered_json answer;
  answer["saved"] = false;
  answer["error"] = error.detail;
  return answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace journal
