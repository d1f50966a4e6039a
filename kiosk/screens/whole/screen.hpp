// The whole day at one glance.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_whole(Desk& desk);

}  // namespace screens
