#include "kiosk/ui/list.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// The key that leads to the row of this name, when it is out of view.
void lead_to(Ui& ui, const List& l, const RowName& name_of, long first, long shown) {
  if (ui.sought().empty() || !name_of) return;
  for (long i = 0; i < l.count; ++i) {
    if (name_of(i) != ui.sought()) continue;
    if (i < first) ui.lead(l.up);
    if (i >= first + shown) ui.lead(l.down);
    return;
  }
}

}  // namespace

void card(Ui& ui, const Rect& rect) {
  ui.fill(rect, Token::surface, ui.metrics().radius);
  ui.outline(rect, Token::hairline, stroke::hair, ui.metrics().radius);
}

int pager(Ui& ui, const Rect& rect, const Pager& p) {
  const Metrics& m = ui.metrics();
  Rect line = rect;
  const float width = m.key + 1;
  const auto paging_key = [&](std::string_view name, Icon icon, const Rect& place, bool enabled) {
    return key(ui, place, {.name = name, .icon = icon, .icon_size = m.large, .enabled = enabled});
  };
  const bool up = paging_key(p.up, Icon::keyboard_arrow_up, line.cut_left(width), p.first > 1);
  const bool down =
      paging_key(p.down, Icon::keyboard_arrow_down, line.cut_right(width), p.last < p.count);
  const Numbers n = ui.numbers();
  ui.text(ui.tr("{1} to {2} of {3}", n.count(p.first), n.count(p.last), n.count(p.count)), line,
          {.color = Token::quiet, .across = Across::centre, .fit = Fit::shrink});
  return up ? -1 : down ? 1 : 0;
}

void list(Ui& ui, Rect area, const List& l, const DrawRow& draw, const RowName& name_of) {
  const Metrics& m = ui.metrics();
  const float least = l.row > 0 ? l.row : m.row;
  const bool paged = static_cast<float>(l.count) * least > area.h + 0.01f;
  Rect keys;
  if (paged && l.keys == PagingKeys::below) keys = area.cut_bottom(m.key, m.apart(1));
  const long shown = paged ? std::max(1L, static_cast<long>(area.h / least)) : l.count;
  const bool stretched = l.stretch == Stretch::rows && shown > 0;
  const float edge = ui.whole_pixels(stroke::hair);  // rows lie inside the card's line
  const float height = stretched ? (area.h - 2 * edge) / static_cast<float>(shown) : least;
  if (!stretched) area.h = height * static_cast<float>(shown) + 2 * edge;
  const Rect inner = area.inset(edge);
  Ui::Scroll& scroll = ui.scroll(l.name);
  if (l.count == 0) {
    scroll = {};
    return;
  }
  const float most = static_cast<float>(l.count - shown) * height;
  if (scroll.current != l.current && l.current >= 0) {
    const float top = static_cast<float>(l.current) * height;
    if (top < scroll.offset || top + height > scroll.offset + inner.h + 0.01f)
      scroll.offset = top - std::floor(static_cast<float>(shown - 1) / 2) * height;
  }
  scroll.current = l.current;
  scroll.page = static_cast<float>(shown) * height;
  scroll.most = std::max(most, 0.0f);
  const float travel = paged ? ui.drag(l.name, area) : 0;
  scroll.offset -= travel;
  if (!ui.finger_down()) scroll.offset = std::round(scroll.offset / height) * height;
  scroll.offset = std::clamp(scroll.offset, 0.0f, scroll.most);

  ui.fill(area, Token::surface, m.radius);
  {
    const Clip clip(ui, inner, Ui::Area::paged);
    const long from = static_cast<long>(std::floor(scroll.offset / height + 0.001f));
    const long to = std::min(l.count, from + shown + 1);
    for (long i = from; i < to; ++i) {
      const float y = inner.y + static_cast<float>(i) * height - scroll.offset;
      if (y > inner.bottom() - 0.01f) break;
      const bool first = std::abs(y - inner.y) < 0.01f;
      const bool last = std::abs(y + height - inner.bottom()) < 0.01f;
      const Corners corners = first && last ? Corners::all
                              : first       ? Corners::top
                              : last        ? Corners::bottom
                                            : Corners::none;
      draw({i, {inner.x, y, inner.w, height}, i == l.current, corners});
      if (!last) ui.line_across(inner.x, y + height - stroke::hair, inner.w);
    }
  }
  ui.outline(area, Token::hairline, stroke::hair, m.radius);
  if (!paged) return;
  const long first = static_cast<long>(std::round(scroll.offset / height));
  lead_to(ui, l, name_of, first, shown);
  if (l.keys == PagingKeys::elsewhere) return;
  const int turned =
      pager(ui, keys, {l.up, l.down, first + 1, std::min(first + shown, l.count), l.count});
  turn_list(ui, l.name, turned);
}

Pages list_pages(Ui& ui, std::string_view name) {
  const Ui::Scroll& scroll = ui.scroll(name);
  return {scroll.offset > 0.01f, scroll.offset < scroll.most - 0.01f};
}

void turn_list(Ui& ui, std::string_view name, int pages) {
  if (pages == 0) return;
  Ui::Scroll& scroll = ui.scroll(name);
  scroll.offset =
      std::clamp(scroll.offset + static_cast<float>(pages) * scroll.page, 0.0f, scroll.most);
}

void row_ground(Ui& ui, const Row& row) {
  if (!row.current) return;
  ui.fill(row.rect, Token::sunk, ui.metrics().radius, row.corners);
  ui.fill({row.rect.x, row.rect.y, 0.6f, row.rect.h}, Token::ink);
}

Press row_target(Ui& ui, const Row& row, std::string_view name, std::string_view text,
                 std::string_view group) {
  const Press press = ui.target(name, row.rect, {.text = text, .group = group});
  row_ground(ui, row);
  if (press.held)
    ui.fill_pressed(row.rect, row.current ? Token::sunk : Token::surface, ui.metrics().radius,
                    row.corners);
  return press;
}

}  // namespace ui
