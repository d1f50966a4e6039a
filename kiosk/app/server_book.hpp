// The day as a push on another thread sees it: a copy of its own, kept up through the door to the
// UI thread, which alone writes the journal. Made and used on the errand's thread; the station is
// touched on the UI thread only.
#pragma once

#include <functional>
#include <string>

#include "kiosk/app/station.hpp"
#include "kiosk/app/ui_door.hpp"
#include "sync/server/foodsoft/push/push.hpp"

namespace kiosk {

class ServerBook final : public server::PushBook {
 public:
  // `told_of`: on the UI thread, after something was written.
  ServerBook(UiDoor& door, Station& station, std::string person, std::function<void()> written)
      : door_(door), station_(station), person_(std::move(person)), written_(std::move(written)) {}
  // First of all. Fails where the program ends.
  domain::Result<void> open() { return catch_up(); }

  const domain::Day& day() const override { return mine_.day; }
  const domain::PushState& state() const override { return state_; }
  const std::string& day_mark() const override { return mine_.row.mark; }
  domain::Result<std::vector<server::ToldOrder>> told(domain::OrderId id) override;
  domain::Result<void> append(std::span<const domain::Body> bodies) override;
  domain::Result<void> catch_up() override;

 private:
  // Runs it on the UI thread, then reads on what is new there.
  domain::Result<void> there(const std::function<domain::Result<void>()>& what);
  void read_on();

  UiDoor& door_;
  Station& station_;
  const std::string person_;
  const std::function<void()> written_;
  journal::LoadedDay mine_;
  domain::PushState state_;
};

}  // namespace kiosk
