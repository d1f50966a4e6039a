// Draws what an errand came to. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/outcome/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::outcome {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::outcome
