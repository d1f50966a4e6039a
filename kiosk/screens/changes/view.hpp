// Draws it (state.hpp). Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/changes/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::changes {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::changes
