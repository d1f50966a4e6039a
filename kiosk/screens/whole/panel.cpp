#include "kiosk/screens/whole/panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/screens/common/fitted.hpp"
#include "kiosk/screens/whole/presenter.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::whole {
namespace {

using ui::Across;
using ui::Face;
using ui::Glyph;
using ui::Rect;
using ui::Token;

constexpr float most_pitch = 3.6f;  // u, where there are few rows
constexpr float gap_across = 0.22f, region_step = 0.3f, below_rows = 0.5f;

float gap_down(const ui::Metrics& m) { return m.pick(0.5f, 0.56f, 0.56f); }

// From pixels back to u.
Rect in_u(const ui::Metrics& m, float x, float y, float w, float h) {
  return {x / m.px, y / m.px, w / m.px, h / m.px};
}

void triangle(ui::Ui& ui, const Rect& box, float height, Token ink, bool points_up) {
  const float left = box.x + box.w * 0.08f, right = box.right() - box.w * 0.08f;
  const float middle = box.middle_x();
  const float top = points_up ? box.bottom() - box.h * 0.08f - height : box.y + box.h * 0.1f;
  const float bottom = top + height;
  const std::array<ui::Point, 3> up{{{middle, top}, {right, bottom}, {left, bottom}}};
  const std::array<ui::Point, 3> down{{{left, top}, {right, top}, {middle, bottom}}};
  ui.polygon(points_up ? up : down, ink);
}

Glyph shape_of(Supply::Kind supply) {
  switch (supply) {
    case Supply::enough:
      return Glyph::tick;
    case Supply::will_lack:
      return Glyph::attention;
    case Supply::noted:
      return Glyph::shortfall;
    case Supply::unknown:
      break;
  }
  return Glyph::none;
}

// The lit column's name, and the numbers of some others where they do not touch it.
void column_heads(const State& s, ui::Ui& ui, const Grid& g) {
  const ui::Metrics& m = ui.metrics();
  const ui::Numbers n = ui.numbers();
  const auto at = [&](float x, float w) { return in_u(m, x, g.place.y, w, g.head); };
  ui.text(ui.tr("crate"), at(g.place.x + g.pad, g.name), {.color = Token::quiet});
  float left = 0, right = 0;
  if (s.lit_column >= 0) {
    const ui::Style bold{.face = Face::semibold};
    const float room = (g.place.w - 2 * g.pad) / m.px - ui.width(ui.tr("crate")) - 1;
    const std::string title = one_line(
        ui, n.count(s.crates[static_cast<std::size_t>(s.lit_column)]) + " " + s.lit_ordergroup,
        room, bold);
    const float width = (ui.width(title, bold) + 0.1f) * m.px;
    const float least = g.place.x + g.pad + (ui.width(ui.tr("crate")) + 1) * m.px;
    left = std::clamp(g.x(s.lit_column) + g.column / 2 - width / 2, least,
                      std::max(least, g.place.right() - g.pad - width));
    right = left + width;
    ui.text(title, at(left, width), bold);
  }
  float free_from = g.place.x;
  for (int c = 0; c < g.columns; ++c) {
    const bool named = c == 0 || (c + 1) % region_columns == 0 || c + 1 == g.columns;
    if (!named) continue;
    const std::string number = n.count(s.crates[static_cast<std::size_t>(c)]);
    const float width = ui.width(number) * m.px, apart = 1.2f * m.px;
    const float x = g.x(c) + g.column / 2 - width / 2;
    const bool touches = right > left && x + width + apart > left && x - apart < right;
    if (touches || x < free_from) continue;
    ui.text(number, at(x, width + 0.1f * m.px), {.color = Token::quiet});
    free_from = x + width + apart;
  }
}

void margin(const Row& row, ui::Ui& ui, const Rect& place, bool amounts) {
  const Glyph shape = shape_of(row.supply);
  if (shape == Glyph::none) return;
  const float side = ui.metrics().small * 0.76f;
  Rect rest = place;
  ui::glyph(ui, shape, rest.cut_right(side, 0.5f), side, Token::quiet);
  if (amounts && row.lack && row.supply != Supply::enough)
    ui.text(short_text(ui, *row.lack, rest.w, {}), rest, {.across = Across::right});
}

void tiles(const Row& row, ui::Ui& ui, const Grid& g, float y) {
  const ui::Metrics& m = ui.metrics();
  const float gap = std::min(std::round(gap_across * m.px), std::floor(g.column / 3));
  const float tall = std::round(gap_down(m) * m.px);
  const float dot = std::min(std::round(0.26f * m.px), g.column);
  for (int c = 0; c < g.columns; ++c) {
    const auto& tile = row.tiles[static_cast<std::size_t>(c)];
    const float x = g.x(c);
    if (!tile) {
      ui.fill(in_u(m, x + std::floor((g.column - dot) / 2), y + std::floor((g.pitch - dot) / 2),
                   dot, dot),
              Token::hairline);
      continue;
    }
    const float more = tile->next ? std::floor(gap / 2) : 0;
    draw_tile(ui,
              in_u(m, x + std::floor(gap / 2) - more, y + std::floor(tall / 2) - more,
                   g.column - gap + 2 * more, g.pitch - tall + 2 * more),
              *tile);
  }
}

// The part of the matrix's window that lies in these rows.
void window_frame(const State& s, ui::Ui& ui, const Grid& g, float top, float bottom) {
  if (bottom <= top || s.frame_columns <= 0) return;
  const ui::Metrics& m = ui.metrics();
  const int last = std::min(s.frame_column + s.frame_columns, g.columns) - 1;
  if (last < s.frame_column) return;
  const float edge = std::max(1.0f, std::round(0.1f * m.px));
  const float x = g.x(s.frame_column) - edge;
  ui.outline(in_u(m, x, top - edge, g.x(last) + g.column + edge - x, bottom - top + 2 * edge),
             Token::ink, 0.2f, 0.5f);
}

// Regions of 7 cells x 3 rows, the first of an order with its head; they touch each other.
std::optional<Action> regions(const Block& block, ui::Ui& ui, const Grid& g, float head_top,
                              float first_row, float end) {
  std::optional<Action> action;
  const ui::Metrics& m = ui.metrics();
  const int rows = static_cast<int>(block.rows.size()), down = regions_of(rows);
  const float least = least_region_mm / m.mm * m.px;
  const int wide = std::max(region_columns, static_cast<int>(std::ceil(least / g.column)));
  const int across = std::max(1, g.columns / wide);
  const float apart = std::ceil(m.least_gap / 2 * m.px);  // between two panels
  const std::string group = "whole.regions." + std::to_string(g.index);
  for (int r = 0; r < down; ++r) {
    const float top = r == 0 ? head_top : g.y(first_row + static_cast<float>(r * region_rows));
    float bottom =
        r + 1 == down ? g.y(end) : g.y(first_row + static_cast<float>((r + 1) * region_rows));
    bottom = std::min(std::max(bottom, top + least), g.place.bottom());
    for (int c = 0; c < across; ++c) {
      const float left = c > 0 ? g.x(c * wide) : g.place.x + (g.index > 0 ? apart : 0);
      const float right = c + 1 < across ? g.x((c + 1) * wide)
                                         : g.place.right() - (g.index + 1 < g.panels ? apart : 0);
      const std::string name =
          "whole.region." + std::to_string(block.first_region + r) + "." + std::to_string(c + 1);
      const auto row = static_cast<std::size_t>(r * region_rows);
      const Rect place = in_u(m, left, top, right - left, bottom - top);
      const ui::Press press =
          ui.target(name, place, {.text = block.rows[row].article, .group = group});
      if (press.held) ui.outline(place, Token::ink, ui::stroke::chosen, m.radius);
      if (press.tapped) action = OpenRegion{block.rows[row].matrix_row, c * wide};
    }
  }
  return action;
}

}  // namespace

