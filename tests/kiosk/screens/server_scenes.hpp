// The screens of the live server in the states that the tests draw: the demo's day, beside a server
// in memory.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "support/kiosk/fake_desk.hpp"
#include "support/kiosk/fake_server_desk.hpp"

namespace server_scenes {

// A day of the reference pictures with a server: 118 quantities to send, a conflict on the leeks.
struct Coop {
  Coop();
  Coop(const Coop&) = delete;
  Coop& operator=(const Coop&) = delete;
  screens::Conflict conflict(const char* article, const char* ordergroup, std::int64_t ours,
                             std::int64_t theirs, std::int64_t base) const;
  support::FakeDesk desk;
  support::FakeServerDesk server;
};

using Draw = std::function<void(ui::Ui&)>;
struct Scene {
  const char* name;
  std::function<Draw(Coop&)> make;
};
const std::vector<Scene>& scenes();

}  // namespace server_scenes
