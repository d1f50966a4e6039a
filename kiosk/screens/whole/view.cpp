#include "kiosk/screens/whole/view.hpp"

#include <algorithm>
#include <vector>

#include "kiosk/screens/whole/panel.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::whole {
namespace {

using ui::Glyph;
using ui::Rect;
using ui::Token;

constexpr float least_pitch = 2.05f;  // of rows, in u: small text still has its capitals apart

// A line of the legend: a tile, a shape or the frame, and words.
struct Key {
  enum Kind { tile, shape, frame } kind;
  Mark mark;
  Glyph glyph;
  std::string words;
};

std::vector<Key> keys_of(const State& s, const ui::Ui& ui) {
  // Six lines where paging keys take their room, else nine.
  const bool few = ui.metrics().compact() || (s.pages > 1 && !ui.metrics().extra());
  const Counts& n = s.counts;
  const auto number = [&](long count) { return ui.numbers().count(count); };
  std::vector<Key> keys;
  const auto add = [&](Mark mark, std::string words) {
    keys.push_back({Key::tile, mark, Glyph::none, std::move(words)});
  };
  const auto add_shape = [&](Glyph glyph, std::string words) {
    keys.push_back({Key::shape, Mark::to_do, glyph, std::move(words)});
  };
  const std::string good = few ? ui.tr_n("{1} good", "{1} good", n.good)
                               : ui.tr_n("{1} good bag", "{1} good bags", n.good);
  const std::string to_do = ui.tr("{1} to do", number(n.to_do));
  const std::string begun = ui.tr_n("{1} begun", "{1} begun", n.begun);
  const std::string shortfall = ui.tr_n("{1} shortfall", "{1} shortfalls", n.shortfall);
  const std::string over = ui.tr("{1} too much", number(n.over));
  const std::string absent = ui.tr_n("{1} absent", "{1} absent", n.absent);
  const std::string lack = ui.tr("will lack: {1}", number(n.will_lack));
  add(Mark::good, good);
  add(Mark::to_do, to_do);
  // There is room for so many: what is begun stands before what everybody sees.
  if (few) {
    if (n.begun > 0) {
      add(Mark::begun, begun);
    } else {
      add(Mark::absent, absent);
    }
  } else if (n.begun > 0) {
    add(Mark::begun, begun);
  } else {
    keys.push_back({Key::frame, Mark::to_do, Glyph::none, ui.tr("in the matrix")});
  }
  add(Mark::shortfall, shortfall);
  add(Mark::over, over);
  if (few) {
    add_shape(Glyph::attention, lack);
    return keys;
  }
  add(Mark::absent, absent);
  add_shape(Glyph::tick, ui.tr("enough received: {1}", number(n.enough)));
  add_shape(Glyph::attention, lack);
  add_shape(Glyph::shortfall, ui.tr("shortfall noted: {1}", number(n.noted)));
  return keys;
}

// The columns that have room: the large interface shows fewer things rather than smaller ones.
std::vector<Key> fitting_keys(std::vector<Key> keys, const ui::Ui& ui, float room, float mark,
                              std::size_t lines) {
  constexpr float least_apart = 0.6f;
  for (;;) {
    float width = 0;
    for (std::size_t from = 0; from < keys.size(); from += lines) {
      float words = 0;
      for (std::size_t i = from; i < std::min(keys.size(), from + lines); ++i)
        words = std::max(words, ui.width(keys[i].words));
      width += mark + words + 0.1f + least_apart;
    }
    if (width - least_apart <= room || keys.size() <= lines) return keys;
    keys.resize((keys.size() - 1) / lines * lines);
  }
}

void legend(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  constexpr int lines = 3;
  const float between = m.pick(1.6f, 3.6f, 3.6f), to_words = m.pick(0.6f, 0.9f, 0.9f);
  const float mark = m.pick(2.4f, 1.9f, 1.9f);
  if (!m.compact()) area.cut_left(1.1f);
  const std::vector<Key> keys = fitting_keys(keys_of(s, ui), ui, area.w, mark + to_words, lines);
  float room = area.w;  // words give way where a language needs more
  for (std::size_t from = 0; from < keys.size(); from += lines) {
    const std::size_t to = std::min(keys.size(), from + lines);
    float width = 0;
    for (std::size_t i = from; i < to; ++i) width = std::max(width, ui.width(keys[i].words));
    room -= mark + to_words + width + 0.1f + (from > 0 ? 1 : 0);
  }
  const float columns = static_cast<float>((keys.size() + lines - 1) / lines - 1);
  const float apart = std::clamp(1 + room / std::max(columns, 1.0f), 0.6f, between);
  for (std::size_t from = 0; from < keys.size(); from += lines) {
    float width = 0;
    for (std::size_t i = from; i < std::min(keys.size(), from + lines); ++i)
      width = std::max(width, ui.width(keys[i].words));
    const Rect column = area.cut_left(mark + to_words + width + 0.1f, apart);
    for (std::size_t i = from; i < std::min(keys.size(), from + lines); ++i) {
      Rect line = column.row(static_cast<int>(i - from), lines, 0);
      const Rect box = line.cut_left(mark, to_words);
      const Key& key = keys[i];
      if (key.kind == Key::tile)
        draw_tile(ui, box.centred(m.pick(1.9f, 1.1f, 1.1f), m.pick(2, 2.1f, 2.1f)), {key.mark});
      if (key.kind == Key::shape)
        ui::glyph(ui, key.glyph, box, m.compact() ? mark : m.small, Token::quiet);
      if (key.kind == Key::frame) ui.outline(box.centred(1.9f, 1.9f), Token::ink, 0.2f, 0.5f);
      ui.text(key.words, line, {.fit = ui::Fit::shrink});
    }
  }
}

}  // namespace

