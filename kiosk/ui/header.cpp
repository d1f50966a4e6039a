#include "kiosk/ui/header.hpp"

#include <algorithm>
#include <vector>

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

// One of those at the right end: who is here, or a lamp.
struct Item {
  std::string_view name;
  HeaderTap tap;
  Icon icon;
  Glyph shape;
  std::string text, brief;  // what is drawn is the brief one where `shortened`
  bool shortened = false;
  const std::string& drawn() const { return shortened ? brief : text; }
};

float mark_of(const Metrics& m, const Item& item) {
  return item.icon != Icon::none ? m.normal : m.small * 0.88f;
}

float width_of(const Ui& ui, const Item& item, const Place& place) {
  const Metrics& m = ui.metrics();
  const float width = 2 * place.pad + mark_of(m, item) + place.gap + ui.width(item.drawn());
  return std::max(width, m.least_side);
}

// Mark and word, a target as high as the header.
bool draw_item(Ui& ui, Rect& line, const Item& item, const Place& place) {
  const Metrics& m = ui.metrics();
  Rect box = line.cut_right(width_of(ui, item, place), m.gap);
  const Press press = ui.target(item.name, touch_box(m, box), {.text = item.text});
  if (press.held) ui.fill_pressed(box, Token::surface);
  box = box.inset(place.pad, 0);
  const Rect left = box.cut_left(mark_of(m, item), place.gap);
  if (item.icon != Icon::none) ui.icon(item.icon, left, mark_of(m, item));
  if (item.shape != Glyph::none) glyph(ui, item.shape, left, mark_of(m, item));
  ui.text(item.drawn(), {box.x, box.y, box.w + 0.1f, box.h});
  return press.tapped;
}

// From the right edge. Where the title would be cut, they say less, the last one first.
std::vector<Item> items(const Ui& ui, const Header& h, const Place& place, float room) {
  std::vector<Item> all;
  const auto lamp = [&](std::string_view name, HeaderTap tap, const Lamp& l) {
    if (!l.text.empty()) all.push_back({name, tap, Icon::none, l.glyph, l.text, l.brief});
  };
  lamp("header.server", HeaderTap::server, h.server);
  lamp("header.printer", HeaderTap::printer, h.printer);
  lamp("header.scale", HeaderTap::scale, h.scale);
  if (!h.person.empty())
    all.push_back({"header.person", HeaderTap::person, Icon::person, Glyph::none, h.person, {}});
  const auto taken = [&] {
    float width = 0;
    for (const auto& item : all) width += width_of(ui, item, place) + ui.metrics().gap;
    return width;
  };
  for (auto& item : all)
    if (taken() > room) item.shortened = !item.brief.empty();
  return all;
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
  const Style title{.size = Size::normal, .face = Face::semibold, .fit = Fit::ellipsis};
  const float around = 2 * place.pad + (h.back ? m.normal + place.gap : 0);
  const float wanted = ui.width(h.title, title);
  for (const Item& item : items(ui, h, place, line.w - around - wanted - 0.1f))
    if (draw_item(ui, line, item, place)) tap = item.tap;
  const float words = std::min(wanted, line.w - around);
  Rect where = line.cut_left(around + words + 0.1f);
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
