#include "kiosk/screens/matrix/view.hpp"

#include "kiosk/screens/matrix/words.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::matrix {
namespace {

using ui::Across;
using ui::Face;
using ui::Glyph;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr std::string_view group = "matrix";
constexpr float line_share = 0.88f;

// The tab of a cell: its colour, its shape, and where in it.
struct Tab {
  bool filled;
  Token fill, ink;
  Glyph glyph;
  ui::Down down;
};
Tab tab_of(Mark mark) {
  switch (mark) {
    case Mark::good:
      return {true, Token::good, Token::on_good, Glyph::tick, ui::Down::middle};
    case Mark::begun:
      return {true, Token::under, Token::on_under, Glyph::add, ui::Down::bottom};
    case Mark::shortfall:
      return {true, Token::under, Token::on_under, Glyph::too_little, ui::Down::bottom};
    case Mark::over:
      return {true, Token::over, Token::on_over, Glyph::take_off, ui::Down::top};
    case Mark::absent:
      return {false, Token::surface, Token::quiet, Glyph::absent, ui::Down::middle};
    case Mark::to_do:
      break;
  }
  return {false, Token::surface, Token::ink, Glyph::none, ui::Down::middle};
}

}  // namespace

void View::ground(const State& s, ui::Ui& ui, const Table& t) const {
  const float radius = ui.metrics().radius;
  ui.fill(t.card, Token::surface, radius);
  for (int c = 0; c < t.shown.columns; ++c)
    if (s.heads[static_cast<std::size_t>(c)].lit == Lit::yes)
      ui.fill({t.column_x(c), t.top(), t.column, t.down()}, Token::sunk);
  for (int r = 0; r < t.shown.rows; ++r)
    if (s.rows[static_cast<std::size_t>(r)].lit == Lit::yes)
      ui.fill({t.left(), t.row_y(r), t.across(), t.row}, Token::sunk, radius,
              r + 1 == t.shown.rows ? ui::Corners::bottom : ui::Corners::none);
  for (int r = 0; r < t.shown.rows; ++r) {
    const bool other = s.rows[static_cast<std::size_t>(r)].begins_order;
    ui.line_across(t.left(), t.row_y(r) - ui::stroke::hair, t.across(),
                   other ? Token::outline : Token::hairline,
                   other ? ui::stroke::control : ui::stroke::hair);
  }
  ui.line_down(t.column_x(0) - ui::stroke::hair, t.top(), t.down());
  ui.line_down(t.column_x(t.shown.columns), t.top(), t.down());
  ui.outline(t.card, Token::hairline, ui::stroke::hair, radius);
}

std::optional<Action> View::corner(ui::Ui& ui, const Table& t) const {
  const ui::Metrics& m = ui.metrics();
  const Rect place{t.left(), t.top(), t.figures.row_head, t.figures.head - ui::stroke::hair};
  const ui::Press press =
      ui.target("matrix.whole", place, {.text = range_ + " " + of_all_, .group = group});
  const Rect button = place.centred(place.w - 0.7f, place.h - 0.6f);
  if (press.held) {
    ui.fill_pressed(button, Token::surface, m.radius);
  } else {
    ui.fill(button, Token::surface, m.radius);
  }
  ui.outline(button, Token::outline, ui::stroke::control, m.radius);
  const ui::Style bold = text_style(Lit::yes);
  const float icon = m.table * 1.2f, gap = 0.6f, line = m.table * line_share;
  const float words = std::max(ui.width(range_, bold), ui.width(of_all_, bold)) + 0.05f;
  Rect inner = button.centred(icon + gap + words, of_all_.empty() ? line : 2 * line);
  ui.icon(ui::Icon::view_comfy, inner.cut_left(icon, gap), icon);
  ui.text(range_, inner.cut_top(line), bold);
  if (!of_all_.empty()) ui.text(of_all_, inner, bold);
  if (press.tapped) return OpenWhole{};
  return std::nullopt;
}

