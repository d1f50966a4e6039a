// Draws the unit question and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/unit/state.hpp"

namespace screens::unit {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::unit
