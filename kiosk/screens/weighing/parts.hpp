// Parts of the weighing view: the words of strip and accent, and the facts beside the digits.
#pragma once

#include <string>

#include "kiosk/screens/weighing/state.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::weighing {

ui::Tone tone_of(Say say);
ui::Glyph shape_of(Say say);
std::string said(const State& state, const ui::Ui& ui);
ui::Accent accent_of(const State& state, const ui::Ui& ui);
std::string asked_text(const State& state, const ui::Ui& ui);

struct Net {
  std::string value, unit;
};
Net net_of(const State& state, const ui::Ui& ui);

void gross_and_tare(const State& state, ui::Ui& ui, const ui::Rect& area);  // wide
// What was saved last may stand there: true when its undo was tapped.
bool facts_line(const State& state, ui::Ui& ui, ui::Rect area);          // wide
bool facts_lines(const State& state, ui::Ui& ui, const ui::Rect& area);  // compact
bool facts_card(const State& state, ui::Ui& ui, const ui::Rect& area);   // extra

}  // namespace screens::weighing
