// A Foodsoft in memory for tests of the push: orders as their references tell them, with the traps
// of a running one (foodsoft.md 14): a settled order answers yes and keeps its values, an error may
// have saved, a group's stored total may be stale. Faults and changes behind our back on request.
// Safe to call from two threads; notes where two writes met in one group.
#pragma once

#include <algorithm>
#include <functional>
#include <mutex>
#include <thread>

#include "support/memory_pages.hpp"

namespace support {

// What becomes of one call.
enum class Mishap {
  none,
  never_left,     // nothing left this machine
  lost_before,    // the server never saw it; we cannot know
  lost_after,     // carried out, the reply lost
  error_saved,    // 500 after the value was saved; the group's total stays stale
  error_unsaved,  // 500, nothing saved
};

class MemoryFoodsoft : public server::Foodsoft {
 public:
  using Order = MemoryOrder;

  // Asked before each call, in the order of the calls; "write 80", "row 63", "comment".
  std::function<Mishap(const std::string&)> mishap;
  // Called before each call, without any lock held: changes behind our back.
  std::function<void(const std::string&)> meanwhile;

  explicit MemoryFoodsoft(std::string address = "https://foodsoft.example/f")
      : address_(std::move(address)) {}

  Order& add(const domain::ReferenceOrder& told) {
    Order& order = orders_[told.id.value];
    order.told = told;
    order.state = told.state;
    for (const auto& cell : told.cells)
      order.results[cell.id.value] = cell.base.value_or(domain::Quantity());
    for (const auto& article : told.articles)
      if (article.id && article.units_received)
        order.received[article.id->value] = *article.units_received;
    for (std::size_t g = 0; g < told.group_orders.size(); ++g)
      recompute(order, static_cast<int>(g));
    return order;
  }
  Order& at(std::int64_t id) { return orders_.at(id); }
  const std::vector<std::string>& calls() const { return calls_; }
  int writes() const {
    return static_cast<int>(std::count_if(calls_.begin(), calls_.end(), [](const auto& call) {
      return call.starts_with("write ") || call.starts_with("set ") || call == "comment" ||
             call == "post receive";
    }));
  }
  int met() const { return met_; }  // writes that met in one group

  const std::string& address() const override { return address_; }
  domain::Result<std::vector<server::ListedOrder>> orders() override {
    std::vector<server::ListedOrder> list;
    for (const auto& [id, order] : orders_)
      list.push_back({{id}, order.told.supplier, order.state, "2026-11-25"});
    return list;
  }
  domain::Result<server::OrderPage> order(domain::OrderId id) override {
    if (auto bad = reading("order")) return tl::unexpected(*bad);
    const std::lock_guard lock(mutex_);
    const Order& order = orders_.at(id.value);
    server::OrderPage page;
    page.head = head(order);
    page.user_id = 7;
    for (std::size_t i = 0; i < order.comments.size(); ++i)
      page.comments.push_back({static_cast<std::int64_t>(i + 1), as_read(order.comments[i])});
    return page;
  }
  domain::Result<server::GroupsPage> groups(domain::OrderId id) override {
    if (auto bad = reading("groups")) return tl::unexpected(*bad);
    const std::lock_guard lock(mutex_);
    return groups_page(orders_.at(id.value));
  }
  domain::Result<server::ArticlesPage> articles(domain::OrderId) override {
    return domain::fail(domain::Fault::not_found, "no such page in this test");
  }
  domain::Result<server::ReceivePage> receive(domain::OrderId id) override {
    if (auto bad = reading("receive page")) return tl::unexpected(*bad);
    const std::lock_guard lock(mutex_);
    const Order& order = orders_.at(id.value);
    server::ReceivePage page{id, order.told.series, {}, {}};
    for (const auto& article : order.told.articles)
      if (article.id) page.rows.push_back(receive_row_of(order, article));
    return page;
  }
  domain::Result<server::ArticleRow> article_row(domain::OrderId id,
                                                 domain::OrderArticleId article) override {
    if (auto bad = reading("row " + std::to_string(article.value))) return tl::unexpected(*bad);
    const std::lock_guard lock(mutex_);
    return article_row_of(orders_.at(id.value), article);
  }
  domain::Result<std::optional<server::ReceiveRow>> receive_row(
      domain::OrderId id, domain::OrderArticleId article) override {
    if (auto bad = reading("receive row")) return tl::unexpected(*bad);
    const std::lock_guard lock(mutex_);
    const Order& order = orders_.at(id.value);
    for (const auto& each : order.told.articles)
      if (each.id == article) return std::optional(receive_row_of(order, each));
    return std::optional<server::ReceiveRow>();
  }
  domain::Result<std::vector<server::StoredTotal>> stored_totals(domain::OrderId id) override {
    if (auto bad = reading("confirm")) return tl::unexpected(*bad);
    const std::lock_guard lock(mutex_);
    std::vector<server::StoredTotal> totals;
    Order& order = orders_.at(id.value);
    for (const auto& group : order.told.group_orders)
      totals.push_back(
          {group.ordergroup, order.stored[group.id.value] + order.transport[group.id.value]});
    return totals;
  }
  domain::Result<std::vector<server::KnownOrdergroup>> ordergroups(
      domain::OrderArticleId) override {
    return std::vector<server::KnownOrdergroup>();
  }
  domain::Result<std::vector<server::GroupCredit>> credits() override {
    return std::vector<server::GroupCredit>();
  }

