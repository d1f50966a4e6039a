// What a line of the crate says: "bon, −2 g", "à peser", "pas livré".
#pragma once

#include <string>

#include "kiosk/screens/crate/state.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::crate {

std::string words_of(const ui::Ui& ui, const Line& line);

}  // namespace screens::crate
