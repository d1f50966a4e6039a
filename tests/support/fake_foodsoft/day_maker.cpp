#include "fake_foodsoft/day_maker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

constexpr const char* note = "Distribution du samedi, salle du préau";

// Group ids of the recorded co-op: 5 to 8 of the demo, 12 to 39 of the made-up one.
constexpr const char* demo_groups[] = {"Admin Administrator", "Pete's house", "Jan Klaassen",
                                       "John Doe"};
constexpr const char* made_groups[] = {"Ruche d'Ézanville",
                                       "Les Alouettes",
                                       "Cellule Jourdain",
                                       "O'Brien & fils",
                                       "Belleville <haut>",
                                       "Ménilmontant",
                                       "Pré-Saint-Gervais",
                                       "Les Œillets",
                                       "Bagnolet",
                                       "Montreuil Sud",
                                       "Les Lilas",
                                       "Pantin",
                                       "Romainville",
                                       "Noisy",
                                       "Bobigny",
                                       "Aubervilliers",
                                       "Saint-Ouen",
                                       "Clichy",
                                       "Asnières",
                                       "Nanterre",
                                       "Puteaux",
                                       "Suresnes",
                                       "Vanves",
                                       "Malakoff",
                                       "Gentilly",
                                       "Ivry",
                                       "Vitry",
                                       "Cachan"};
constexpr int first_made_group = 12;

void add_people(Coop& coop, int groups) {
  int id = 5;
  for (const char* name : demo_groups) coop.ordergroups[id] = {id, name}, ++id;
  coop.ordergroups[7].balance = -35;
  id = first_made_group;
  for (const char* name : made_groups) coop.ordergroups[id] = {id, name, false, 500}, ++id;
  for (; id < first_made_group + groups; ++id)
    coop.ordergroups[id] = {id, fmt::format("Groupe {:03}", id), false, 500};
  const auto user = [&](int number, const char* nick, const char* name,
                        const char* locale) -> User& {
    return coop.users[number] = {.id = number,
                                 .nick = nick,
                                 .email = fmt::format("{}@foodcoop.test", nick),
                                 .password = "distribution",
                                 .name = name,
                                 .locale = locale};
  };
  for (User* all : {&user(6, "kiosk", "Kiosk Essai", "en"), &user(7, "borne", "Borne Essai", "fr")})
    all->finance = all->orders = all->pickups = true;
  user(8, "pesee", "Pesee Essai", "en").pickups = true;
  user(9, "membre", "Membre Essai", "en").ordergroup = first_made_group;
}

void add_suppliers(Coop& coop) {
  std::vector<const char*> names{"Beautiful bakery", "Chocolatiers", "Cheesemaker", "The Nuthome"};
  if (!coop.four()) names.insert(names.end(), {"Farmer John", "Unit migration test"});
  names.insert(names.end(), {"Les Jardins de Duval", "Ferme des Trois Chênes"});
  for (const char* name : names) {
    const int id = next_id(coop.suppliers);
    coop.suppliers[id] = {id, name};
  }
}

class Maker {
 public:
  Maker(Coop& coop, std::uint64_t seed) : coop_(coop), random_(seed) {}

  // The articles that made-up orders are made of.
  void learn(int order) {
    for (const Article* article : articles_of(coop_, order)) patterns_.push_back(*article);
  }

  Order& order(int id, std::optional<int> supplier, State state) {
    return coop_.orders[id] = {.id = id,
                               .supplier = supplier,
                               .state = state,
                               .starts = "2026-11-21 04:32",
                               .ends = "2026-11-24 04:33",
                               .pickup = "2026-11-28",
                               .note = note,
                               .created_by = 6};
  }

  void fill(const Order& order, int articles, int groups, std::optional<int> percent = {}) {
    std::vector<int> rows, columns;
    for (int n = 0; n < articles; ++n) rows.push_back(article(order, n, percent.has_value()));
    for (int n = 0; n < groups; ++n) columns.push_back(group(order, first_made_group + n));
    const auto chance = static_cast<std::uint64_t>(percent.value_or(70));
    for (std::size_t n = 0; n < columns.size(); ++n)
      for (std::size_t m = 0; m < rows.size(); ++m)
        // No group and no article without a cell.
        if (random_() % 100 < chance || m == n % rows.size() || n == m % columns.size())
          cell(rows[m], columns[n]);
    for (const int row : rows) finish(order, coop_.articles.at(row));
    for (const int column : columns) store_total(coop_, coop_.group_orders.at(column));
  }

