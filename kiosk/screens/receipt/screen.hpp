// What was sent and read back.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_receipt(Desk& desk);

}  // namespace screens
