// Draws it (state.hpp). Decides nothing.
#pragma once

#include <optional>

#include "kiosk/screens/server/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::server {

std::optional<Action> draw(const State& state, ui::Ui& ui);

}  // namespace screens::server
