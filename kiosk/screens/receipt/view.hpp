// Draws it (state.hpp). Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/receipt/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::receipt {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::receipt
