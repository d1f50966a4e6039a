// How sync with the live server stands.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_server(Desk& desk);

}  // namespace screens
