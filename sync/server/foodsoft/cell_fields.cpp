#include "sync/server/foodsoft/cell_fields.hpp"

namespace server {

namespace {

constexpr int last_known_line = 65'534;  // libxml2 counts lines no further

}  // namespace

RowFields fields_of(Element row) {
  RowFields fields;
  for (Element e = row.first(); e && fields.count < fields.td.size(); e = e.next())
    if (e.is("td")) fields.td[fields.count++] = e;
  return fields;
}

std::string place_of(Element row, const std::string& what) {
  const int line = row.line();
  return line > 0 && line < last_known_line ? "line " + std::to_string(line) + ", " + what : what;
}

tl::unexpected<domain::Error> torn(const std::string& why, const std::string& place) {
  return domain::fail(domain::Fault::page_torn, why + " (" + place + "); save the page again");
}

domain::Result<AskedAndTolerance> asked_of(Element field, const std::string& place) {
  const auto asked = read_asked(field.text());
  if (!asked) return torn("what was asked cannot be read", place);
  return *asked;
}

Element input_named(Element within, std::string_view end_of_name) {
  for (Element e = within.after(within); e; e = e.after(within)) {
    if (!e.is("input")) continue;
    const auto name = e.attribute("name").value_or(std::string_view{});
    if (name.size() >= end_of_name.size() &&
        name.substr(name.size() - end_of_name.size()) == end_of_name)
      return e;
  }
  return {};
}

domain::Result<ShownResult> result_of(Element field, const std::string& place) {
  const Element input = input_named(field, "[result]");
  ShownResult result;
  std::optional<Micro> value;
  if (input) {
    value = read_shown(input.attribute("value").value_or(std::string_view{}));
    const bool new_units = input.attribute("data-supplier-order-unit").has_value() ||
                           input.attribute("data-custom-unit").has_value();
    // 5.x lets members type into their own cells in the group unit: no factor stands there.
    const bool factor = input.attribute("data-multiply-before-submit").has_value();
    result.form = factor      ? ResultForm::billing_input
                  : new_units ? ResultForm::text
                              : ResultForm::input;
  } else {
    value = read_shown(field.text());
  }
  if (!value) return torn("the result cannot be read", place);
  result.value = *value;
  return result;
}

domain::Result<domain::FinePrice> price_of(Element field, const std::string& place) {
  const auto value = field.attribute("data-value");
  if (!value) return torn("a price without its data-value", place);
  auto price = domain::read_fine_price(trimmed(*value));
  if (!price) return torn("a price that is no number", place);
  return *price;
}

}  // namespace server
