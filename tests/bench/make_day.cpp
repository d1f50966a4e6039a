// Makes a journal for the other figures: make_day DIR ARTICLES ORDERGROUPS ENTRIES. Three cells in
// ten exist; the entries go round over them.
#include <cstdlib>
#include <iostream>

#include "sync/journal/journal_file.hpp"

namespace {

using namespace domain;

ReferenceOrder made_up(int articles, int ordergroups) {
  ReferenceOrder order;
  order.id = {1};
  order.supplier = "Duval";
  for (int g = 0; g < ordergroups; ++g)
    order.group_orders.push_back({GroupOrderId{g + 1}, "Cellule " + std::to_string(g + 1), {}, {}});
  for (int a = 0; a < articles; ++a)
    order.articles.push_back({OrderArticleId{a + 1},
                              "Article " + std::to_string(a + 1),
                              "",
                              "Duval",
                              Unit{"1 kg", "1 kg", read_unit_text("1 kg")},
                              Fraction(1),
                              whole_units(1000),
                              {},
                              UnitPrice(2'000'000'000)});
  std::int64_t id = 0;
  for (int g = 0; g < ordergroups; ++g)
    for (int a = 0; a < articles; ++a)
      if ((a * 7 + g * 3) % 10 < 3)
        order.cells.push_back({CellId{++id}, g, a, whole_units(1), Quantity(), whole_units(1)});
  return order;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  auto journal =
      journal::open_journal(argv[1], "bench", journal::system_clock, journal::Missing::created);
  if (!journal) return std::cerr << journal.error().detail << '\n', 1;
  const auto order = made_up(std::atoi(argv[2]), std::atoi(argv[3]));
  if (!(*journal)->store_references(std::span(&order, 1), "bench")) return 1;
  std::vector<Body> bodies;
  const int entries = std::atoi(argv[4]);
  for (int e = 0; e < entries; ++e) {
    const auto& cell = order.cells[static_cast<std::size_t>(e) % order.cells.size()];
    bodies.push_back(Weighed{{cell.id, cell.base, {}}, grams(10), {}});
  }
  if (!bodies.empty() && !(*journal)->append(bodies, "Rosa")) return 1;
  std::cout << order.cells.size() << " cells, " << entries << " entries\n";
  return 0;
}
