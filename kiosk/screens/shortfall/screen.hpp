// The shortfall sheet of a cell.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_shortfall(Desk& desk, const AtShortfall& place);

}  // namespace screens
