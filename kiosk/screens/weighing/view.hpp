// Draws the weighing screen and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/weighing/state.hpp"

namespace screens::weighing {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::weighing
