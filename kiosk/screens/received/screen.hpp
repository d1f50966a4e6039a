// What arrived of the articles of one order.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_received(Desk& desk, const AtReceived& place);

}  // namespace screens
