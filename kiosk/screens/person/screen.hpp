// The sheet that the person in the header opens.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_person(Desk& desk);

}  // namespace screens
