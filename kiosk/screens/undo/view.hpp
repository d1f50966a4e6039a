// Draws the last gestures. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/undo/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::undo {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::undo
