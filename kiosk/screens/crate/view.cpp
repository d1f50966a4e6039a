#include "kiosk/screens/crate/view.hpp"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/common/fitted.hpp"
#include "kiosk/screens/crate/words.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::crate {
namespace {

using ui::Across;
using ui::Face;
using ui::Glyph;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr float between = 0.9f;        // parts of a row
constexpr float amount_width = 12.6f;  // asked, given
constexpr float heads_to_lines = 0.7f;
constexpr std::string_view name = "crate.lines";

// Where the parts of a row stand.
struct Columns {
  Rect article, supplier, asked, given, words;
};
Columns columns_of(const ui::Metrics& m, const Rect& row) {
  Rect rest = row.inset(ui::row_pad, 0);
  rest.cut_left(m.small, between);
  Columns c;
  c.words = rest.cut_right(m.pick(20, 17.4f, 17.4f), between);
  c.words.cut_left(m.pick(1.8f, 2.4f, 2.4f));
  c.given = rest.cut_right(amount_width, between);
  c.asked = rest.cut_right(amount_width, between);
  if (m.compact()) {
    c.article = rest;
  } else {
    c.article = rest.cut_left(17, between);
    c.supplier = rest;
  }
  return c;
}

Glyph shape_of(Mark mark) {
  switch (mark) {
    case Mark::good:
      return Glyph::good;
    case Mark::begun:
      return Glyph::add;
    case Mark::shortfall:
      return Glyph::shortfall;
    case Mark::over:
      return Glyph::take_off;
    case Mark::absent:
      return Glyph::absent;
    case Mark::to_do:
      break;
  }
  return Glyph::todo;
}

Token color_of(Mark mark) {
  return mark == Mark::over ? Token::over : mark == Mark::begun ? Token::under : Token::ink;
}

// "Still 4 lines", what is short, and the words over the columns.
void heads(const State& s, ui::Ui& ui, const Rect& area, const std::string& range) {
  const ui::Metrics& m = ui.metrics();
  const Columns c = columns_of(m, area);
  const ui::Style quiet{.color = Token::quiet},
      right{.color = Token::quiet, .across = Across::right};
  ui.text(ui.tr("asked"), Rect{c.asked.x, area.y, c.asked.w, area.h}, right);
  ui.text(ui.tr("given"), Rect{c.given.x, area.y, c.given.w, area.h}, right);
  ui.text(range, Rect{c.words.x, area.y, c.words.w, area.h}, quiet);

  Rect rest{area.x, area.y, c.asked.right() - ui.width(ui.tr("asked")) - between - area.x, area.h};
  const std::string title =
      s.open > 0 ? ui.tr_n("{1} line to go", "{1} lines to go", s.open) : ui.tr("Crate complete");
  const ui::Style big{.size = Size::large, .face = Face::semibold, .fit = ui::Fit::shrink};
  ui.text(title, rest.cut_left(std::min(ui.width(title, big) + 0.1f, rest.w), 1.9f), big);
  ui.named_text("crate.title", title, area);
  if (s.shortfalls.empty() || rest.w < m.small * 3) return;
  ui::glyph(ui, Glyph::shortfall, rest.cut_left(m.small, 0.8f), m.small);
  const auto count = static_cast<long>(s.shortfalls.size());
  std::string noted = ui.tr_n("{1} shortfall", "{1} shortfalls", count);
  if (!m.compact()) {
    const std::string named = ui.tr("short: {1}", s.shortfalls.front());
    if (count == 1 && ui.width(named) <= rest.w) noted = named;
  }
  ui.text(one_line(ui, noted, rest.w, {}), rest);
}

void row(const State& s, ui::Ui& ui, const ui::Row& place, const Line& line) {
  const ui::Metrics& m = ui.metrics();
  const bool now = place.index == s.current;
  const Face face = now ? Face::semibold : Face::medium;
  const Columns c = columns_of(m, place.rect);
  Rect mark = place.rect.inset(ui::row_pad, 0);
  ui::glyph(ui, now ? Glyph::current : shape_of(line.mark), mark.cut_left(m.small), m.small,
            color_of(line.mark));
  const ui::Style plain{.face = face, .fit = ui::Fit::ellipsis};
  const ui::Style quiet{.color = Token::quiet, .fit = ui::Fit::ellipsis};
  if (m.compact()) {
    Rect stack = c.article.centred(c.article.w, 2 * m.small);
    ui.text(line.article, stack.cut_top(m.small), plain);
    ui.text(line.supplier, stack, quiet);
  } else {
    ui.text(line.article, c.article, plain);
    ui.text(line.supplier, c.supplier, quiet);
  }
  if (line.asked)
    ui.text(text_of(ui, *line.asked), c.asked,
            {.face = face, .across = Across::right, .fit = ui::Fit::ellipsis});
  if (line.given)
    ui.text(text_of(ui, *line.given), c.given,
            {.face = Face::semibold, .across = Across::right, .fit = ui::Fit::ellipsis});
  const bool faint = line.mark == Mark::absent || (line.mark == Mark::to_do && !now);
  ui.text(words_of(ui, line), c.words,
          {.face = face,
           .color = faint ? Token::quiet : Token::ink,
           .lines = m.compact() ? 2 : 1,
           .fit = ui::Fit::ellipsis});
}

// The lines that are in view: turned by keys, dragged by a finger.
struct Page {
  ui::Ui::Scroll& scroll;  // in rows
  long count, shown;
  Rect card;
  float pitch;