std::optional<Action> View::heads(const State& s, ui::Ui& ui, const Table& t) const {
  std::optional<Action> action;
  for (int c = 0; c < t.shown.columns; ++c) {
    const auto i = static_cast<std::size_t>(c);
    const Words& words = heads_[i];
    const Rect place = t.head_place(c);
    const ui::Press press =
        ui.target(words.name, place, {.text = words.text, .group = group, .also = words.also});
    const Lit lit = s.heads[i].lit;
    if (press.held) ui.fill_pressed(place, lit == Lit::yes ? Token::sunk : Token::surface);
    ui::Style style = text_style(lit);
    style.across = Across::centre;
    ui.text(words.second, place, style);
    if (press.tapped) action = OpenHead{c};
  }
  for (int r = 0; r < t.shown.rows; ++r) {
    const auto i = static_cast<std::size_t>(r);
    const Words& words = rows_[i];
    Rect place = t.row_head_place(r);
    place.cut_left(head_pad);
    if (words.second.empty()) {
      ui.text(words.text, place, text_style(s.rows[i].lit));
      continue;
    }
    const float line = ui.metrics().table;
    Rect stack = place.centred(place.w, 2 * line);
    ui.text(words.text, stack.cut_top(line), text_style(s.rows[i].lit));
    ui.text(words.second, stack, {.size = Size::table, .color = Token::quiet});
  }
  return action;
}

std::optional<Action> View::margin(const State& s, ui::Ui& ui, const Table& t) const {
  const ui::Metrics& m = ui.metrics();
  const float pad = margin_pad(m), line = m.table, mark = margin_mark(m);
  const ui::Style plain{.size = Size::table, .across = Across::right};
  const ui::Style quiet{.size = Size::table, .color = Token::quiet, .across = Across::right};
  Rect head{t.column_x(t.shown.columns), t.top(), t.figures.margin - pad,
            t.figures.head - ui::stroke::hair};
  head = head.centred(head.w, 2 * line);
  ui.text(given_word_, head.cut_top(line), quiet);
  ui.text(received_word_, head, quiet);
  std::optional<Action> action;
  for (int r = 0; r < t.shown.rows; ++r) {
    const auto i = static_cast<std::size_t>(r);
    const Words& words = margins_[i];
    const Rect place = t.margin_place(r);
    if (!words.name.empty()) {
      const std::string told = words.text + " " + words.second;
      const ui::Press press = ui.target(
          words.name, place,
          {.text = s.rows[i].expected ? told + " " + ui.tr("expected") : told, .group = group});
      if (press.held)
        ui.fill_pressed(place.inset(ui::stroke::hair, 0),
                        s.rows[i].lit == Lit::yes ? Token::sunk : Token::surface);
      if (press.tapped) action = OpenReceived{*s.rows[i].id};
    }
    Rect stack = Rect{place.x, place.y, place.w - pad, place.h}.centred(place.w - pad, 2 * line);
    const Rect given = stack.cut_top(line);
    const float width = ui.text(words.text, given, plain);
    const float told = ui.text(words.second, stack, quiet);
    if (s.rows[i].expected && s.rows[i].received)
      ui::glyph(ui, Glyph::todo, {stack.right() - told - mark_to_sum - mark, stack.y, mark, line},
                mark);
    const Glyph shape = shape_of(s.rows[i].supply);
    if (shape != Glyph::none)
      ui::glyph(ui, shape, {given.right() - width - mark_to_sum - mark, given.y, mark, line}, mark);
  }
  return action;
}

