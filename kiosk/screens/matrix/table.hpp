// The figures of the matrix in u, by profile, and where its parts lie. Measured on the reference
// pictures ("Matrix cell" of their README). Pure.
#pragma once

#include "kiosk/screens/matrix/presenter.hpp"
#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/metrics.hpp"

namespace screens::matrix {

struct Figures {
  int columns, rows;             // at most, shown
  float row_head, margin, head;  // widths of the outer columns, height of the heads
  float free_x, free_y;          // what a cell keeps free of its pitch
  float radius, tab, tab_glyph, pad;
};

inline Figures figures_of(const ui::Metrics& m) {
  const float small = m.table;
  if (m.extra()) return {11, 9, 10.3f, 8.6f, 4.8f, 0.5f, 0.6f, 0.5f, 1, 0.84f, 0.33f};
  return {m.compact() ? 5 : 6,
          m.compact() ? 4 : 6,
          m.pick(16.4f, 14.8f, 0),
          m.pick(14, 12.8f, 0),
          m.pick(6.8f, 6.4f, 0),
          0.8f,
          0.9f,
          0.7f,
          small - 0.6f,
          small * 0.62f,
          0.6f};
}

struct Table {
  Figures figures;
  Fit shown;  // columns and rows
  ui::Rect card;
  float column;  // pitch
  float row;

  Table(const ui::Metrics& m, const ui::Rect& zone, Fit fit, Fit there)
      : figures(figures_of(m)), shown(there) {
    const ui::Rect inner = zone.inset(ui::stroke::hair);
    column = (inner.w - figures.row_head - figures.margin) / static_cast<float>(fit.columns);
    row = (inner.h - figures.head) / static_cast<float>(fit.rows);
    card = {zone.x, zone.y, across() + 2 * ui::stroke::hair, down() + 2 * ui::stroke::hair};
  }

  float across() const {
    return figures.row_head + figures.margin + column * static_cast<float>(shown.columns);
  }
  float down() const { return figures.head + row * static_cast<float>(shown.rows); }
  float left() const { return card.x + ui::stroke::hair; }
  float top() const { return card.y + ui::stroke::hair; }
  float column_x(int c) const { return left() + figures.row_head + column * static_cast<float>(c); }
  float row_y(int r) const { return top() + figures.head + row * static_cast<float>(r); }
  // Without the hairline below.
  ui::Rect place(int r, int c) const {
    return {column_x(c), row_y(r), column, row - ui::stroke::hair};
  }
  ui::Rect head_place(int c) const {
    return {column_x(c), top(), column, figures.head - ui::stroke::hair};
  }
  ui::Rect row_head_place(int r) const {
    return {left(), row_y(r), figures.row_head, row - ui::stroke::hair};
  }
  ui::Rect margin_place(int r) const {
    return {column_x(shown.columns), row_y(r), figures.margin, row - ui::stroke::hair};
  }
  ui::Rect cell_box(int r, int c) const {
    const ui::Rect p = place(r, c);
    return p.centred(p.w - figures.free_x, p.h - figures.free_y);
  }
};

}  // namespace screens::matrix