  server::WriteReply write_result(domain::CellId cell, domain::Quantity result) override {
    return write("write " + std::to_string(cell.value), cell,
                 [&](Order& order, bool) { order.results[cell.value] = result; });
  }
  server::WriteReply heal_total(domain::CellId cell, domain::OrderArticleId) override {
    return write("heal " + std::to_string(cell.value), cell, [](Order&, bool) {});
  }
  server::WriteReply write_received(domain::OrderId id, domain::OrderArticleId article,
                                    domain::Quantity units, domain::Series) override {
    return post("set " + std::to_string(article.value),
                [&] { orders_.at(id.value).received[article.value] = units; });
  }
  server::WriteReply post_comment(domain::OrderId id, std::int64_t,
                                  const std::string& text) override {
    return post("comment", [&] { orders_.at(id.value).comments.push_back(text); });
  }
  server::WriteReply post_receive(domain::OrderId id) override {
    return post("post receive", [&] {
      orders_.at(id.value).state = domain::ServerState::received;
      ++orders_.at(id.value).receives;
    });
  }

  // As a person would, in the browser.
  void change(std::int64_t order, std::int64_t cell, domain::Quantity value) {
    const std::lock_guard lock(mutex_);
    Order& at = orders_.at(order);
    at.results[cell] = value;
    for (std::size_t g = 0; g < at.told.group_orders.size(); ++g)
      recompute(at, static_cast<int>(g));
  }
  void settle(std::int64_t order) {
    const std::lock_guard lock(mutex_);
    orders_.at(order).state = domain::ServerState::closed;
  }
  // Sum of the unrounded cell prices of a group.
  domain::Money true_total(const Order& order, int group) const {
    return domain::round_to_cents(price_sum(order, group));
  }
  bool totals_are_right(std::int64_t id) {
    Order& order = orders_.at(id);
    for (std::size_t g = 0; g < order.told.group_orders.size(); ++g)
      if (order.stored[order.told.group_orders[g].id.value] !=
          true_total(order, static_cast<int>(g)))
        return false;
    return true;
  }

 private:
  // What a browser shows of a comment: entities back.
  static std::string as_read(std::string text) {
    const std::pair<const char*, const char*> marks[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    for (const auto& [from, to] : marks)
      for (auto at = text.find(from); at != text.npos; at = text.find(from, at + 1))
        text.replace(at, std::string(from).size(), to);
    return text;
  }
  Mishap note(const std::string& call) {
    if (meanwhile) meanwhile(call);
    const std::lock_guard lock(mutex_);
    calls_.push_back(call);
    return mishap ? mishap(call) : Mishap::none;
  }
  std::optional<domain::Error> reading(const std::string& call) {
    if (note(call) == Mishap::none) return std::nullopt;
    return domain::Error{domain::Fault::device_silent, "The server gave no answer."};
  }
  static server::WriteReply reply(Mishap mishap) {
    if (mishap == Mishap::none) return {server::Landed::yes, {}};
    const domain::Error error{
        mishap == Mishap::never_left ? domain::Fault::device_gone : domain::Fault::device_silent,
        "The server gave no answer."};
    return {mishap == Mishap::never_left ? server::Landed::no : server::Landed::unknown, error};
  }
  static bool carried_out(Mishap mishap) {
    return mishap == Mishap::none || mishap == Mishap::lost_after || mishap == Mishap::error_saved;
  }
  template <class Change>
  server::WriteReply post(const std::string& call, Change change) {
    const Mishap happened = note(call);
    const std::lock_guard lock(mutex_);
    if (carried_out(happened)) change();
    return reply(happened);
  }
  template <class Change>
  server::WriteReply write(const std::string& call, domain::CellId id, Change change) {
    const Mishap happened = note(call);
    Order* order = nullptr;
    int group = 0;
    {
      const std::lock_guard lock(mutex_);
      for (auto& [unused, each] : orders_)
        for (const auto& cell : each.told.cells)
          if (cell.id == id && each.gone.count(id.value) == 0) {
            order = &each;
            group = cell.group;
          }
      if (!order)
        return {server::Landed::no, {domain::Fault::not_found, "The server has no such cell."}};
      if (!under_way_.insert({order, group}).second) ++met_;
    }
    std::this_thread::yield();
    const std::lock_guard lock(mutex_);
    under_way_.erase({order, group});
    if (order->state != domain::ServerState::closed && carried_out(happened)) {
      change(*order, true);
      if (happened != Mishap::error_saved) recompute(*order, group);
    }
    return reply(happened);
  }

  domain::FinePrice price_sum(const Order& order, int group) const {
    domain::FinePrice sum;
    for (const auto& cell : order.told.cells)
      if (cell.group == group) sum = sum + price(order, cell);
    return sum;
  }
  void recompute(Order& order, int group) {
    order.stored[order.told.group_orders[static_cast<std::size_t>(group)].id.value] =
        true_total(order, group);
  }
  std::string address_;
  std::mutex mutex_;
  std::map<std::int64_t, Order> orders_;
  std::vector<std::string> calls_;
  std::set<std::pair<const Order*, int>> under_way_;
  int met_ = 0;
};

}  // namespace support
