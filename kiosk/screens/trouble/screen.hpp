// The trouble screen of scale or printer.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_trouble(Desk& desk, const AtTrouble& place);

}  // namespace screens