 private:
  int article(const Order& order, int place, bool numbered) {
    Article made = patterns_[static_cast<std::size_t>(place) % patterns_.size()];
    made.id = next_id(coop_.articles);
    made.order = order.id;
    if (numbered) made.name += fmt::format(" {}", place + 1);
    made.quantity = made.tolerance = made.units_to_order = Decimal();
    made.units_received.reset();
    if (!order.supplier) made.units.box = 1;
    coop_.articles[made.id] = made;
    return made.id;
  }

  int group(const Order& order, int ordergroup) {
    const int id = next_id(coop_.group_orders);
    coop_.group_orders[id] = {.id = id, .order = order.id, .ordergroup = ordergroup};
    if (order.transport) coop_.group_orders[id].transport = *order.transport;
    return id;
  }

  void cell(int row, int column) {
    Article& article = coop_.articles.at(row);
    const Units& units = article.units;
    // Grams by the hundred, kilograms by quarters, everything else by the piece.
    const Decimal step = units.group == "GRM"      ? Decimal(100)
                         : units.supplier == "KGM" ? Decimal::of("0.25")
                                                   : Decimal(1);
    const Decimal quantity = step * Decimal(static_cast<std::int64_t>(1 + random_() % 4));
    const Decimal tolerance = random_() % 5 == 0 ? step : Decimal();
    const int id = next_id(coop_.cells);
    coop_.cells[id] = {.id = id,
                       .article = row,
                       .group_order = column,
                       .quantity = quantity,
                       .tolerance = tolerance};
    article.quantity = article.quantity + quantity;
    article.tolerance = article.tolerance + tolerance;
  }

  // As many whole boxes as the members fill, the last one with their tolerance.
  void finish(const Order& order, Article& article) {
    const Decimal box = per_supplier_unit(coop_, article.units);
    Decimal units = article.quantity;
    if (box > Decimal(1)) {
      const std::int64_t whole = (article.quantity / box).to_int();
      const bool one_more = Decimal(whole) * box < article.quantity &&
                            Decimal(whole + 1) * box <= article.quantity + article.tolerance;
      units = Decimal(whole + (one_more ? 1 : 0));
    }
    article.units_to_order = units;
    if (order.state == State::open) return;
    for (const auto& [id, share] : divide(coop_, article.id, units * box, true)) {
      Cell& cell = coop_.cells.at(id);
      cell.result = cell.computed = share;
    }
  }

  Coop& coop_;
  std::mt19937_64 random_;
  std::vector<Article> patterns_;
};

// Weighed: results that 2 decimals cannot show.
void weigh_some(Coop& coop, int order) {
  const Decimal off[] = {Decimal::of("0.456"), Decimal::of("1.051"), Decimal::of("2.999")};
  int n = 0;
  for (auto& [id, cell] : coop.cells)
    if (coop.articles.at(cell.article).order == order && cell.result && !cell.result->zero() &&
        n < 3)
      cell.result = off[n++];
  for (auto& [id, group] : coop.group_orders)
    if (group.order == order) store_total(coop, group);
}

void drop_order(Coop& coop, int order) {
  std::erase_if(coop.cells, [&](const auto& row) {
    return coop.articles.at(row.second.article).order == order;
  });
  std::erase_if(coop.articles, [&](const auto& row) { return row.second.order == order; });
  std::erase_if(coop.group_orders, [&](const auto& row) { return row.second.order == order; });
}

}  // namespace

Coop make_coop(const DayWish& wish) {
  Coop coop{.series = wish.series};
  const int main_order = coop.four() ? 4 : 6;
  add_people(coop, std::max(wish.groups.value_or(0), 28));
  add_suppliers(coop);
  const int duval = coop.four() ? 5 : 7, oaks = duval + 1;
  Maker maker(coop, wish.seed);
  load_recorded(coop, wish.data, main_order);
  maker.learn(main_order);
  Order& first = maker.order(main_order, duval, State::finished);
  if (!coop.four()) first.starts = "2026-11-21 04:33";
  if (wish.articles || wish.groups) {
    drop_order(coop, main_order);
    maker.fill(first, wish.articles.value_or(30), wish.groups.value_or(28), wish.fill);
  }
  const auto next = [&] { return next_id(coop.orders); };
  maker.fill(maker.order(next(), oaks, State::finished), 6, 5);
  Order& open = maker.order(next(), duval, State::open);
  open.ends = "2026-11-25 04:33";
  maker.fill(open, 12, 3);
  maker.fill(maker.order(next(), oaks, State::received), 5, 4);
  Order& settled = maker.order(next(), duval, State::closed);
  maker.fill(settled, 8, 4);
  weigh_some(coop, settled.id);
  Order& carried = maker.order(next(), oaks, State::finished);
  carried.transport = Decimal::of("1.5");
  maker.fill(carried, 6, 4);
  maker.fill(maker.order(next(), std::nullopt, State::finished), 4, 4);
  return coop;
}

}  // namespace fake
