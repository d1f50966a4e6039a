// Cells that somebody else changed.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_differences(Desk& desk);

}  // namespace screens
