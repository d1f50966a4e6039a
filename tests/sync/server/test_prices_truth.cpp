// Prices from their parts against the databases of recorded servers: every group's stored total.
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "domain/pricing.hpp"
#include "domain/unit_code.hpp"
#include "saved_pages.hpp"

using namespace domain;

namespace {

using Row = std::map<std::string, std::string>;

std::int64_t decimal(const Row& row, const char* column, int places) {
  return read_decimal(row.at(column), places).value();
}

// "10.000 KGM;3.000 XPP"
SupplierUnit supplier_unit(const Row& row) {
  SupplierUnit unit{row.at("supplier_order_unit"), {}};
  std::istringstream ratios(row.at("ratios"));
  for (std::string quantity, code; ratios >> quantity >> code;) {
    while (!code.empty() && (code.back() == ';' || code.back() == ',')) code.pop_back();
    unit.ratios.push_back({code, Fraction::read(quantity).value()});
  }
  return unit;
}

UnitPrice price_of_unit(const Row& row, Percent markup) {
  const PriceParts parts{UnitPrice(decimal(row, "net_price", 9)),
                         UnitPrice(decimal(row, "deposit", 9)), Percent(decimal(row, "tax", 6)),
                         markup};
  const Money price = member_price(parts);
  if (!row.contains("supplier_order_unit") || row.at("supplier_order_unit").empty())
    return unit_price(price);
  const SupplierUnit supplier = supplier_unit(row);
  const auto per_supplier_unit =
      convert_one(supplier, supplier.code, row.at("group_order_unit"), common_unit_codes());
  REQUIRE(per_supplier_unit);
  return price_per_group_unit(price, *per_supplier_unit).value();
}

// Whether every group's total comes out with this markup, which the pages do not tell.
bool totals_agree(const std::vector<Row>& rows, Percent markup) {
  std::map<std::string, FinePrice> sums;
  std::map<std::string, Money> stored;
  for (const auto& row : rows) {
    const std::string& group = row.at("group_order_id");
    stored[group] = Money(decimal(row, "group_order_price", 2));
    if (row.at("result") == "NULL") continue;
    const Quantity result(decimal(row, "result", 6));
    sums[group] = sums[group] + price_of(result, price_of_unit(row, markup));
  }
  for (const auto& [group, sum] : sums)
    if (round_to_cents(sum) != stored.at(group)) return false;
  return !sums.empty();
}

}  // namespace

TEST_CASE("net, deposit, tax, markup and ratios give the totals that the servers stored") {
  const auto file = GENERATE(
      values<std::string>({"4.9.2/truth.finished.tsv", "4.9.2/truth.weighed.tsv",
                           "4.9.2/truth.big.finished.tsv", "5.0.0-rc1/truth.finished.tsv",
                           "5.0.0-rc1/truth.weighed.tsv", "5.0.0-rc1/truth.big.finished.tsv"}));
  CAPTURE(file);
  const auto rows = support::recorded_rows(file);
  std::set<int> fitting;
  for (int percent = 0; percent <= 30; ++percent)
    if (totals_agree(rows, Percent(percent * 1'000'000))) fitting.insert(percent);
  CAPTURE(fitting);
  CHECK(fitting.size() == 1);
}