Capacity capacity_of(const ui::Metrics& m) {
  const float room =
      m.height - m.header - m.work_top() - m.bar - m.edge - m.above_bar - figures_of(m).head - 0.5f;
  if (!m.compact()) return {Capacity::by_panels, 2, room / least_pitch};
  // Three rows are a region.
  const float pitch = std::max(least_pitch, least_region_mm / m.mm / region_rows);
  return {Capacity::by_order, 1, room / pitch + 0.2f};
}

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  const ui::Metrics& m = ui.metrics();
  const ui::Numbers n = ui.numbers();
  Rect area = ui.screen();
  std::optional<Action> action;
  const bool by_order = m.compact() && !s.panels.empty();
  const std::string done = n.count(s.done), all = n.count(s.cells);
  if (const auto tap =
          draw_header(ui, area, s.frame,
                      {.title = by_order ? s.panels[0].blocks[0].supplier : ui.tr("The whole day"),
                       .middle = m.extra() ? ui.tr("{1} bags of {2}", done, all)
                                           : ui.tr("{1} of {2}", done, all)}))
    action = *tap;
  const bool paged = m.compact() || s.pages > 1;
  ui::Bar bar(ui, area, {.buttons = 0, .pairs = paged ? 1 : 0});
  if (paged) {
    const std::string at = n.count(s.page + 1), of = n.count(s.pages);
    const int turned =
        bar.pair({"whole.up", ui::Icon::keyboard_arrow_up, s.page > 0},
                 {"whole.down", ui::Icon::keyboard_arrow_down, s.page + 1 < s.pages},
                 m.compact() ? ui.tr("order {1}/{2}", at, of) : ui.tr("page {1}/{2}", at, of));
    if (turned != 0) action = TurnPage{turned == 1 ? -1 : 1};
  }
  legend(s, ui, bar.rest());
  if (bar.accent(screens::accent_of(ui, "whole.next", s.step))) action = Go{};

  const Rect card = ui::work_zone(ui, area);
  ui.fill(card, Token::surface, m.radius);
  const Rect inner = card.inset(ui::stroke::hair);
  float most_rows = 1;
  for (const Panel& panel : s.panels)
    most_rows = std::max(most_rows, rows_high(panel, figures_of(m).heads));
  const int count = static_cast<int>(s.panels.size());
  for (int i = 0; i < count; ++i) {
    const Rect place = inner.column(i, count, 0);
    auto grid = grid_of(ui, place, static_cast<int>(s.crates.size()), most_rows);
    grid.index = i;
    grid.panels = count;
    if (const auto tapped = draw_panel(s, s.panels[static_cast<std::size_t>(i)], ui, grid))
      action = tapped;
    if (i > 0) ui.line_down(place.x, card.y, card.h);
  }
  ui.outline(card, Token::hairline, ui::stroke::hair, m.radius);
  return action;
}

}  // namespace screens::whole
