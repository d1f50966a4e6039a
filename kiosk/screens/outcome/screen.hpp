// What an import or an export came to, and the refused journal.
#pragma once

#include <memory>

#include "kiosk/screens/screen.hpp"

namespace screens {

std::unique_ptr<Screen> make_outcome(Desk& desk, const AtOutcome& place);
std::unique_ptr<Screen> make_refused(Desk& desk, const AtRefused& place);

}  // namespace screens
