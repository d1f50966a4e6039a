// Draws a crate and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/crate/state.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::crate {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::crate
