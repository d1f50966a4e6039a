// Draws it (state.hpp). Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/push/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::push {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::push
