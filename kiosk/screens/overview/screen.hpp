// The overview of the day.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_overview(Desk& desk);

}  // namespace screens
