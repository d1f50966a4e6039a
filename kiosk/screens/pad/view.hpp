// Draws the number pad and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/pad/state.hpp"

namespace screens::pad {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::pad
