// Draws what arrived. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/received/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::received {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::received
