// The live server of a running kiosk: one errand at a time (pull, look, push) on a thread of its
// own, which talks to the day through the UI thread. Weighing never waits for it; the end of the
// program cuts it at once. All members are of the UI thread but where said.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/app/server_side.hpp"
#include "kiosk/app/server_state.hpp"
#include "kiosk/app/station.hpp"
#include "kiosk/app/ui_door.hpp"
#include "sync/server/foodsoft/pull.hpp"
#include "sync/server/foodsoft/push/push.hpp"

namespace kiosk {

// A way to the server, for as long as one errand lasts.
class ServerLine {
 public:
  virtual ~ServerLine() = default;
  virtual server::Foodsoft& foodsoft() = 0;
};
// Called on the errand's thread; `cut` ends requests at once.
using Connect = std::function<domain::Result<std::unique_ptr<ServerLine>>(std::stop_token cut)>;

// Held while a push runs: one a journal at a time, whoever pushes.
class PushLock {
 public:
  virtual ~PushLock() = default;
};

struct ServerSettings {
  std::string address;  // as references bear it
  Connect connect;
  std::function<domain::Result<std::unique_ptr<PushLock>>()> lock;
  std::function<domain::Stamp()> clock;
  bool mark_received = false;
  domain::CommentLanguage language = domain::CommentLanguage::fr;
};

class ServerLink final : public ServerSide {
 public:
  ServerLink(ServerSurroundings around, ServerSettings settings);
  ~ServerLink() override;

  const screens::ServerStatus& status() const override { return status_; }
  const screens::ServerChanges& changes() const override { return changes_; }
  const screens::PushPlan& plan() const override;
  const std::optional<screens::Receipt>& receipt() const override;
  void pull() override;
  void look() override;
  void push() override;
  void cancel() override;
  domain::Result<void> take(domain::CellId cell, screens::Take take) override;
  domain::Result<void> take(domain::OrderArticleId article, screens::Take take) override;
  void send_even_so(domain::OrderId order) override;
  void leave_unfinished() override;
  domain::Result<void> print_receipt() override;
  bool between_cells() override;
  void day_changed() override;

 private:
  // What an errand is told: `cut` ends requests, `enough` lets the running one finish.
  struct Told {
    std::stop_token cut, enough;
  };
  // Runs on a thread of its own with a line to the server; what cannot be reached is told.
  using Errand = std::function<void(server::Foodsoft&, const Told&)>;
  void begin(screens::ServerRun::Kind kind, Errand errand);
  void end();
  void failed(domain::Error error);
  void on_ui(std::function<void()> what) { around_.on_ui_thread(std::move(what)); }
  void show(long done, long of, domain::OrderId order);
  void pulled(server::Pulled pulled);
  void looked(std::map<domain::OrderId, LookedOrder> orders);
  void pushed(const std::vector<server::OrderReport>& reports, const domain::Error& why);
  domain::Result<void> take_all(const std::vector<screens::Conflict>& conflicts,
                                screens::Take take);
  ServerFacts facts() const;
  void remember();
  std::string supplier_of(domain::OrderId order) const;
  std::string today() const;

  ServerSurroundings around_;
  const ServerSettings settings_;
  UiDoor door_;
  screens::ServerStatus status_;
  screens::ServerChanges changes_;
  domain::PushState state_;
  std::optional<domain::EntryRef> folded_;  // the last entry in state_
  std::size_t folded_count_ = 0;
  // What the last look saw, and when; nothing after a pull or a push.
  std::map<domain::OrderId, LookedOrder> looked_;
  domain::Stamp looked_at_;
  PlanWishes wishes_;
  // Worked out when asked for.
  mutable std::optional<screens::PushPlan> plan_;
  mutable std::optional<std::optional<screens::Receipt>> receipt_;
  std::optional<server::Pulled> arrived_;  // not in the day yet
  std::stop_source enough_;
  std::jthread errand_;  // last: nothing of it runs once it is gone
};

}  // namespace kiosk
