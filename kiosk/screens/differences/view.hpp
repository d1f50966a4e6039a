// Draws it (state.hpp). Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/differences/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::differences {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::differences
