#include "kiosk/app/server_link.hpp"

#include <algorithm>

#include "kiosk/app/wall_clock.hpp"

namespace kiosk {

namespace {

using screens::ServerRun;

std::string without_scheme(const std::string& address) {
  const auto mark = address.find("://");
  return mark == address.npos ? address : address.substr(mark + 3);
}

}  // namespace

ServerLink::ServerLink(ServerSurroundings around, ServerSettings settings)
    : around_(std::move(around)), settings_(std::move(settings)), door_(around_.on_ui_thread) {
  status_.address = without_scheme(settings_.address);
  wishes_.mark_received = settings_.mark_received;
  day_changed();
  status_.unfinished = push_was_cut_off(around_.station.entries());
  remember();
}

// At once: the request under way is cut, who waits at the door is let go.
ServerLink::~ServerLink() {
  enough_.request_stop();
  errand_.request_stop();
  door_.close();
}

// What the journal tells of pulls and pushes before this start.
void ServerLink::remember() {
  screens::ServerVisit visit;
  for (const auto& mark : around_.station.loaded().marks)
    if (mark.source == settings_.address) {
      visit.at = std::max(visit.at, mark.imported_at);
      ++visit.orders;
    }
  if (visit.orders > 0) status_.pulled = visit;
  if (const auto& sent = receipt()) {
    screens::ServerVisit last{sent->at, sent->person, 0, 0};
    for (const auto& order : sent->orders) {
      ++last.orders;
      last.figures += order.sent;
    }
    status_.pushed = last;
  }
}

ServerFacts ServerLink::facts() const {
  const auto& loaded = around_.station.loaded();
  return {loaded.day, loaded.entries, state_, loaded.marks, settings_.address};
}

// Entries are appended, so what was folded stays; a day that was begun or read anew begins again.
void ServerLink::day_changed() {
  const auto entries = around_.station.entries();
  const bool same =
      folded_count_ <= entries.size() && (!folded_ || entries[folded_count_ - 1].ref == *folded_);
  if (!same) {
    state_ = {};
    folded_count_ = 0;
  }
  state_.apply(entries.subspan(folded_count_));
  folded_count_ = entries.size();
  folded_ = entries.empty() ? std::nullopt : std::optional(entries.back().ref);
  status_.to_send = waiting_cells(facts());
  plan_.reset();
  receipt_.reset();
}

const screens::PushPlan& ServerLink::plan() const {
  if (plan_) return *plan_;
  domain::Stamp pulled_at;
  for (const auto& mark : around_.station.loaded().marks)
    pulled_at = std::max(pulled_at, mark.imported_at);
  plan_ = plan_of(facts(), looked_, looked_.empty() ? pulled_at : looked_at_, wishes_);
  return *plan_;
}

const std::optional<screens::Receipt>& ServerLink::receipt() const {
  if (!receipt_) receipt_ = receipt_of(facts());
  return *receipt_;
}

domain::Result<void> ServerLink::take(domain::CellId cell, screens::Take take) {
  std::vector<screens::Conflict> chosen = plan().conflicts;
  std::erase_if(chosen, [&](const screens::Conflict& c) { return c.cell != cell; });
  return take_all(chosen, take);
}

domain::Result<void> ServerLink::take(domain::OrderArticleId article, screens::Take take) {
  std::vector<screens::Conflict> chosen = plan().conflicts;
  std::erase_if(chosen, [&](const screens::Conflict& c) { return c.article != article; });
  return take_all(chosen, take);
}

domain::Result<void> ServerLink::take_all(const std::vector<screens::Conflict>& conflicts,
                                          screens::Take take) {
  std::vector<domain::Body> bodies;
  for (const auto& conflict : conflicts)
    bodies.push_back(domain::Taken{
        conflict.cell, take == screens::Take::ours ? domain::Side::ours : domain::Side::server,
        conflict.server});
  if (bodies.empty()) return {};
  const auto saved = around_.station.save(bodies, around_.person());
  if (!saved) return tl::unexpected(saved.error());
  day_changed();
  return {};
}

void ServerLink::send_even_so(domain::OrderId order) {
  wishes_.even_so.insert(order);
  plan_.reset();
}

void ServerLink::leave_unfinished() { status_.unfinished = false; }

std::string ServerLink::supplier_of(domain::OrderId order) const {
  for (const auto& each : around_.station.day().orders())
    if (each.id == order) return each.supplier;
  return {};
}

std::string ServerLink::today() const { return iso_date(settings_.clock()); }

}  // namespace kiosk
