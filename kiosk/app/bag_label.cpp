#include "kiosk/app/bag_label.hpp"

#include "devices/printing/barcode.hpp"
#include "domain/pricing.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "kiosk/ui/numbers.hpp"

namespace kiosk {

namespace {

using namespace domain;

// "1,262 kg": on paper always kilograms with three decimals.
std::string kilograms(Weight net, ui::Language language) {
  auto text = print_weight(net);
  if (language != ui::Language::en)
    if (const auto point = text.find('.'); point != text.npos) text[point] = ',';
  return text;
}

void fill_prices(printing::BagLabel& label, const OrderArticle& article, const UnitMeaning& unit,
                 Quantity quantity, ui::Language language) {
  const auto price = exact_unit_price(article);
  if (!price) return;
  const ui::Numbers numbers(language);
  label.amount = numbers.money(amount_of(quantity, *price));
  const auto per_kilogram = price_per_kilogram(*price, unit);
  label.unit_price =
      per_kilogram ? numbers.price(*per_kilogram, "kg") : numbers.price(*price, article.unit.name);
}

}  // namespace

printing::BagLabel bag_label(const Day& day, const Entry& bag, const BagFacts& facts,
                             ui::Language language) {
  printing::BagLabel label;
  label.bag = printing::bag_number(facts.station_number, facts.serial);
  label.date = iso_date(bag.at);
  if (facts.crate > 0) label.crate = std::to_string(facts.crate);
  const OnCell* on = on_cell(bag.body);
  const auto at = on ? day.find(on->cell) : std::nullopt;
  if (!at) return label;
  const auto& article = day.article(day.article_of(*at));
  const auto& unit = day.figures(day.article_of(*at)).meaning;
  label.ordergroup = day.ordergroup(*at);
  label.article = article.name;
  label.producer = article.producer;
  if (const auto* weighed = std::get_if<Weighed>(&bag.body)) {
    label.net = kilograms(weighed->net, language);
    if (const auto quantity = quantity_of(weighed->net, unit))
      fill_prices(label, article, unit, *quantity, language);
  } else if (const auto* counted = std::get_if<Counted>(&bag.body)) {
    const ui::Numbers numbers(language);
    label.net = numbers.quantity(counted->pieces) + " × " + article.unit.name;
    fill_prices(label, article, unit, counted->pieces, language);
  }
  return label;
}

}  // namespace kiosk
