// Draws the search and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/find/state.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::find {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::find
