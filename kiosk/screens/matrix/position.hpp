// Where the matrix stands, kept by the Ui between two visits, as for every list. The whole day
// draws its frame by it and turns it. UI thread.
#pragma once

#include "kiosk/screens/matrix/presenter.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::matrix {

Position position_in(ui::Ui& ui);
void keep_position(ui::Ui& ui, const Position& position);
// The next visit turns to its cell even where the matrix was turned to it before.
void forget_cell(ui::Ui& ui);

// The next visit begins there, whatever cell is next.
void turn_to(ui::Ui& ui, Position position);

// What a panel holds.
Fit fit_of(const ui::Metrics& metrics);

}  // namespace screens::matrix
