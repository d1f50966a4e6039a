#include "sync/journal/reference_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "sync/journal/decimal_json.hpp"

namespace journal {

namespace {

using domain::Fault;
using domain::Result;
using nlohmann::ordered_json;

constexpr std::array<std::pair<domain::UnitSource, const char*>, 5> source_words = {
    {{domain::UnitSource::none, "none"},
     {domain::UnitSource::text, "text"},
     {domain::UnitSource::code, "code"},
     {domain::UnitSource::ratio, "ratio"},
     {domain::UnitSource::person, "person"}}};
constexpr std::array<std::pair<domain::Measure, const char*>, 4> measure_words = {
    {{domain::Measure::unknown, "unknown"},
     {domain::Measure::mass, "mass"},
     {domain::Measure::volume, "volume"},
     {domain::Measure::pieces, "pieces"}}};
constexpr std::array<std::pair<domain::Certainty, const char*>, 2> certainty_words = {
    {{domain::Certainty::exact, "exact"}, {domain::Certainty::about, "about"}}};
constexpr std::array<std::pair<domain::Series, const char*>, 2> series_words = {
    {{domain::Series::v4, "4"}, {domain::Series::v5, "5"}}};
constexpr std::array<std::pair<domain::OrderKind, const char*>, 2> kind_words = {
    {{domain::OrderKind::supplier, "supplier"}, {domain::OrderKind::stock, "stock"}}};

// What a wrong value stops the reading with; caught in read_reference.
struct Wrong {
  std::string what;
};

template <class Words, class Value>
const char* name(const Words& words, Value value) {
  for (const auto& [known, text] : words)
    if (known == value) return text;
  domain::ensure(false, "every value of a reference has a word");
  return "";
}

template <class Words>
auto value(const Words& words, const ordered_json& json) {
  const auto text = json.get<std::string>();
  for (const auto& [known, word] : words)
    if (text == word) return known;
  throw Wrong{"\"" + text + "\""};
}

template <class T>
T sound(Result<T> result) {
  if (!result) throw Wrong{result.error().detail};
  return std::move(*result);
}

ordered_json maybe(const std::optional<domain::Quantity>& quantity) {
  return quantity ? ordered_json(domain::text_of(*quantity)) : ordered_json();
}
ordered_json maybe(const std::optional<domain::FinePrice>& price) {
  return price ? ordered_json(domain::text_of(*price)) : ordered_json();
}
std::optional<domain::Quantity> quantity(const ordered_json& json) {
  if (json.is_null()) return std::nullopt;
  return sound(quantity_from(json.get_ref<const std::string&>()));
}
std::optional<domain::FinePrice> fine_price(const ordered_json& json) {
  if (json.is_null()) return std::nullopt;
  return sound(domain::read_fine_price(json.get_ref<const std::string&>()));
}

ordered_json article_json(const domain::OrderArticle& a) {
  ordered_json json;
  json["id"] = a.id ? ordered_json(a.id->value) : ordered_json();
  json["name"] = a.name;
  json["number"] = a.number;
  json["producer"] = a.producer;
  json["unit"] = a.unit.text;
  json["unit_name"] = a.unit.name;
  json["measure"] = name(measure_words, a.unit.meaning.measure);
  json["holds"] = fraction_text(a.unit.meaning.holds);
  json["known_by"] = name(source_words, a.unit.meaning.source);
  json["per_supplier_unit"] =
      a.per_supplier_unit ? ordered_json(fraction_text(*a.per_supplier_unit)) : ordered_json();
  json["units_to_order"] = maybe(a.units_to_order);
  json["units_received"] = maybe(a.units_received);
  json["unit_price"] = a.unit_price ? ordered_json(domain::text_of(*a.unit_price)) : ordered_json();
  json["price"] = name(certainty_words, a.price_certainty);
  return json;
}

domain::OrderArticle article(const ordered_json& json) {
  domain::OrderArticle a;
  if (!json.at("id").is_null()) a.id = domain::OrderArticleId{json.at("id").get<std::int64_t>()};
  a.name = json.at("name").get<std::string>();
  a.number = json.at("number").get<std::string>();
  a.producer = json.at("producer").get<std::string>();
  a.unit.text = json.at("unit").get<std::string>();
  a.unit.name = json.at("unit_name").get<std::string>();
  a.unit.meaning = {value(measure_words, json.at("measure")),
                    sound(fraction_from(json.at("holds").get<std::string>())),
                    value(source_words, json.at("known_by"))};
  if (const auto& per = json.at("per_supplier_unit"); !per.is_null())
    a.per_supplier_unit = sound(fraction_from(per.get<std::string>()));
  a.units_to_order = quantity(json.at("units_to_order"));
  a.units_received = quantity(json.at("units_received"));
  if (const auto& price = json.at("unit_price"); !price.is_null())
    a.unit_price = domain::UnitPrice(sound(domain::read_decimal(
        price.get<std::string>(), domain::unit_price_places, domain::Sign::allowed)));
  a.price_certainty = value(certainty_words, json.at("price"));
  return a;
}

ordered_json group_json(const domain::GroupOrder& g) {
  return {
      {"id", g.id.value},
      {"ordergroup", g.ordergroup},
      {"ordergroup_id", g.ordergroup_id ? ordered_json(g.ordergroup_id->value) : ordered_json()},
      {"price_sum", maybe(g.price_sum)}};
}

domain::GroupOrder group(const ordered_json& json) {
  domain::GroupOrder g;
  g.id = {json.at("id").get<std::int64_t>()};
  g.ordergroup = json.at("ordergroup").get<std::string>();
  if (const auto& id = json.at("ordergroup_id"); !id.is_null())
    g.ordergroup_id = domain::OrdergroupId{id.get<std::int64_t>()};
  g.price_sum = fine_price(json.at("price_sum"));
  return g;
}

// id, group, article, asked, tolerance, base, certainty of the base, price
ordered_json cell_json(const domain::ReferenceCell& c) {
  return ordered_json::array({c.id.value, c.group, c.article, maybe(c.asked), maybe(c.tolerance),
                              maybe(c.base), name(certainty_words, c.base_certainty),
                              maybe(c.price)});
}

domain::ReferenceCell cell(const ordered_json& json, const domain::ReferenceOrder& order) {
  domain::ReferenceCell c;
  c.id = {json.at(0).get<std::int64_t>()};
  c.group = json.at(1).get<int>();
  c.article = json.at(2).get<int>();
  const auto inside = [](int index, std::size_t size) {
    return index >= 0 && static_cast<std::size_t>(index) < size;
  };
  if (!inside(c.group, order.group_orders.size()) || !inside(c.article, order.articles.size()))
    throw Wrong{"cell " + std::to_string(c.id.value) + " names no row or column"};
  c.asked = quantity(json.at(3));
  c.tolerance = quantity(json.at(4));
  c.base = quantity(json.at(5));
  c.base_certainty = value(certainty_words, json.at(6));
  c.price = fine_price(json.at(7));
  return c;
}

domain::ReferenceOrder order_from(const ordered_json& json) {
  domain::ReferenceOrder order;
  order.id = {json.at("order").get<std::int64_t>()};
  order.series = value(series_words, json.at("series"));
  order.kind = value(kind_words, json.at("kind"));
  const auto state = domain::server_state(json.at("state").get<std::string>());
  if (!state) throw Wrong{"its state"};
  order.state = *state;
  order.supplier = json.at("supplier").get<std::string>();
  order.created_by = json.at("created_by").get<std::string>();
  order.base_certainty = value(certainty_words, json.at("base"));
  for (const auto& a : json.at("articles")) order.articles.push_back(article(a));
  for (const auto& g : json.at("group_orders")) order.group_orders.push_back(group(g));
  order.cells.reserve(json.at("cells").size());
  for (const auto& c : json.at("cells")) order.cells.push_back(cell(c, order));
  return order;
}

}  // namespace

std::string reference_json(const domain::ReferenceOrder& order) {
  ordered_json json;
  json["v"] = reference_schema;
  json["order"] = order.id.value;
  json["series"] = name(series_words, order.series);
  json["kind"] = name(kind_words, order.kind);
  json["state"] = domain::word(order.state);
  json["supplier"] = order.supplier;
  json["created_by"] = order.created_by;
  json["base"] = name(certainty_words, order.base_certainty);
  json["articles"] = ordered_json::array();
  for (const auto& a : order.articles) json["articles"].push_back(article_json(a));
  json["group_orders"] = ordered_json::array();
  for (const auto& g : order.group_orders) json["group_orders"].push_back(group_json(g));
  json["cells"] = ordered_json::array();
  for (const auto& c : order.cells) json["cells"].push_back(cell_json(c));
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<domain::ReferenceOrder> read_reference(std::string_view text) {
  try {
    const auto json = ordered_json::parse(text);
    if (json.at("v").get<int>() > reference_schema)
      return domain::fail(Fault::newer_version, "an order's reference is of a newer Romaine");
    return order_from(json);
  } catch (const nlohmann::json::exception& error) {
    return domain::fail(Fault::damaged,
                        std::string("an order's reference does not read: ") + error.what());
  } catch (const Wrong& wrong) {
    return domain::fail(Fault::damaged, "an order's reference is wrong in " + wrong.what);
  }
}

}  // namespace journal
