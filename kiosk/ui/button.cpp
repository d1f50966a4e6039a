#include "kiosk/ui/button.hpp"

#include <algorithm>

namespace ui {
namespace {

std::string spoken(const std::string& text, const std::string& second) {
  if (second.empty()) return text;
  return text.empty() ? second : text + " " + second;
}

struct Look {
  Token back, ink;
};

// The field of a control: fill, outline, pressed state.
void field(Ui& ui, const Rect& rect, const Button& b, bool held) {
  const float radius = ui.metrics().radius;
  if (!b.enabled) return ui.fill(rect, Token::sunk, radius);
  const Token back = b.back == Fill::sunk ? Token::sunk : Token::surface;
  if (held) {
    ui.fill_pressed(rect, back, radius);
  } else {
    ui.fill(rect, back, radius);
  }
  const bool chosen = b.chosen == Chosen::yes;
  ui.outline(rect, chosen ? Token::ink : Token::outline, chosen ? stroke::chosen : stroke::control,
             radius);
}

void mark(Ui& ui, const Button& b, const Rect& place, float size, Token ink) {
  if (b.icon != Icon::none) ui.icon(b.icon, place, size, ink);
  if (b.glyph != Glyph::none) glyph(ui, b.glyph, place, size - 0.2f, ink);
}

bool has_mark(const Button& b) { return b.icon != Icon::none || b.glyph != Glyph::none; }

void column(Ui& ui, const Rect& rect, const Button& b, Token ink) {
  const Metrics& m = ui.metrics();
  const float size = b.icon_size > 0 ? b.icon_size : m.normal + 0.4f;
  const Style style{.size = b.size,
                    .face = Face::semibold,
                    .color = ink,
                    .across = Across::centre,
                    .lines = 2,
                    .fit = Fit::shrink,
                    .breaks = Breaks::even};
  Rect inner = rect.inset(0.8f, 0);
  const float text_height =
      b.text.empty() ? 0
                     : ui.line_height(b.size) *
                           static_cast<float>(std::min(2, ui.lines(b.text, inner.w, style)));
  const float second_height = b.second.empty() ? 0 : ui.line_height(Size::small);
  const float gap = has_mark(b) && !b.text.empty() ? (b.apart > 0 ? b.apart : 0.4f) : 0;
  const float mark_height = has_mark(b) ? size : 0;
  const float total = mark_height + gap + text_height + b.apart + second_height;
  Rect stack = inner.centred(inner.w, total);
  if (has_mark(b)) mark(ui, b, stack.cut_top(mark_height, gap), size, ink);
  if (!b.text.empty()) ui.text(b.text, stack.cut_top(text_height, b.apart), style);
  if (!b.second.empty())
    ui.text(b.second, stack.cut_top(second_height),
            {.color = b.apart > 0 ? ink : Token::quiet,
             .across = Across::centre,
             .fit = Fit::shrink,
             .breaks = Breaks::even});
}

// Of the accent, which is narrow on the extra profile.
constexpr float accent_pad = 0.6f;
float icon_size_of(const Metrics& m) { return m.extra() ? m.normal : m.normal + 0.4f; }
float icon_gap_of(const Metrics& m) { return m.extra() ? 0.8f : 1; }

void row(Ui& ui, const Rect& rect, const Button& b, Token ink) {
  const float size = b.icon_size > 0 ? b.icon_size : ui.metrics().normal;
  const Style style{.size = b.size,
                    .face = Face::semibold,
                    .color = ink,
                    .fit = Fit::shrink,
                    .breaks = Breaks::even};
  const float gap = has_mark(b) && !b.text.empty() ? 0.9f : 0;
  const float lead = (has_mark(b) ? size : 0) + gap;
  const float room = rect.w - 1.2f - lead;
  if (b.leads) {
    Rect inner = rect.inset(0.8f, 0);
    mark(ui, b, inner.cut_right(size, 0.3f), size, ink);
    ui.text(b.text, inner, style);
    return;
  }
  const float text = std::min(ui.width(b.text, style), room);
  Rect line = rect.centred(lead + text, rect.h);
  if (has_mark(b)) mark(ui, b, line.cut_left(size, gap), size, ink);
  if (!b.text.empty()) ui.text(b.text, {line.x, line.y, room, line.h}, style);
}

}  // namespace

bool button(Ui& ui, const Rect& rect, const Button& b) {
  const std::string text = spoken(b.text, b.second);
  const Press press =
      ui.target(b.name, rect, {.enabled = b.enabled, .text = text, .group = b.group});
  field(ui, rect, b, press.held);
  const Token ink = b.enabled ? Token::ink : Token::quiet;
  if (b.layout == Layout::column) {
    column(ui, rect, b, ink);
  } else {
    row(ui, rect, b, ink);
  }
  return press.tapped;
}

float key_width(const Ui& ui, const Button& b) {
  const float size = b.icon_size > 0 ? b.icon_size : ui.metrics().normal;
  const float words =
      b.text.empty() ? 0 : ui.width(b.text, {.size = b.size, .face = Face::semibold});
  const float gap = has_mark(b) && !b.text.empty() ? 0.9f : 0;
  return 2.8f + words + gap + (has_mark(b) ? size : 0);
}

bool key(Ui& ui, const Rect& rect, const Button& b) {
  Button small = b;
  small.layout = Layout::row;
  return button(ui, rect, small);
}

Rect accent_place(const Ui& ui) {
  const Metrics& m = ui.metrics();
  return {m.width - m.edge - m.accent, m.height - m.edge - m.bar, m.accent, m.bar};
}

float accent_room(const Ui& ui) {
  const Metrics& m = ui.metrics();
  return m.accent - 2 * accent_pad - icon_size_of(m) - icon_gap_of(m);
}

bool accent(Ui& ui, const Rect& rect, const Accent& a) {
  const Metrics& m = ui.metrics();
  const std::string spoken_text = spoken(a.text, a.second);
  const Press press = ui.target(a.name, rect, {.enabled = a.enabled, .text = spoken_text});
  const Token ink = a.enabled ? Token::on_accent : Token::quiet;
  if (press.held) {
    ui.fill_pressed(rect, Token::accent, m.radius);
  } else {
    ui.fill(rect, a.enabled ? Token::accent : Token::sunk, m.radius);
  }
  const float size = icon_size_of(m);
  const Style big{.size = Size::normal,
                  .face = Face::semibold,
                  .color = ink,
                  .lines = 2,
                  .fit = Fit::shrink,
                  .breaks = Breaks::even};
  const Rect inner = rect.inset(accent_pad, 0);
  const float between = icon_gap_of(m);
  const float room = inner.w - size - between;
  // What does not fit on two lines as it is shrinks in all of the room.
  const bool shrinks = ui.lines(a.text, room, big) > 2;
  const int lines = shrinks ? 2 : ui.lines(a.text, room, big);
  Style small{.color = ink, .fit = a.second_fit, .breaks = Breaks::even};
  // Smaller before broken or cut: a third line crowds the button.
  if (ui.width(a.second, small) > room) small.size = Size::table;
  if (lines == 1 && ui.width(a.second, small) > room)
    small.lines = std::min(2, ui.lines(a.second, room, small));
  const float text_height = ui.line_height(Size::normal) * static_cast<float>(lines);
  const float second_height =
      a.second.empty() ? 0 : 0.4f + ui.line_height(Size::small) * static_cast<float>(small.lines);
  const float words = std::max(shrinks ? room : ui.broken_width(a.text, room, big),
                               a.second.empty() ? 0 : ui.broken_width(a.second, room, small));
  Rect line = inner.centred(size + between + words, inner.h);
  ui.icon(a.icon, line.cut_left(size, between), size, ink);
  Rect stack = Rect{line.x, line.y, inner.right() - line.x, line.h}.centred(
      inner.right() - line.x, text_height + second_height);
  ui.text(a.text, stack.cut_top(text_height), big);
  if (!a.second.empty()) {
    stack.cut_top(0.4f);
    ui.text(a.second, stack, small);
  }
  return press.tapped;
}

Bar::Bar(Ui& ui, Rect& area, Plan plan) : ui_(ui) {
  const Metrics& m = ui.metrics();
  Rect bar = area.cut_bottom(m.bar + m.edge + m.above_bar);
  bar.cut_top(m.above_bar);
  bar.cut_bottom(m.edge);
  bar = {m.edge, bar.y, m.width - 2 * m.edge, bar.h};
  accent_ = bar.cut_right(m.accent, m.gap);
  left_ = bar;
  const float pairs = static_cast<float>(plan.pairs) * (m.pick(20.6f, 19, 17) + m.gap);
  const float count = static_cast<float>(std::max(plan.buttons, 1));
  width_ = std::min(m.widest, (bar.w - pairs - m.gap * (count - 1)) / count);
}

bool Bar::button(const Button& b) {
  return ui::button(ui_, left_.cut_left(width_, ui_.metrics().gap), b);
}

int Bar::pair(const PairKey& first, const PairKey& second, const std::string& word) {
  const Metrics& m = ui_.metrics();
  Rect place = left_.cut_left(m.pick(20.6f, 19, 17), m.gap);
  const Rect below = place.cut_bottom(m.small, 0.5f);
  ui_.text(word, below,
           {.face = Face::semibold,
            .across = Across::centre,
            .fit = Fit::shrink,
            .breaks = Breaks::even});
  const auto draw = [&](const PairKey& k, int at) {
    return ui::button(ui_, place.column(at, 2, m.gap),
                      {.name = k.name, .icon = k.icon, .icon_size = m.large, .enabled = k.enabled});
  };
  const bool one = draw(first, 0), two = draw(second, 1);
  return one ? 1 : two ? 2 : 0;
}

bool Bar::accent(const Accent& a) { return ui::accent(ui_, accent_, a); }

}  // namespace ui
