// The screen that asks who is at this station.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_who(Desk& desk);

}  // namespace screens
