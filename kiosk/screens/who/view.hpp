// Draws the question who is here. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/who/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::who {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::who
