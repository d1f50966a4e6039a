#include "sync/server/foodsoft/price_solver.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <limits>

namespace server {

namespace {

using domain::FinePrice;
using domain::Fraction;
using domain::Quantity;
using domain::Wide;
using Big = boost::multiprecision::cpp_int;

constexpr std::int64_t micro_in_thousandth = 1'000;
// A price of 10^-18 × this is what n thousandths at c cents per supplier unit cost, where the unit
// is the supplier unit.
constexpr std::int64_t fine_in_thousandth_cent = 10'000'000'000'000;
constexpr std::int64_t nano_in_cent = 10'000'000;
// The server divides decimals at ~32 digits, a page's price is cut at 18.
constexpr std::int64_t relative_error = 100'000'000'000'000;
constexpr std::int64_t most_tries = 200'000;

template <class Int>
Int magnitude(const Int& value) {
  return value < 0 ? Int(-value) : value;
}

template <class Int>
Int divide_nearest(Int numerator, Int denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Int half = denominator / 2;
  return numerator < 0 ? Int(-((half - numerator) / denominator))
                       : Int((numerator + half) / denominator);
}

template <class Int>
class Solver {
 public:
  Solver(std::span<const PricedCell> cells, std::optional<Fraction> per) : cells_(cells) {
    for (const auto& cell : cells) prices_.push_back(Int(cell.price.units));
    if (per) {
      whole_cents_ = true;
      up_ = per->numerator();
      down_ = per->denominator();
    }
  }

  std::optional<SolvedPrices> run() {
    const auto pivot = scarcest();
    if (!pivot) return free_of_charge();
    const auto& within = cells_[*pivot].within;
    const std::int64_t first = within.first_thousandth(), last = within.last_thousandth();
    if (last - first > most_tries) return std::nullopt;
    std::optional<SolvedPrices> found;
    for (std::int64_t n = first; n <= last; ++n) {
      auto solved = n == 0 ? std::nullopt : try_number(*pivot, n);
      if (!solved) continue;
      if (found) return std::nullopt;
      found = std::move(solved);
    }
    return found;
  }

 private:
  // The cell that costs something and may be the fewest numbers.
  std::optional<std::size_t> scarcest() const {
    std::optional<std::size_t> best;
    std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (prices_[i] == 0) continue;
      const std::int64_t count =
          cells_[i].within.last_thousandth() - cells_[i].within.first_thousandth();
      if (count >= fewest) continue;
      fewest = count;
      best = i;
    }
    return best;
  }

  // A cell without a price is 0 where it can be; an article that costs nothing may be anything.
  std::optional<Quantity> unpaid(const Interval& within) const {
    if (within.contains(Quantity())) return Quantity();
    const std::int64_t only = within.first_thousandth();
    if (only != within.last_thousandth()) return std::nullopt;
    return Quantity(only * micro_in_thousandth);
  }

  std::optional<SolvedPrices> free_of_charge() const {
    SolvedPrices solved;
    bool any = false;
    for (const auto& cell : cells_) {
      const auto number = unpaid(cell.within);
      if (!number) return std::nullopt;
      any = any || *number != Quantity();
      solved.numbers.push_back(*number);
    }
    if (any) solved.unit_price = domain::UnitPrice();
    return solved;
  }

  bool near(const Int& a, const Int& b, const Int& unit) const {
    return magnitude(Int(a - b)) <= unit * 2 + magnitude(a) / relative_error;
  }

  // `n` thousandths in the pivot give the price of one; do all others agree?
  std::optional<SolvedPrices> try_number(std::size_t pivot, std::int64_t n) const {
    // The cost of one thousandth is cost / share, in 10^-18.
    Int cost = prices_[pivot], share = n;
    if (whole_cents_) {
      const Int of_cent = down_ * fine_in_thousandth_cent;
      const Int cents = divide_nearest<Int>(prices_[pivot] * up_, of_cent * n);
      if (cents == 0 || !near(prices_[pivot] * up_, cents * of_cent * n, up_)) return std::nullopt;
      cost = cents * of_cent;
      share = up_;
    }
    SolvedPrices solved;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const auto& within = cells_[i].within;
      if (prices_[i] == 0) {
        if (!within.contains(Quantity())) return std::nullopt;
        solved.numbers.emplace_back();
        continue;
      }
      const Int thousandths = divide_nearest<Int>(prices_[i] * share, cost);
      if (thousandths < within.first_thousandth() || thousandths > within.last_thousandth() ||
          !near(prices_[i] * share, thousandths * cost, magnitude(share)))
        return std::nullopt;
      solved.numbers.emplace_back(static_cast<std::int64_t>(thousandths) * micro_in_thousandth);
    }
    // Thousandths of 10^-18 are 10^-15 of one unit: a million of them are a nano.
    const Int nano = divide_nearest<Int>(cost, share * 1'000'000);
    if (magnitude(nano) > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    solved.unit_price = domain::UnitPrice(static_cast<std::int64_t>(nano));
    return solved;
  }

  std::span<const PricedCell> cells_;
  std::vector<Int> prices_;
  bool whole_cents_ = false;
  Int up_ = 1, down_ = 1;
};

int bits(Wide value) {
  int count = 0;
  for (Wide rest = value < 0 ? -value : value; rest > 0; rest /= 2) ++count;
  return count;
}

}  // namespace

std::optional<SolvedPrices> solve_prices(std::span<const PricedCell> cells,
                                         std::optional<Fraction> per_supplier_unit) {
  constexpr int room = 124;
  int price_bits = 0, number_bits = 1;
  for (const auto& cell : cells) {
    price_bits = std::max(price_bits, bits(cell.price.units));
    number_bits = std::max(
        {number_bits, bits(cell.within.high / 1'000'000), bits(cell.within.low / 1'000'000)});
  }
  const int up = per_supplier_unit ? bits(per_supplier_unit->numerator()) : number_bits + 2;
  const int down = per_supplier_unit ? bits(per_supplier_unit->denominator()) : 0;
  // The largest products are price × up, cost × number, and share × a million.
  const bool fits = price_bits + up + 4 <= room &&
                    price_bits + up + number_bits + 4 <= room + number_bits &&
                    down + bits(fine_in_thousandth_cent) + number_bits + 28 <= room;
  if (fits) return Solver<Wide>(cells, per_supplier_unit).run();
  return Solver<Big>(cells, per_supplier_unit).run();
}

std::optional<domain::UnitPrice> price_of_one(FinePrice price, Quantity number) {
  if (number == Quantity()) return std::nullopt;
  // 10^-18 ÷ 10^-6 = 10^-12 of one; a thousand of them are a nano.
  const Big nano = divide_nearest<Big>(Big(price.units), Big(number.units()) * 1'000);
  if (magnitude(nano) > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return domain::UnitPrice(static_cast<std::int64_t>(nano));
}

}  // namespace server
