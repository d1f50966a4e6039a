// One screen: it is made when the kiosk goes to its place and dropped when the kiosk leaves it, so
// whatever must outlive it stands at the desk. A screen owns its presenter (the rules, no drawing)
// and calls its view (drawing, no rules). UI thread.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "domain/reading.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens {

class Screen {
 public:
  virtual ~Screen() = default;
  // Draws the state, and acts on what was tapped. May call Desk::go: it takes effect after the
  // frame.
  virtual void draw(ui::Ui& ui) = 0;
  // A new reading came, or the day changed, or time went on to `deadline`.
  virtual void refresh() {}
  // A character from a keyboard, or from a scale that types: digits, ',', '+', '*', '\b', '\n'.
  virtual void typed(char) {}
  // When it wants to be drawn again though nothing happens.
  virtual std::optional<domain::Moment> deadline() const { return std::nullopt; }
};

// The screen of a place.
std::unique_ptr<Screen> make_screen(const Place& place, Desk& desk);

}  // namespace screens
