// Draws the trouble screen and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/trouble/state.hpp"

namespace screens::trouble {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::trouble
