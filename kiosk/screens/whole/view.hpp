// Draws the whole day and says what was tapped. Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/whole/presenter.hpp"
#include "kiosk/screens/whole/state.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::whole {

// What a page of this panel holds.
Capacity capacity_of(const ui::Metrics& metrics);

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::whole
