// The number pad: four rows of four keys from the header to the bottom edge, beside whatever it
// fills in. It only says which key was tapped.
#pragma once

#include <optional>

#include "kiosk/ui/ui.hpp"

namespace ui {

struct PadKey {
  enum class Kind { digit, comma, plus, times, erase, clear } kind;
  int digit = 0;
};

float pad_width(const Ui& ui);
std::optional<PadKey> number_pad(Ui& ui, const Rect& rect);

}  // namespace ui