void View::cell(const Cell& cell, const Words& words, bool held, ui::Ui& ui, const Rect& box,
                const Table& t) const {
  const Figures& f = t.figures;
  const float border = cell.next ? ui::stroke::current : ui::stroke::hair;
  if (held) {
    ui.fill_pressed(box, Token::surface, f.radius);
  } else {
    ui.fill(box, Token::surface, f.radius);
  }
  const Tab tab = tab_of(cell.mark);
  Rect inner = box.inset(border);
  if (tab.glyph != Glyph::none) {
    const Rect place = inner.cut_left(f.tab);
    if (tab.filled) ui.fill(place, tab.fill, f.radius - border, ui::Corners::left);
    const Rect free = place.inset(0, 0.5f);
    Rect at = free.centred(f.tab, f.tab_glyph);
    if (tab.down == ui::Down::top) at.y = free.y;
    if (tab.down == ui::Down::bottom) at.y = free.bottom() - f.tab_glyph;
    ui::glyph(ui, tab.glyph, at, f.tab_glyph, tab.ink);
  }
  ui.outline(box,
             cell.next                  ? Token::ink
             : cell.mark == Mark::to_do ? Token::outline
                                        : Token::hairline,
             border, f.radius);
  inner.cut_right(f.pad);
  ui.text(words.text, inner,
          {.size = Size::table,
           .color = cell.mark == Mark::absent ? Token::quiet : Token::ink,
           .across = Across::right});
}

std::optional<Action> View::cells(const State& s, ui::Ui& ui, const Table& t) const {
  std::optional<Action> action;
  for (int r = 0; r < t.shown.rows; ++r) {
    for (int c = 0; c < t.shown.columns; ++c) {
      const auto i = static_cast<std::size_t>(r * t.shown.columns + c);
      if (!s.cells[i]) continue;
      const Words& words = cells_[i];
      const ui::Press press = ui.target(
          words.name, t.place(r, c), {.enabled = s.day_open, .text = words.text, .group = group});
      cell(*s.cells[i], words, press.held, ui, t.cell_box(r, c), t);
      if (press.tapped) action = OpenCell{s.cells[i]->id};
    }
  }
  return action;
}

std::optional<Action> View::draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  const auto keep = [&](std::optional<Action> tapped) {
    if (tapped) action = tapped;
  };
  if (const auto tap =
          draw_header(ui, area, s.frame, {.title = s.supplier, .note = ui.tr("Allocation matrix")}))
    action = *tap;
  ui::Bar bar(ui, area, {.buttons = 1, .pairs = 2});
  if (bar.button({.name = "matrix.find",
                  .icon = ui::Icon::search,
                  .text = ui.tr("Find"),
                  .second = ui.tr("by 2 letters")}))
    action = OpenFind{};

  const Fit shown{static_cast<int>(s.heads.size()), static_cast<int>(s.rows.size())};
  const Table table(ui.metrics(), ui::work_zone(ui, area), fit_of(ui.metrics()), shown);
  const bool same = version_ == s.version && same_look(ui.settings());
  if (!same) prepare(s, ui, table);
  const int columns = bar.pair({"matrix.left", ui::Icon::keyboard_arrow_left, s.first_column > 0},
                               {"matrix.right", ui::Icon::keyboard_arrow_right,
                                s.first_column + shown.columns < s.all_columns},
                               ui.tr("groups"));
  const int rows = bar.pair(
      {"matrix.up", ui::Icon::keyboard_arrow_up, s.first_row > 0},
      {"matrix.down", ui::Icon::keyboard_arrow_down, s.first_row + shown.rows < s.all_rows},
      ui.tr("articles"));
  if (columns != 0) action = columns == 1 ? Turn::left : Turn::right;
  if (rows != 0) action = rows == 1 ? Turn::up : Turn::down;
  if (bar.accent(accent_)) action = Go{};

  if (shown.rows == 0) {
    ui::card(ui, ui::work_zone(ui, area));
    return action;
  }
  ground(s, ui, table);
  keep(corner(ui, table));
  keep(heads(s, ui, table));
  keep(cells(s, ui, table));
  keep(margin(s, ui, table));
  const Rect body{table.column_x(0), table.row_y(0), table.across(), table.down()};
  travel_ = ui.finger_down() ? travel_ + ui.drag("matrix", body) : 0;
  if (const int by = static_cast<int>(travel_ / table.row); by != 0) {
    travel_ -= static_cast<float>(by) * table.row;
    action = ScrollRows{-by};
  }
  return action;
}

bool View::same_look(const ui::Settings& now) const {
  return settings_.language == now.language && settings_.size == now.size &&
         settings_.panel.width == now.panel.width && settings_.panel.height == now.panel.height;
}

}  // namespace screens::matrix
