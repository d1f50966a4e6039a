// Draws the counting screen and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/counting/state.hpp"

namespace screens::counting {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::counting
