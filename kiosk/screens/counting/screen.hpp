// The counting screen of a cell.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_counting(Desk& desk, const AtCell& place);

}  // namespace screens
