// The number pad of a cell.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_pad(Desk& desk, const AtPad& place);

}  // namespace screens
