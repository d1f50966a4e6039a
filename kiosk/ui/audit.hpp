// What is wrong with the frame a Ui drew last, as a person with wet hands would find it: doubled
// names, targets too small, too close or cut off, texts wider than their boxes. Floors in mm.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/ui.hpp"

namespace ui {

// One line a fault; empty when all is well.
std::vector<std::string> faults(const Ui& ui);

// The same on bare figures, for the audit's own test.
std::vector<std::string> faults(const TouchTargets& targets, const Panel& panel);

}  // namespace ui
