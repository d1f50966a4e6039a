// A live server as the screens see it, in memory: what tests set is what the screens show; what is
// asked of it stands in `errands`. A choice takes its conflict out of the plan, as the real one
// does. Not thread-safe.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/server_side.hpp"

namespace support {

class FakeServerDesk final : public kiosk::ServerSide {
 public:
  screens::ServerStatus now;
  screens::ServerChanges changed;
  screens::PushPlan planned;
  std::optional<screens::Receipt> proof;
  std::vector<std::string> errands;      // "pull", "look", "push", "cancel", "take 80 ours" …
  int looked_between = 0;                // how often a reference might have come in
  std::optional<domain::Error> failure;  // while set, choices and the print fail with it

  const screens::ServerStatus& status() const override { return now; }
  const screens::ServerChanges& changes() const override { return changed; }
  const screens::PushPlan& plan() const override { return planned; }
  const std::optional<screens::Receipt>& receipt() const override { return proof; }
  void pull() override { errands.push_back("pull"); }
  void look() override { errands.push_back("look"); }
  void push() override { errands.push_back("push"); }
  void cancel() override { errands.push_back("cancel"); }
  domain::Result<void> take(domain::CellId cell, screens::Take take) override;
  domain::Result<void> take(domain::OrderArticleId article, screens::Take take) override;
  void send_even_so(domain::OrderId order) override;
  void leave_unfinished() override;
  domain::Result<void> print_receipt() override;
  bool between_cells() override {
    ++looked_between;
    return false;
  }
  void day_changed() override {}
};

}  // namespace support
