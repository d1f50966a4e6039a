#include "sync/server/foodsoft/pull.hpp"

#include <algorithm>
#include <unordered_map>

#include "sync/server/foodsoft/build_order.hpp"
#include "sync/server/foodsoft/order_notes.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;
using domain::OrderKind;
using domain::Result;
using domain::ServerState;

std::string named(domain::OrderId id) { return "order " + std::to_string(id.value); }

// Parsers advise how to save pages better.
std::string without_advice(const std::string& detail) {
  return detail.substr(0, detail.find("; save "));
}

// After these the server would only be asked in vain, or burdened further.
bool ends_pull(const domain::Error& error) {
  return error.fault == Fault::device_gone || error.fault == Fault::device_silent ||
         error.fault == Fault::interrupted || error.fault == Fault::io;
}

class Puller {
 public:
  Puller(Foodsoft& server, const std::function<void(const PullProgress&)>& progress,
         std::stop_token stop)
      : server_(server), progress_(progress), stop_(std::move(stop)) {}

  Pulled run(std::span<const domain::OrderId> orders);

 private:
  Result<domain::ReferenceOrder> read(domain::OrderId id);
  Result<void> may_go_on() const;
  void tell(PullProgress::Page page);
  void name_groups(domain::ReferenceOrder& order);

  Foodsoft& server_;
  const std::function<void(const PullProgress&)>& progress_;
  std::stop_token stop_;
  PullProgress at_;
  Pulled pulled_;
  bool asked_groups_ = false;
  std::unordered_map<std::string, domain::OrdergroupId> known_;
};

void Puller::tell(PullProgress::Page page) {
  at_.page = page;
  if (progress_) progress_(at_);
}

Result<void> Puller::may_go_on() const {
  if (!stop_.stop_requested()) return {};
  return fail(Fault::interrupted, "it was stopped before all its pages were read");
}

Result<domain::ReferenceOrder> Puller::read(domain::OrderId id) {
  if (const auto go = may_go_on(); !go) return tl::unexpected(go.error());
  tell(PullProgress::Page::groups);
  const auto groups = server_.groups(id);
  if (!groups) return tl::unexpected(groups.error());
  const OrderHead& head = groups->head;
  if (head.state == ServerState::open)
    return fail(Fault::order_open,
                "it is still open for ordering; close it in Foodsoft, then pull again");
  if (const auto go = may_go_on(); !go) return tl::unexpected(go.error());
  tell(PullProgress::Page::articles);
  std::optional<ArticlesPage> articles;
  if (auto page = server_.articles(id))
    articles = std::move(*page);
  else if (page.error().fault == Fault::busy)  // an orphan breaks it for everyone
    pulled_.notes.push_back(named(id) +
                            ": the server's own page view=articles fails, perhaps over a group "
                            "that was deleted; the order was read without it");
  else
    return tl::unexpected(page.error());
  std::optional<ReceivePage> receive;
  if (head.kind == OrderKind::supplier && head.state != ServerState::closed) {
    if (const auto go = may_go_on(); !go) return tl::unexpected(go.error());
    tell(PullProgress::Page::receive);
    auto page = server_.receive(id);
    if (!page) return tl::unexpected(page.error());
    receive = std::move(*page);
  }
  std::vector<std::string> odd;
  auto order =
      build_order({&*groups, articles ? &*articles : nullptr, receive ? &*receive : nullptr}, &odd);
  if (order)
    for (const auto& sentence : odd)
      pulled_.notes.push_back(named(id) + ": " + without_advice(sentence) +
                              "; a cell or a group seems to have been deleted on the server");
  return order;
}

// Asked once a pull; an account without finance may not see it, and nothing depends on it.
void Puller::name_groups(domain::ReferenceOrder& order) {
  const auto article = std::find_if(order.articles.begin(), order.articles.end(),
                                    [](const domain::OrderArticle& a) { return a.id.has_value(); });
  const bool finance = order.base_certainty == domain::Certainty::exact;
  if (!asked_groups_ && finance && article != order.articles.end() && !stop_.stop_requested()) {
    tell(PullProgress::Page::ordergroups);
    asked_groups_ = true;
    if (const auto groups = server_.ordergroups(*article->id))
      for (const auto& group : *groups) known_.emplace(group.name, group.id);
  }
  for (auto& group : order.group_orders)
    if (const auto at = known_.find(group.ordergroup); at != known_.end())
      group.ordergroup_id = at->second;
}

domain::Error left_out(domain::OrderId id, domain::Error error) {
  const auto why = without_advice(error.detail);
  error.detail = named(id) + " is left out: " + why +
                 (why.size() == error.detail.size() ? "" : "; pull again");
  return error;
}

Pulled Puller::run(std::span<const domain::OrderId> orders) {
  at_.orders = orders.size();
  for (const auto id : orders) {
    at_.order = id;
    auto order = read(id);
    if (order) {
      name_groups(*order);
      if (auto note = note_on(*order)) pulled_.notes.push_back(std::move(*note));
      pulled_.orders.push_back(std::move(*order));
    } else {
      const bool over = ends_pull(order.error());
      pulled_.refused.push_back({id, left_out(id, std::move(order.error()))});
      if (over) {
        pulled_.stopped = true;
        break;
      }
    }
    ++at_.index;
  }
  return std::move(pulled_);
}

}  // namespace

Pulled pull_orders(Foodsoft& server, std::span<const domain::OrderId> orders,
                   const std::function<void(const PullProgress&)>& progress, std::stop_token stop) {
  return Puller(server, progress, std::move(stop)).run(orders);
}

std::vector<domain::OrderId> orders_of_day(std::span<const ListedOrder> listed,
                                           std::string_view today,
                                           const std::optional<std::string>& pickup) {
  std::vector<const ListedOrder*> ready;
  for (const auto& order : listed)
    if (order.state != ServerState::open && order.state != ServerState::closed)
      ready.push_back(&order);
  std::string date = pickup.value_or("");
  if (!pickup) {
    std::string nearest, latest;
    for (const auto* order : ready) {
      latest = std::max(latest, order->pickup);
      if (order->pickup >= today && (nearest.empty() || order->pickup < nearest))
        nearest = order->pickup;
    }
    date = nearest.empty() ? latest : nearest;
  }
  std::vector<domain::OrderId> chosen;
  for (const auto* order : ready)
    if (order->pickup == date) chosen.push_back(order->id);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace server
