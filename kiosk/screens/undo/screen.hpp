// The last gestures, each with its undo.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_undo(Desk& desk);

}  // namespace screens
