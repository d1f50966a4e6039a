// Search by two letters over the matrix.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_find(Desk& desk);

}  // namespace screens
