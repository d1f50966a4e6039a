#include "kiosk/screens/common/named_amount.hpp"

#include <array>
#include <cctype>
#include <cstdlib>

namespace screens {
namespace {

using domain::Quantity;
using domain::Weight;

// French counts from two on as many, German and English everything but one.
enum class Many { from_two, but_one };

struct Word {
  std::string_view one, many;
  Many rule;
};

constexpr std::array<Word, 42> known_words{{
    {"boîte", "boîtes", Many::from_two},
    {"botte", "bottes", Many::from_two},
    {"pièce", "pièces", Many::from_two},
    {"pot", "pots", Many::from_two},
    {"sachet", "sachets", Many::from_two},
    {"sac", "sacs", Many::from_two},
    {"barquette", "barquettes", Many::from_two},
    {"bouteille", "bouteilles", Many::from_two},
    {"brique", "briques", Many::from_two},
    {"bocal", "bocaux", Many::from_two},
    {"paquet", "paquets", Many::from_two},
    {"plaquette", "plaquettes", Many::from_two},
    {"tablette", "tablettes", Many::from_two},
    {"caisse", "caisses", Many::from_two},
    {"cageot", "cageots", Many::from_two},
    {"plateau", "plateaux", Many::from_two},
    {"bouquet", "bouquets", Many::from_two},
    {"filet", "filets", Many::from_two},
    {"tête", "têtes", Many::from_two},
    {"miche", "miches", Many::from_two},
    {"pain", "pains", Many::from_two},
    {"douzaine", "douzaines", Many::from_two},
    {"carton", "cartons", Many::from_two},
    {"unité", "unités", Many::from_two},
    {"bidon", "bidons", Many::from_two},
    {"tube", "tubes", Many::from_two},
    {"piece", "pieces", Many::but_one},
    {"bunch", "bunches", Many::but_one},
    {"box", "boxes", Many::but_one},
    {"bag", "bags", Many::but_one},
    {"jar", "jars", Many::but_one},
    {"bottle", "bottles", Many::but_one},
    {"pack", "packs", Many::but_one},
    {"dozen", "dozen", Many::but_one},
    {"Glas", "Gläser", Many::but_one},
    {"Flasche", "Flaschen", Many::but_one},
    {"Packung", "Packungen", Many::but_one},
    {"Kiste", "Kisten", Many::but_one},
    {"Schale", "Schalen", Many::but_one},
    {"Tüte", "Tüten", Many::but_one},
    {"Becher", "Becher", Many::but_one},
    {"Netz", "Netze", Many::but_one},
}};

bool many(Quantity number, Many rule) {
  const std::int64_t units = std::abs(number.units()), one = domain::whole_units(1).units();
  return rule == Many::from_two ? units >= 2 * one : units != one;
}

bool starts_with_digit(std::string_view text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0;
}

}  // namespace

NamedAmount named_amount(const domain::Day& day, domain::CellPlace at, Quantity quantity) {
  const domain::ArticlePlace article = day.article_of(at);
  if (const auto weight = domain::weight_of(quantity, day.figures(article).meaning)) return *weight;
  return Pieces{quantity, day.article(article).unit.name};
}

NamedAmount named_given(const domain::Day& day, domain::CellPlace at) {
  const domain::CellFigures figures = day.figures(at);
  NamedAmount given = named_amount(day, at, figures.counted);
  if (auto* weight = std::get_if<Weight>(&given)) *weight += figures.weighed;
  return given;
}

NamedAmount less(const NamedAmount& a, const NamedAmount& b) {
  if (const auto* weight = std::get_if<Weight>(&a)) return *weight - std::get<Weight>(b);
  const auto& pieces = std::get<Pieces>(a);
  return Pieces{pieces.number - std::get<Pieces>(b).number, pieces.unit};
}

bool is_positive(const NamedAmount& amount) {
  if (const auto* weight = std::get_if<Weight>(&amount)) return weight->units() > 0;
  return std::get<Pieces>(amount).number.units() > 0;
}

UnitWords unit_words(Quantity number, std::string_view unit) {
  const std::size_t blank = unit.find(' ');
  std::string word(unit.substr(0, blank));
  for (const Word& known : known_words) {
    if (word != known.one && word != known.many) continue;
    word = many(number, known.rule) ? known.many : known.one;
    const std::string_view rest = blank == std::string_view::npos ? "" : unit.substr(blank + 1);
    return {word, std::string(rest)};
  }
  return {std::string(unit), {}};
}

std::string text_of(const ui::Ui& ui, const NamedAmount& amount) {
  const ui::Numbers numbers = ui.numbers();
  if (const auto* weight = std::get_if<Weight>(&amount)) return numbers.weight(*weight);
  const auto& [number, unit] = std::get<Pieces>(amount);
  if (starts_with_digit(unit)) return numbers.quantity(number) + " × " + unit;
  return numbers.quantity(number, unit_words(number, unit).word);
}

}  // namespace screens
