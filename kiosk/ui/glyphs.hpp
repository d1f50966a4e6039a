// The states as shapes, the same on every screen: colour is never alone. Drawn on a field of 12 x
// 12 parts, as in the reference pictures.
#pragma once

#include "kiosk/ui/ui.hpp"

namespace ui {

enum class Glyph {
  none,
  todo,        // ring
  current,     // ▶
  good,        // ✓ in a green disc
  shortfall,   // ◐ amber
  add,         // ▲
  take_off,    // ▼
  tick,        // ✓ alone
  cross,       // ✕ alone
  fault,       // square with ✕
  attention,   // amber triangle, ink outline
  waiting,     // ring with ↑
  sent,        // ring with ✓
  moving,      // three dots
  absent,      // –
  too_little,  // half disc, plain
};

// In the middle of `box`, `side` high. `plain` colours the shapes that have no colour of their own.
void glyph(Ui& ui, Glyph shape, const Rect& box, float side, Token plain = Token::ink);

}  // namespace ui
