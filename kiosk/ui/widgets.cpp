#include "kiosk/ui/widgets.hpp"

#include <algorithm>

namespace ui {

void strip(Ui& ui, const Rect& rect, const Strip& s) {
  const Metrics& m = ui.metrics();
  ui.fill(rect, fill_of(s.tone), m.radius);
  Rect line = rect.inset(1.6f, 0);
  const Token ink = on_fill_of(s.tone);
  if (s.glyph != Glyph::none) glyph(ui, s.glyph, line.cut_left(m.large, 1.4f), m.large, ink);
  ui.text(s.text, line, {.size = s.size, .face = Face::semibold, .color = ink, .fit = Fit::shrink});
  if (!s.name.empty()) ui.named_text(s.name, s.text, rect);
}

void weight_digits(Ui& ui, const Rect& rect, const std::string& value, const std::string& unit,
                   const std::string& note, Steady steady) {
  const Metrics& m = ui.metrics();
  const Token ink = steady == Steady::yes ? Token::ink : Token::quiet;
  const Style unit_style{
      .size = Size::verb, .face = Face::semibold, .color = ink, .down = Down::bottom};
  Rect line = rect.centred(rect.w, m.digits * 0.66f);
  const float beside =
      std::max(ui.width(unit, unit_style), note.empty() ? 0 : ui.width(note)) + 0.1f;
  Rect column = line.cut_right(beside, 1.2f);
  if (!note.empty()) ui.text(note, column, {.color = Token::quiet, .down = Down::top});
  column.h -= 0.3f;
  ui.text(unit, column, unit_style);
  line.w += m.digits * 0.012f;  // the tighter digits keep their own space at the right
  ui.text(value, line,
          {.size = Size::digits, .color = ink, .across = Across::right, .fit = Fit::shrink});
}

void progress(Ui& ui, const Rect& rect, float share) {
  const float radius = rect.h / 2;
  ui.fill(rect, Token::sunk, radius);
  const float width = rect.w * std::clamp(share, 0.0f, 1.0f);
  if (width <= 0) return;
  ui.fill({rect.x, rect.y, width, rect.h}, Token::quiet, std::min(radius, width / 2),
          share >= 1 ? Corners::all : Corners::left);
}

bool saved_line(Ui& ui, const Rect& rect, const Saved& s) {
  const Metrics& m = ui.metrics();
  Rect line = rect;
  bool undo = false;
  if (!s.undo.empty()) {
    const Button b{
        .name = s.undo, .icon = m.compact() ? Icon::none : Icon::undo, .text = ui.tr("Undo")};
    const float width = key_width(ui, b) - 0.6f;
    const bool below = rect.h >= m.key + ui.line_height(Size::small);
    Rect place = below ? line.cut_bottom(m.key, 0.5f) : line.cut_right(width, 1);
    if (below) place = place.cut_right(width);
    undo = key(ui, {place.x, place.middle_y() - m.key / 2, place.w, m.key}, b);
  }
  glyph(ui, Glyph::good, line.cut_left(m.small, 1), m.small);
  ui.text(s.text, line, {.lines = 2, .fit = Fit::ellipsis});
  ui.named_text("weigh.saved", s.text, rect);
  return undo;
}

std::optional<bool> question(Ui& ui, Rect area, const Question& q) {
  const Metrics& m = ui.metrics();
  Bar bar(ui, area, {.buttons = 1});
  Rect work = work_zone(ui, area);
  const bool safe = q.undoable == Undoable::yes;
  std::optional<bool> answer;
  const std::string_view quiet = safe ? "question.no" : "question.yes";
  const std::string_view strong = safe ? "question.yes" : "question.no";
  if (bar.button({.name = quiet,
                  .icon = safe ? Icon::arrow_back : q.yes_icon,
                  .text = safe ? q.no : q.yes}))
    answer = !safe;
  if (bar.accent({.name = strong,
                  .icon = safe ? q.yes_icon : Icon::arrow_back,
                  .text = safe ? q.yes : q.no}))
    answer = safe;
  const Style big{.size = Size::large, .face = Face::semibold, .lines = 2, .fit = Fit::shrink};
  const Style plain{.size = Size::normal, .lines = 5, .fit = Fit::shrink};
  const float title_height =
      ui.line_height(Size::large) * static_cast<float>(std::min(2, ui.lines(q.title, work.w, big)));
  const float text_height = ui.line_height(Size::normal) *
                            static_cast<float>(std::min(5, ui.lines(q.sentence, work.w, plain)));
  Rect stack = work.centred(work.w, title_height + m.gap + text_height);
  ui.text(q.title, stack.cut_top(title_height, m.gap), big);
  ui.text(q.sentence, stack, plain);
  ui.named_text("question.title", q.title, work);
  return answer;
}

void title(Ui& ui, Rect& area, const std::string& text, const std::string& note) {
  Rect line = area.cut_top(ui.metrics().large, 1);
  const Style big{.size = Size::large, .face = Face::semibold, .fit = Fit::shrink};
  const float width = std::min(ui.width(text, big) + 0.1f, line.w);
  ui.text(text, line.cut_left(width, 1), big);
  if (!note.empty() && ui.width(note) < line.w) ui.text(note, line, {.color = Token::quiet});
}

Line& Line::text(const std::string& text, Style style) {
  const float width = std::min(ui_.width(text, style) + 0.05f, rest_.w);
  ui_.text(text, rest_.cut_left(width, gap_), style);
  return *this;
}

Line& Line::right(const std::string& text, Style style) {
  const float width = std::min(ui_.width(text, style) + 0.05f, rest_.w);
  style.across = Across::right;
  ui_.text(text, rest_.cut_right(width, gap_), style);
  return *this;
}

Line& Line::glyph(Glyph shape, float side, Token plain) {
  const float size = side > 0 ? side : ui_.metrics().small;
  ui::glyph(ui_, shape, rest_.cut_left(size, gap_), size, plain);
  return *this;
}

Line& Line::icon(Icon icon, float side, Token token) {
  const float size = side > 0 ? side : ui_.metrics().normal;
  ui_.icon(icon, rest_.cut_left(size, gap_), size, token);
  return *this;
}

}  // namespace ui
