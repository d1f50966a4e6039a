// Draws the shortfall sheet and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/shortfall/state.hpp"

namespace screens::shortfall {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::shortfall
