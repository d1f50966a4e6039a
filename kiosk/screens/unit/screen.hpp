// The question what a unit means.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_unit(Desk& desk, const AtUnit& place);

}  // namespace screens
