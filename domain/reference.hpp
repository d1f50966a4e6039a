// What the main server told of one order: stored whole, never computed further. A new import or
// pull is a new version. Facts: Foodsoft 4.9.2 and 5.0.0-rc1, foodsoft.md 3 and 14.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/amount.hpp"
#include "domain/fraction.hpp"
#include "domain/ids.hpp"
#include "domain/push_words.hpp"
#include "domain/unit.hpp"

namespace domain {

enum class Series { v4, v5 };
enum class OrderKind { supplier, stock };
// Whether a figure is what the server keeps, or only near it.
enum class Certainty { exact, about };

// A price as a page gives it, in 10^-18 of the currency, further digits cut off (a page has up to
// 36): cut, not rounded, since the server rounds the sum of what it cut itself.
struct FinePrice {
  Wide units = 0;
  bool operator==(const FinePrice&) const = default;
};
FinePrice operator+(FinePrice a, FinePrice b);
Result<FinePrice> read_fine_price(std::string_view text);
std::string text_of(FinePrice price);

struct OrderArticle {
  std::optional<OrderArticleId> id;  // unknown where it stands on no page but view=groups
  std::string name;
  std::string number;    // order number, as on the receive page; often empty
  std::string producer;  // the order's supplier, or a stock article's own
  Unit unit;             // in which results are kept
  // How many of `unit` one supplier unit (a box) is; unknown where no page tells.
  std::optional<Fraction> per_supplier_unit;
  std::optional<Quantity> units_to_order, units_received;  // in supplier units
  // What a member pays for one unit.
  std::optional<UnitPrice> unit_price;
  Certainty price_certainty = Certainty::exact;
  bool operator==(const OrderArticle&) const = default;
};

struct GroupOrder {
  GroupOrderId id;
  std::string ordergroup;  // the name; unique within an order
  std::optional<OrdergroupId> ordergroup_id;
  std::optional<FinePrice> price_sum;
  bool operator==(const GroupOrder&) const = default;
};

struct ReferenceCell {
  CellId id;
  int group = 0;    // index into group_orders
  int article = 0;  // index into articles
  std::optional<Quantity> asked, tolerance, base;
  Certainty base_certainty = Certainty::exact;
  std::optional<FinePrice> price;  // the page's data-value for base
  bool operator==(const ReferenceCell&) const = default;
};

struct ReferenceOrder {
  OrderId id;
  Series series = Series::v4;
  OrderKind kind = OrderKind::supplier;
  ServerState state = ServerState::finished;
  std::string supplier;
  std::string created_by;                // empty where the page does not tell
  std::vector<OrderArticle> articles;    // in the order of the page
  std::vector<GroupOrder> group_orders;  // in the order of the page
  std::vector<ReferenceCell> cells;
  // False where a page rounds results to 2 decimals (role pickups, settled): contracts.md 2.2.
  Certainty base_certainty = Certainty::exact;
  bool operator==(const ReferenceOrder&) const = default;
};

}  // namespace domain
