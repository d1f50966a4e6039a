// What the last pull found changed.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_changes(Desk& desk);

}  // namespace screens
