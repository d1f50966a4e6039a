// The receipt of an order's pushes: what was given, what the server was read back to have, when, by
// whom; and what a settlement left to book by hand (contracts.md 8). Pure.
#pragma once

#include "devices/printing/paper_table.hpp"
#include "domain/push_state.hpp"
#include "kiosk/ui/texts.hpp"
#include "sync/journal/load_day.hpp"

namespace kiosk {

printing::Paper receipt_paper(const journal::LoadedDay& day, int order,
                              const domain::PushState& pushed, ui::Language language);

}  // namespace kiosk
