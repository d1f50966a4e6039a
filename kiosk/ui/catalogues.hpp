// The compiled catalogues, as bytes in the program; made by kiosk/ui/CMakeLists.txt.
#pragma once

#include <string_view>

#include "kiosk/ui/texts.hpp"

namespace ui {

std::string_view catalogue_of(Language language);

}  // namespace ui
