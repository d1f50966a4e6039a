// The state of a small co-op as the server's database holds it. Plain values; whoever holds the
// server's one lock may read and change them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fake_foodsoft/decimal.hpp"

namespace fake {

enum class Series { v4, v5 };

struct User {
  int id = 0;
  std::string nick, email, password, name, locale = "en";
  bool finance = false, orders = false, pickups = false;
  std::optional<int> ordergroup{};
};

struct Ordergroup {
  int id = 0;
  std::string name;
  bool deleted = false;
  Decimal balance{};
};

struct Supplier {
  int id = 0;
  std::string name;
};

struct Ratio {
  Decimal quantity;  // of `unit` in one supplier unit
  std::string unit;
};

struct Units {
  std::string text;  // 4.x: the member unit; 5.x: a custom unit where `supplier` is empty
  int box = 1;       // 4.x: member units in one box
  std::string supplier{}, group{}, billing{};  // 5.x codes
  std::vector<Ratio> ratios{};
};

struct Article {  // of one order
  int id = 0, order = 0;
  std::string number, name, category, manufacturer, note;
  Units units;
  Decimal price, tax, deposit;  // net; 4.x of a member unit, 5.x of a supplier unit
  Decimal quantity, tolerance;  // what members asked for
  Decimal units_to_order;       // boxes, supplier units
  std::optional<Decimal> units_received{};
  int lock_version = 0;
};

struct Cell {
  int id = 0, article = 0, group_order = 0;
  Decimal quantity, tolerance;
  std::optional<Decimal> result{}, computed{};
};

struct GroupOrder {
  int id = 0, order = 0;
  std::optional<int> ordergroup{};  // nothing: the stock's own
  Decimal price{};                  // stored: what settling shows, may be stale
  Decimal transport{};
  int lock_version = 0;
};

enum class State { open, finished, received, closed };

struct Order {
  int id = 0;
  std::optional<int> supplier{};  // nothing: a stock order
  State state = State::finished;
  std::string starts, ends, pickup, note;  // ISO: "2026-11-21 04:32"
  int created_by = 0;
  std::optional<Decimal> transport{};
};

struct Comment {
  int id = 0, order = 0, user = 0;
  std::string text, at;
};

struct Coop {
  Series series = Series::v4;
  std::string name = "FC Test";
  std::map<int, User> users;
  std::map<int, Ordergroup> ordergroups;
  std::map<int, Supplier> suppliers;
  std::map<int, Order> orders;
  std::map<int, Article> articles;
  std::map<int, GroupOrder> group_orders;
  std::map<int, Cell> cells;
  std::vector<Comment> comments;

  bool four() const { return series == Series::v4; }
};

inline const char* name_of(State state) {
  constexpr const char* names[] = {"open", "finished", "received", "closed"};
  return names[static_cast<int>(state)];
}
inline bool is_finished(State state) {
  return state == State::finished || state == State::received;
}

// Everything below is looked up anew each time: a map of a few thousand rows, a test server.
std::vector<const Article*> articles_of(const Coop& coop, int order);      // by id
std::vector<const GroupOrder*> groups_of(const Coop& coop, int order);     // by id
std::vector<const Cell*> cells_of_article(const Coop& coop, int article);  // by id
std::vector<const Cell*> cells_of_group(const Coop& coop, int group_order);
const Order& order_of(const Coop& coop, const Cell& cell);
std::string supplier_name(const Coop& coop, const Order& order);
// "Stock (Kiosk Essai)" where the group order is the stock's.
std::string group_name(const Coop& coop, const GroupOrder& group);
std::vector<const GroupOrder*> groups_by_name(const Coop& coop, int order);
// A cell whose group order is gone: the trap of foodsoft.md 14.5.
bool has_orphan(const Coop& coop, int article);
bool order_has_orphan(const Coop& coop, int order);
// As the database's collation sorts names: without case and accents.
std::string folded(const std::string& name);

template <class Rows>
int next_id(const Rows& rows) {
  return rows.empty() ? 1 : rows.rbegin()->first + 1;
}

}  // namespace fake
