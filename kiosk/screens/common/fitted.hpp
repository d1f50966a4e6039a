// Names from outside, cut and broken once for a box, so that a frame needs only to draw them.
#pragma once

#include <string>

#include "kiosk/ui/ui.hpp"

namespace screens {

// "Œufs" → "Œuf", blanks at the end too.
std::string without_last_letter(std::string text);
// As much of a line as fits into `room` (u), ended by "…".
std::string one_line(const ui::Ui& ui, const std::string& text, float room, const ui::Style& style);
// Two lines as equal as they can be where the text has several words, each fitting.
std::string two_lines(const ui::Ui& ui, const std::string& text, float room,
                      const ui::Style& style);

}  // namespace screens
