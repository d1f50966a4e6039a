// The weighing screen of a cell.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_weighing(Desk& desk, const AtCell& place);

}  // namespace screens
