// One ordergroup's crate: its lines over all orders.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_crate(Desk& desk, const AtCrate& place);

}  // namespace screens
