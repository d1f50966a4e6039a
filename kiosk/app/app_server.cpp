// The live server beside the work: what it wants done here, and when a new reference may come in.
#include <chrono>
#include <thread>

#include "kiosk/app/app.hpp"

namespace kiosk {

namespace {

// The cell that people are at; none where they look at something else.
std::optional<domain::CellId> open_cell_of(const std::vector<screens::Place>& stack) {
  if (stack.empty() || !screens::is_work(stack.back())) return std::nullopt;
  for (auto at = stack.rbegin(); at != stack.rend(); ++at)
    if (const auto* cell = std::get_if<screens::AtCell>(&*at)) return cell->cell;
  return std::nullopt;
}

}  // namespace

// A push that was cut off is asked about first of all.
void App::begin_server() {
  if (!setup_.server || station_->refusal()) return;
  const auto changed = [this] {
    if (!open_cell_of(stack_)) let_reference_in({});
    screen_->refresh();
  };
  server_ = setup_.server({*station_, [this] { return person_; },
                           [this](std::function<void()> run) { inbox_.post(Call{std::move(run)}); },
                           changed});
  if (!server_ || !server_->status().unfinished) return screen_->refresh();
  if (person_.empty()) person_ = station_->kept_person();
  auto stack = person_.empty() || stack_.size() > 1
                   ? stack_
                   : std::vector<screens::Place>{screens::AtOverview{}};
  stack.push_back(screens::AtServer{});
  show(std::move(stack));
}

bool App::take(const Call& call) {
  call.run();
  screen_->refresh();
  return true;
}

// Between two cells, never under an open one.
void App::let_reference_in(const std::vector<screens::Place>& next) {
  if (!server_) return;
  const auto cell = open_cell_of(next);
  if (cell && cell == open_cell_of(stack_)) return;
  server_->between_cells();
}

// Under a script the clock is virtual, and the server would lag behind it.
bool App::await_server() {
  if (setup_.labels != Setup::Labels::awaited || !server_) return false;
  bool changed = false;
  while (server_->status().run) {
    if (!take_inbox()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    changed = true;
  }
  return changed;
}

// Somebody watches it: the screen stays.
bool App::server_runs_here() const {
  return server_ && server_->status().run &&
         (std::holds_alternative<screens::AtServer>(stack_.back()) ||
          std::holds_alternative<screens::AtPush>(stack_.back()));
}

}  // namespace kiosk