Figures figures_of(const ui::Metrics& m) {
  return {m.pick(14.6f, 13, 11),
          m.pick(3.8f, 2.8f, 9),
          m.pick(4, 3.2f, 3),
          1,
          m.pick(1, 0.8f, 0.8f),
          m.compact() ? Heads::no : Heads::yes,
          m.extra()};
}

float Grid::y(float rows) const { return place.y + head + std::round(rows * exact); }

Grid grid_of(const ui::Ui& ui, const Rect& place, int columns, float most_rows) {
  const ui::Metrics& m = ui.metrics();
  const Figures f = figures_of(m);
  const auto px = [&](float u) { return std::round(u * m.px); };
  Grid g;
  g.place = {px(place.x), px(place.y), px(place.right()) - px(place.x),
             px(place.bottom()) - px(place.y)};
  g.name = px(f.name);
  g.margin = px(f.margin);
  g.head = px(f.head);
  g.pad = px(f.pad);
  g.step = px(region_step);
  g.exact = std::min((g.place.h - g.head - px(below_rows)) / std::max(most_rows, 1.0f),
                     most_pitch * m.px);
  g.pitch = std::floor(g.exact);
  const float room = g.place.w - 2 * g.pad - g.name - g.margin;
  g.columns = columns;
  const float steps = static_cast<float>((std::max(columns, 1) - 1) / region_columns) * g.step;
  g.column = std::clamp(std::floor((room - steps) / static_cast<float>(std::max(columns, 1))), 2.0f,
                        px(3));
  while (g.columns > 1 && g.x(g.columns - 1) + g.column > g.place.right() - g.pad - g.margin)
    --g.columns;
  return g;
}

