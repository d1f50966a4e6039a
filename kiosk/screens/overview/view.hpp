// Draws the overview of the day. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/overview/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::overview {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::overview
