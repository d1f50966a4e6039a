// One panel of the whole day: where its rows, columns and tiles lie, in whole pixels, so that all
// tiles are equal; and what is drawn there. Figures: "Whole day" of the reference pictures.
#pragma once

#include <optional>

#include "kiosk/screens/whole/state.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::whole {

inline constexpr float least_region_mm = 12;  // a side of what one tap means

struct Figures {
  float name, margin, head, pad;  // u
  float tile_glyph;
  Heads heads;   // the order's name above its rows
  bool amounts;  // in the margin
};
Figures figures_of(const ui::Metrics& metrics);

// Pixels.
struct Grid {
  ui::Rect place;  // of the panel
  float name, margin, head, pad;
  float pitch, exact;  // of rows: the height drawn, the distance
  float column, step;  // of columns: width, more after every 7th
  int columns;
  int index = 0, panels = 1;  // which panel it is, of how many side by side

  float x(int c) const {
    return place.x + pad + name + static_cast<float>(c) * column +
           static_cast<float>(c / region_columns) * step;
  }
  float y(float rows) const;  // top of what lies so many rows below the head
};
Grid grid_of(const ui::Ui& ui, const ui::Rect& place, int columns, float most_rows);

std::optional<Action> draw_panel(const State& state, const Panel& panel, ui::Ui& ui,
                                 const Grid& grid);

// A tile alone, for the legend too.
void draw_tile(ui::Ui& ui, const ui::Rect& box, const Tile& tile);

}  // namespace screens::whole