void draw_tile(ui::Ui& ui, const Rect& box, const Tile& tile) {
  const float radius = std::min(0.3f, box.w / 2),
              glyph = std::min(figures_of(ui.metrics()).tile_glyph, box.h * 0.5f);
  if (tile.next) {
    ui.fill(box, Token::surface, 0.4f);
    return ui.outline(box, Token::ink, 0.3f, std::min(0.4f, box.w / 2));
  }
  switch (tile.mark) {
    case Mark::good:
      return ui.fill(box, Token::good, radius);
    case Mark::to_do:
      ui.fill(box, Token::surface, radius);
      return ui.outline(box, Token::outline, 0.16f, radius);
    case Mark::begun:
      ui.fill(box, Token::under, radius);
      triangle(ui, box, glyph, Token::on_under, true);
      return ui.outline(box, Token::ink, ui::stroke::hair, radius);
    case Mark::shortfall: {
      ui.fill(box, Token::under, radius);
      const float side = std::min(box.w * 0.85f, box.h * 0.62f);
      ui::glyph(ui, Glyph::too_little, {box.x, box.bottom() - box.h * 0.08f - side, box.w, side},
                side, Token::on_under);
      return ui.outline(box, Token::ink, ui::stroke::hair, radius);
    }
    case Mark::over:
      ui.fill(box, Token::over, radius);
      return triangle(ui, box, glyph, Token::on_over, false);
    case Mark::absent:
      return ui.fill({box.x, box.middle_y() - 0.1f, box.w, 0.2f}, Token::quiet);
  }
}

std::optional<Action> draw_panel(const State& s, const Panel& panel, ui::Ui& ui, const Grid& g) {
  const ui::Metrics& m = ui.metrics();
  const Figures f = figures_of(m);
  std::optional<Action> action;
  const float right = g.place.right() - g.pad;

  // Taps lie below what is drawn; the lit row and column below everything.
  float at = 0;
  for (const Block& block : panel.blocks) {
    const float head_top = at == 0 ? g.place.y : g.y(at);
    const float first = at + (f.heads == Heads::yes ? head_rows : 0);
    const float below = at + rows_high(block, f.heads);
    if (const auto tapped = regions(block, ui, g, head_top, first, below)) action = tapped;
    for (std::size_t r = 0; r < block.rows.size(); ++r)
      if (block.rows[r].lit)
        ui.fill(in_u(m, g.place.x, g.y(first + static_cast<float>(r)), g.place.w, g.pitch),
                Token::sunk);
    at = below;
  }
  if (s.lit_column >= 0 && s.lit_column < g.columns)
    ui.fill(in_u(m, g.x(s.lit_column), g.place.y, g.column, g.place.h), Token::sunk);
  column_heads(s, ui, g);

  at = 0;
  for (const Block& block : panel.blocks) {
    const float below = at + rows_high(block, f.heads);
    if (f.heads == Heads::yes) {
      const float y = g.y(at), height = std::round(g.exact * head_rows);
      ui.line_across(g.place.x / m.px, y / m.px, g.place.w / m.px);
      const std::string count =
          ui.tr("{1} of {2}", ui.numbers().count(block.done), ui.numbers().count(block.cells));
      Rect line = in_u(m, g.place.x + g.pad, y, right - g.place.x - g.pad, height);
      ui.text(count, line.cut_right(ui.width(count) + 0.1f, 1),
              {.color = Token::quiet, .across = Across::right});
      ui.text(block.supplier, line, {.face = Face::semibold, .fit = ui::Fit::ellipsis});
      at += head_rows;
    }
    float top = 0, bottom = 0;  // of the matrix's window in this block
    for (const Row& row : block.rows) {
      const float y = g.y(at);
      const ui::Style style{.face = row.lit ? Face::semibold : Face::medium};
      const float room = g.name / m.px;
      ui.text(one_line(ui, row.article, room, style),
              in_u(m, g.place.x + g.pad, y, g.name, g.pitch), style);
      tiles(row, ui, g, y);
      margin(row, ui, in_u(m, right - g.margin, y, g.margin, g.pitch), f.amounts);
      if (row.matrix_row >= s.frame_row && row.matrix_row < s.frame_row + s.frame_rows) {
        if (bottom == 0) top = y;
        bottom = y + g.pitch;
      }
      at += 1;
    }
    window_frame(s, ui, g, top, bottom);
    at = below;
  }
  return action;
}

}  // namespace screens::whole
