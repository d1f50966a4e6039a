// The words of the matrix, and the style in which its view measures and draws them.
#pragma once

#include "kiosk/screens/matrix/state.hpp"
#include "kiosk/ui/glyphs.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::matrix {

inline constexpr float head_pad = 1.0f;  // at the left of a row's head

inline ui::Style text_style(Lit lit) {
  return {.size = ui::Size::table, .face = lit == Lit::yes ? ui::Face::semibold : ui::Face::medium};
}

inline float margin_pad(const ui::Metrics& m) { return m.extra() ? 0.8f : 1.0f; }
inline float margin_mark(const ui::Metrics& m) { return m.table * 0.84f; }
inline constexpr float mark_to_sum = 0.5f;

ui::Glyph shape_of(const Supply& supply);

}  // namespace screens::matrix
