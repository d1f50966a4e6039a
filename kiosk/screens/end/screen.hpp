// The day's end.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_end(Desk& desk);

}  // namespace screens
