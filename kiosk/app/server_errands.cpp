// What runs on the errand's thread, and what becomes of it on this one.
#include <algorithm>

#include "kiosk/app/server_book.hpp"
#include "kiosk/app/server_link.hpp"
#include "kiosk/pull_day.hpp"

namespace kiosk {

namespace {

using screens::ServerRun;

class ErrandClock final : public server::PushClock {
 public:
  explicit ErrandClock(std::stop_token enough) : enough_(std::move(enough)) {}
  bool wait(std::chrono::milliseconds time) override {
    std::unique_lock lock(mutex_);
    return !passed_.wait_for(lock, enough_, time, [this] { return enough_.stop_requested(); });
  }
  bool told_to_end() const override { return enough_.stop_requested(); }

 private:
  const std::stop_token enough_;
  std::mutex mutex_;
  std::condition_variable_any passed_;
};

// Progress is shown; steps and notes stand in the journal.
class ErrandWatch final : public server::PushWatch {
 public:
  explicit ErrandWatch(std::function<void(domain::OrderId, int, int)> show)
      : show_(std::move(show)) {}
  void step(const server::StepReport&) override {}
  void note(const std::string&) override {}
  void progress(domain::OrderId order, int done, int of) override { show_(order, done, of); }

 private:
  const std::function<void(domain::OrderId, int, int)> show_;
};

// Nothing of it was tried: an order with open bags, or without a figure of ours.
bool held_back(const server::OrderReport& report) {
  return report.sent + report.same + report.refused + report.conflicts == 0;
}

// What keeps the server from having everything, as it answers now.
domain::Error why_not_all(server::Foodsoft& server, const std::vector<server::OrderReport>& reports,
                          bool cancelled) {
  if (cancelled) return {domain::Fault::interrupted, "The push was cancelled."};
  for (const auto& report : reports) {
    if (report.verified || report.settled || held_back(report)) continue;
    if (const auto page = server.order(report.order); !page) return page.error();
    return {domain::Fault::refused, report.remains};
  }
  return {domain::Fault::refused, {}};
}

}  // namespace

void ServerLink::begin(ServerRun::Kind kind, Errand errand) {
  if (status_.run) return;
  status_.run = ServerRun{.kind = kind};
  status_.failure.reset();
  enough_ = {};
  errand_ = std::jthread(
      [this, enough = enough_.get_token(), errand = std::move(errand)](std::stop_token cut) {
        if (auto line = settings_.connect(cut))
          errand((*line)->foodsoft(), {cut, enough});
        else
          on_ui([this, error = line.error()] { failed(error); });
        on_ui([this] { end(); });
      });
  around_.changed();
}

void ServerLink::end() {
  status_.run.reset();
  around_.changed();
}

void ServerLink::cancel() {
  if (!status_.run) return;
  status_.run->stopping = true;
  enough_.request_stop();
  around_.changed();
}

void ServerLink::failed(domain::Error error) {
  status_.failure =
      screens::ServerFailure{.kind = status_.run ? status_.run->kind : ServerRun::pull,
                             .at = settings_.clock(),
                             .error = std::move(error)};
}

void ServerLink::show(long done, long of, domain::OrderId order) {
  if (!status_.run) return;
  status_.run->done = done;
  status_.run->of = of;
  status_.run->supplier = supplier_of(order);
  around_.changed();
}

void ServerLink::pull() {
  std::vector<domain::OrderId> held;
  if (around_.station.day_open())
    for (const auto& order : around_.station.day().orders()) held.push_back(order.id);
  begin(ServerRun::pull, [this, held, today = today()](server::Foodsoft& server, const Told& told) {
    const auto orders = orders_to_pull(server, {}, held, today);
    if (!orders) return on_ui([this, error = orders.error()] { failed(error); });
    constexpr long pages = 4;  // at most, an order
    const auto progress = [this](const server::PullProgress& at) {
      on_ui([this, at] {
        show(static_cast<long>(at.index) * pages + static_cast<long>(at.page),
             static_cast<long>(at.orders) * pages, at.order);
      });
    };
    on_ui([this, came = server::pull_orders(server, *orders, progress, told.enough)] {
      pulled(came);
    });
  });
}

void ServerLink::pulled(server::Pulled pulled) {
  if (!pulled.refused.empty()) failed(pulled.refused.front().error);
  if (!pulled.orders.empty()) arrived_ = std::move(pulled);
}

bool ServerLink::between_cells() {
  if (!arrived_) return false;
  server::Pulled came = std::move(*std::exchange(arrived_, std::nullopt));
  Station& station = around_.station;
  std::vector<journal::Reference> held;
  if (station.day_open()) held = station.journal().references(station.row().number).value_or(held);
  keep_out_strangers(held, settings_.address, came);
  screens::ServerChanges changes;
  for (const auto& order : came.orders)
    for (const auto& before : held) {
      if (before.order.id != order.id) continue;
      changes.since = std::max(changes.since, before.mark.imported_at);
      const auto cells = changed_cells(before.order, order, state_);
      changes.cells.insert(changes.cells.end(), cells.begin(), cells.end());
    }
  if (!came.refused.empty()) failed(came.refused.front().error);
  if (came.orders.empty()) return false;
  if (const auto stored = station.store(came.orders, settings_.address); !stored) {
    failed(stored.error());
    return false;
  }
  changes_ = std::move(changes);
  status_.pulled = screens::ServerVisit{settings_.clock(), around_.person(),
                                        static_cast<long>(came.orders.size()), 0};
  looked_.clear();
  day_changed();
  return true;
}

void ServerLink::look() {
  begin(ServerRun::look, [this, person = around_.person()](server::Foodsoft& server,
                                                           const Told& told) {
    ServerBook book(door_, around_.station, person, [] {});
    ErrandClock clock(told.enough);
    if (!book.open()) return;
    std::map<domain::OrderId, LookedOrder> orders;
    const auto& all = book.day().orders();
    for (std::size_t i = 0; i < all.size() && !clock.told_to_end(); ++i) {
      on_ui([=, this, of = static_cast<long>(all.size()), id = all[i].id] {
        show(static_cast<long>(i), of, id);
      });
      const auto told_before = book.told(all[i].id);
      if (!told_before || told_before->empty() || told_before->back().source != server.address())
        continue;
      const auto page = server.groups(all[i].id);  // once: somebody waits, and can look again
      if (!page) return on_ui([this, error = page.error()] { failed(error); });
      orders.insert_or_assign(all[i].id,
                              LookedOrder{server::SeenOrder(*page, all[i]), page->head.state});
    }
    on_ui([this, orders] { looked(orders); });
  });
}

void ServerLink::looked(std::map<domain::OrderId, LookedOrder> orders) {
  looked_ = std::move(orders);
  looked_at_ = settings_.clock();
  plan_.reset();
}

void ServerLink::push() {
  status_.unfinished = false;
  begin(ServerRun::push, [this, person = around_.person(), even_so = wishes_.even_so](
                             server::Foodsoft& server, const Told& told) {
    ServerBook book(door_, around_.station, person, [this] { day_changed(); });
    ErrandClock clock(told.enough);
    ErrandWatch watch([this](domain::OrderId order, int done, int of) {
      on_ui([=, this] { show(done, of, order); });
    });
    const auto lock = settings_.lock();
    if (!lock) return on_ui([this, error = lock.error()] { failed(error); });
    if (!book.open()) return;
    server::PushOptions options;
    options.mark_received = settings_.mark_received;
    options.language = settings_.language;
    auto reports = server::Push(server, book, clock, watch, options).run();
    options.open = true;
    for (const auto order : even_so) {
      if (!reports || clock.told_to_end()) break;
      options.only = order;
      auto one = server::Push(server, book, clock, watch, options).run();
      if (!one)
        reports = std::move(one);
      else
        for (auto& report : *one) {
          std::erase_if(*reports, [&](const auto& r) { return r.order == report.order; });
          reports->push_back(std::move(report));
        }
    }
    if (!reports) return on_ui([this, error = reports.error()] { failed(error); });
    const domain::Error why = why_not_all(server, *reports, clock.told_to_end());
    on_ui([this, reports = *reports, why] { pushed(reports, why); });
  });
}

void ServerLink::pushed(const std::vector<server::OrderReport>& reports, const domain::Error& why) {
  day_changed();
  looked_.clear();
  screens::ServerVisit visit{settings_.clock(), around_.person(), 0, 0};
  screens::ServerFailure failure{.kind = ServerRun::push, .at = visit.at, .error = why};
  for (const auto& report : reports) {
    ++visit.orders;
    visit.figures += report.sent + report.same;
    failure.done += report.sent + report.same;
    failure.of += report.sent + report.same + report.refused + report.conflicts;
    if (!report.verified && !report.settled && !held_back(report))
      failure.hold.push_back(supplier_of(report.order));
  }
  status_.pushed = visit;
  if (!failure.hold.empty()) status_.failure = failure;
}

domain::Result<void> ServerLink::print_receipt() {
  return domain::fail(domain::Fault::not_found, "No printer for whole pages is configured.");
}

}  // namespace kiosk
