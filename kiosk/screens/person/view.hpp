// Draws the person's sheet. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/person/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::person {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::person
