// Where a script plays: a kiosk with or without a window, and the devices it pretends to have.
#pragma once

#include <string>
#include <string_view>

#include "domain/result.hpp"
#include "kiosk/application.hpp"
#include "kiosk/play/script.hpp"

namespace kiosk::play {

// The simulated devices and USB key of the application under play. Refuses what it does not have.
class Devices {
 public:
  virtual ~Devices() = default;
  virtual domain::Result<void> put_on_scale(domain::Weight weight) = 0;
  virtual domain::Result<void> clear_scale() = 0;
  virtual domain::Result<void> scale_fault(std::string_view fault) = 0;
  virtual domain::Result<void> scale_ok() = 0;
  virtual domain::Result<void> printer_fault(std::string_view fault) = 0;
  virtual domain::Result<void> printer_ok() = 0;
  virtual domain::Result<void> put_key(const std::string& folder) = 0;
  virtual domain::Result<void> pull_key() = 0;
};

class Stage {
 public:
  virtual ~Stage() = default;
  virtual ui::Ui& ui() = 0;
  virtual void touch(const ui::Touch& touch) = 0;
  virtual void key(char symbol) = 0;
  // Time goes on and the frames that are due are drawn; at least what was touched shows.
  virtual void pass(milliseconds time) = 0;
  // One frame more, although nothing changed.
  virtual void redraw() = 0;
  // The frame as PNG in the pictures' folder, NAME.png.
  virtual domain::Result<void> picture(const std::string& name) = 0;
  virtual bool finished() = 0;
};

}  // namespace kiosk::play
