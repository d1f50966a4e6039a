// The allocation matrix of the day, all orders as one grid.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_matrix(Desk& desk, AtMatrix place);

}  // namespace screens
