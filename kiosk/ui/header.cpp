#include "kiosk/ui/header.hpp"

namespace ui {
namespace {

struct Place {
  float pad, gap;  // around an item, between its icon and word
};

// Where an item of the header is touched: 2 mm above the work zone.
Rect touch_box(const Metrics& m, Rect box) {
  box.h = m.header + m.work_top() - m.apart(m.work_top());
  return box;
}

// An item at the right end of `line`: mark and word, a target as high as the header.
bool item(Ui& ui, Rect& line, std::string_view name, Icon icon, Glyph shape,
          const std::string& text, const Place& place) {
  const Metrics& m = ui.metrics();
  const float mark = icon != Icon::none ? m.normal : m.small * 0.88f;
  const float words = ui.width(text);
  Rect box = line.cut_right(2 * place.pad + mark + place.gap + words, m.gap);
  const Press press = ui.target(name, touch_box(m, box), {.text = text});
  if (press.held) ui.fill_pressed(box, Token::surface);
  box = box.inset(place.pad, 0);
  const Rect left = box.cut_left(mark, place.gap);
  if (icon != Icon::none) ui.icon(icon, left, mark);
  if (shape != Glyph::none) glyph(ui, shape, left, mark);
  ui.text(text, {box.x, box.y, box.w + 0.1f, box.h});
  return press.tapped;
}

}  // namespace

std::optional<HeaderTap> header(Ui& ui, Rect& area, const Header& h) {
  const Metrics& m = ui.metrics();
  const Rect zone = area.cut_top(m.header, m.work_top());
  ui.fill(zone, Token::surface);
  const float line_height = stroke::hair;
  ui.line_across(zone.x, zone.bottom() - line_height, zone.w);
  const Place place = m.compact() ? Place{0.3f, 0.5f} : Place{0.6f, 0.7f};
  Rect line = zone.inset(m.edge - 0.3f, 0);
  line.h -= line_height;
  std::optional<HeaderTap> tap;
  const auto lamp = [&](std::string_view name, const Lamp& l, HeaderTap what) {
    if (!l.text.empty() && item(ui, line, name, Icon::none, l.glyph, l.text, place)) tap = what;
  };
  lamp("header.server", h.server, HeaderTap::server);
  lamp("header.printer", h.printer, HeaderTap::printer);
  lamp("header.scale", h.scale, HeaderTap::scale);
  if (!h.person.empty() &&
      item(ui, line, "header.person", Icon::person, Glyph::none, h.person, place))
    tap = HeaderTap::person;

  const Style title{.size = Size::normal, .face = Face::semibold, .fit = Fit::ellipsis};
  const float room = line.w - 2 * place.pad - (h.back ? m.normal + place.gap : 0);
  const float words = std::min(ui.width(h.title, title), room);
  Rect where = line.cut_left(2 * place.pad + (h.back ? m.normal + place.gap : 0) + words + 0.1f);
  if (h.back) {
    const Press press = ui.target("header.back", touch_box(m, where), {.text = h.title});
    if (press.held) ui.fill_pressed(where, Token::surface);
    if (press.tapped) tap = HeaderTap::back;
  }
  ui.named_text("header.title", h.title, where);
  where = where.inset(place.pad, 0);
  if (h.back) ui.icon(Icon::arrow_back, where.cut_left(m.normal, place.gap), m.normal);
  ui.text(h.title, where, title);
  const Style quiet{.color = Token::quiet};
  line.cut_left(0, h.note.empty() ? m.gap : 0);
  if (!h.note.empty() && m.profile >= h.note_from && ui.width(h.note, quiet) + m.gap < line.w) {
    const float width = ui.width(h.note, quiet);
    ui.text(h.note, line.cut_left(width + 0.1f, m.gap), quiet);
  }
  if (!h.middle.empty() && !m.compact() && ui.width(h.middle, quiet) + 2 * m.gap < line.w)
    ui.text(h.middle, line, {.color = Token::quiet, .across = Across::centre});
  return tap;
}

Rect work_zone(const Ui& ui, const Rect& area) {
  return {ui.metrics().edge, area.y, ui.metrics().width - 2 * ui.metrics().edge, area.h};
}

}  // namespace ui