  float clamped(float offset) const {
    return std::clamp(offset, 0.0f, static_cast<float>(std::max(0L, count - shown)));
  }
};

Page page_of(const State& s, ui::Ui& ui, const Rect& work) {
  const ui::Metrics& m = ui.metrics();
  const long usual = m.compact() ? 4 : 6;
  const long shown = std::clamp(static_cast<long>(work.h / m.side(0)), 1L, usual);
  const float pitch = work.h / static_cast<float>(shown);
  const long count = static_cast<long>(s.lines.size());
  Page page{ui.scroll(name),
            count,
            shown,
            {work.x, work.y, work.w, pitch * static_cast<float>(std::min(count, shown))},
            pitch};
  const long at = std::max(s.current, 0L);
  const long cell = count == 0 ? -1 : s.lines[static_cast<std::size_t>(at)].cell.value;
  if (page.scroll.current != cell) {
    const auto from = static_cast<long>(page.scroll.offset);
    if (at < from || at >= from + shown)
      page.scroll.offset = static_cast<float>(at - (shown - 1) / 2);
    page.scroll.current = cell;
  }
  if (count > shown) page.scroll.offset -= ui.drag(name, page.card) / pitch;
  if (!ui.finger_down()) page.scroll.offset = std::round(page.scroll.offset);
  page.scroll.offset = page.clamped(page.scroll.offset);
  return page;
}

std::optional<Action> rows(const State& s, ui::Ui& ui, const Page& page) {
  std::optional<Action> action;
  if (page.count == 0) return action;
  ui.fill(page.card, Token::surface, ui.metrics().radius);
  {
    const ui::Clip clip(ui, page.card, ui::Ui::Area::paged);
    for (long i = static_cast<long>(page.scroll.offset); i < page.count; ++i) {
      const float y = page.card.y + (static_cast<float>(i) - page.scroll.offset) * page.pitch;
      if (y > page.card.bottom() - 0.01f) break;
      const bool top = std::abs(y - page.card.y) < 0.01f;
      const bool bottom = std::abs(y + page.pitch - page.card.bottom()) < 0.01f;
      const ui::Row place{i,
                          {page.card.x, y, page.card.w, page.pitch},
                          i == s.current,
                          top && bottom ? ui::Corners::all
                          : top         ? ui::Corners::top
                          : bottom      ? ui::Corners::bottom
                                        : ui::Corners::none};
      const Line& line = s.lines[static_cast<std::size_t>(i)];
      const std::string target = "crate.line." + std::to_string(line.cell.value);
      const std::string text = line.article + " " + words_of(ui, line);
      if (ui::row_target(ui, place, target, text, name).tapped) action = OpenLine{line.cell};
      row(s, ui, place, line);
      if (!bottom) ui.line_across(place.rect.x, y + page.pitch - ui::stroke::hair, place.rect.w);
    }
  }
  ui.outline(page.card, Token::hairline, ui::stroke::hair, ui.metrics().radius);
  return action;
}

// For scripts that look for a line out of view.
void lead_to(const State& s, ui::Ui& ui, long first, long last) {
  constexpr std::string_view prefix = "crate.line.";
  if (!ui.sought().starts_with(prefix)) return;
  const std::string id = ui.sought().substr(prefix.size());
  for (long i = 0; i < static_cast<long>(s.lines.size()); ++i) {
    if (std::to_string(s.lines[static_cast<std::size_t>(i)].cell.value) != id) continue;
    if (i < first) ui.lead("crate.up");
    if (i >= last) ui.lead("crate.down");
  }
}

ui::Accent next_accent(const State& s, const ui::Ui& ui) {
  constexpr std::string_view accent = "crate.weigh";
  if (!s.next_open.empty())
    return named_accent(ui, accent, ui::Icon::arrow_forward, ui.tr("Next crate"), s.next_open);
  std::string second;
  if (s.current >= 0) {
    const auto& asked = s.lines[static_cast<std::size_t>(s.current)].asked;
    if (asked) second = text_of(ui, *asked);
  }
  return screens::accent_of(ui, accent, s.step, second);
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  const ui::Metrics& m = ui.metrics();
  const ui::Numbers n = ui.numbers();
  Rect area = ui.screen();
  std::optional<Action> action;
  const std::string number = n.count(s.crate);
  if (const auto tap =
          draw_header(ui, area, s.frame,
                      {.title = m.compact() ? number + " " + s.ordergroup : s.ordergroup,
                       .note = ui.tr("crate {1}", number),
                       .note_from = ui::Profile::wide}))
    action = *tap;
  ui::Bar bar(ui, area, {.buttons = 0, .pairs = 2});
  const int crates =
      bar.pair({"crate.previous", ui::Icon::keyboard_arrow_left, s.has_previous},
               {"crate.next", ui::Icon::keyboard_arrow_right, s.has_next}, ui.tr("groups"));
  if (crates == 1) action = Previous{};
  if (crates == 2) action = Next{};

  Rect work = ui::work_zone(ui, area);
  const Rect head = work.cut_top(m.large, heads_to_lines);
  const Page page = page_of(s, ui, work);
  const long first = std::lround(page.scroll.offset);
  const long last = std::min(first + page.shown, page.count);
  const int lines =
      bar.pair({"crate.up", ui::Icon::keyboard_arrow_up, first > 0},
               {"crate.down", ui::Icon::keyboard_arrow_down, last < page.count}, ui.tr("lines"));
  if (bar.accent(next_accent(s, ui))) action = Go{};
  heads(s, ui, head,
        page.count == 0
            ? std::string()
            : ui.tr("{1} to {2} of {3}", n.count(first + 1), n.count(last), n.count(page.count)));
  if (const auto tapped = rows(s, ui, page)) action = tapped;
  if (lines != 0)
    page.scroll.offset =
        page.clamped(static_cast<float>(first + (lines == 1 ? -1 : 1) * page.shown));
  lead_to(s, ui, first, last);
  return action;
}

}  // namespace screens::crate
