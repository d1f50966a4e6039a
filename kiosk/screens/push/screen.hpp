// What would be sent.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_push(Desk& desk);

}  // namespace screens
