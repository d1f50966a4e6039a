// Draws the day's end. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/end/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::end {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::end
