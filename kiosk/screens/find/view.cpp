#include "kiosk/screens/find/view.hpp"

#include "kiosk/screens/common/cells.hpp"
#include "kiosk/screens/common/fitted.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::find {
namespace {

using ui::Face;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr int across = 7, down = 4;
constexpr float between = 1.3f;  // keys

std::string note_of(const ui::Ui& ui, const Hit& hit) {
  if (hit.kind == Hit::article) return hit.supplier;
  return ui.tr("group, crate {1}", ui.numbers().count(hit.crate));
}

std::optional<Action> letters(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  const float gap = ui.metrics().apart(between);
  for (int i = 0; i < static_cast<int>(s.leads.size()); ++i) {
    const char letter = static_cast<char>('A' + i);
    const Rect place = area.row(i / across, down, gap).column(i % across, across, gap);
    const std::string text(1, letter), name = "find." + text;
    if (!s.leads[static_cast<std::size_t>(i)]) {
      ui.target(name, place, {.enabled = false, .text = text});
      ui.text(text, place,
              {.size = Size::large, .color = Token::quiet, .across = ui::Across::centre});
      continue;
    }
    const bool last = !s.letters.empty() && s.letters.back() == letter;
    if (ui::button(ui, place,
                   {.name = name,
                    .text = text,
                    .size = Size::large,
                    .chosen = last && s.letters.size() > 1 ? ui::Chosen::yes : ui::Chosen::no}))
      action = Letter{letter};
  }
  return action;
}

std::string hit_name(long index) { return "find.result." + std::to_string(index + 1); }

bool hit(const State& s, ui::Ui& ui, const ui::Row& row) {
  const Hit& hit = s.hits[static_cast<std::size_t>(row.index)];
  const std::string note = note_of(ui, hit);
  const bool tapped =
      ui::row_target(ui, row, hit_name(row.index), hit.name + " " + note, "find.hits").tapped;
  const float line = ui.line_height(Size::small);
  const Rect inner = row.rect.inset(ui::row_pad, 0);
  Rect stack = inner.centred(inner.w, 2 * line);
  ui.text(hit.name, stack.cut_top(line), {.face = Face::semibold, .fit = ui::Fit::ellipsis});
  ui.text(note, stack, {.color = Token::quiet, .fit = ui::Fit::ellipsis});
  return tapped;
}

// A card as high as there is room, for the search goes on; a list where that is not enough.
std::optional<Action> hits(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  const float height = ui.metrics().pick(9.4f, 8, 8);
  const auto count = static_cast<long>(s.hits.size());
  const auto draw_row = [&](const ui::Row& row) {
    if (hit(s, ui, row)) action = Open{static_cast<std::size_t>(row.index)};
  };
  if (static_cast<float>(count) * height > area.h) {
    ui::list(ui, area, {.name = "find.hits", .count = count, .row = height, .current = 0}, draw_row,
             hit_name);
    return action;
  }
  ui.fill(area, Token::surface, ui.metrics().radius);
  for (long i = 0; i < count; ++i) {
    const float y = area.y + static_cast<float>(i) * height;
    draw_row(
        {i, {area.x, y, area.w, height}, i == 0, i == 0 ? ui::Corners::top : ui::Corners::none});
    if (i + 1 < count) ui.line_across(area.x, y + height - ui::stroke::hair, area.w);
  }
  ui.outline(area, Token::hairline, ui::stroke::hair, ui.metrics().radius);
  return action;
}

ui::Accent accent_of(const State& s, const ui::Ui& ui) {
  if (s.hits.empty())
    return {"find.go", ui::Icon::arrow_forward, ui.tr("Tap two letters"), {}, false};
  const Hit& hit = s.hits.front();
  const std::string second =
      hit.kind == Hit::article ? hit.supplier : ui.tr("crate {1}", ui.numbers().count(hit.crate));
  return named_accent(ui, "find.go", ui::Icon::arrow_forward, hit.name, second);
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  const ui::Metrics& m = ui.metrics();
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame, {.title = ui.tr("Find")})) action = *tap;
  ui::Bar bar(ui, area, {.buttons = 1});
  if (bar.button({.name = "find.delete",
                  .icon = ui::Icon::backspace,
                  .text = ui.tr("Delete a letter"),
                  .enabled = !s.letters.empty()}))
    action = Delete{};
  if (bar.accent(accent_of(s, ui))) action = Open{0};

  Rect work = ui::work_zone(ui, area);
  if (const auto tapped = letters(s, ui, work.cut_left(m.pick(62, 58, 58), m.apart(m.gap))))
    action = tapped;
  Rect title = work.cut_top(m.large, 1);
  std::string spaced;
  for (const char letter : s.letters)
    spaced += (spaced.empty() ? "" : " ") + std::string(1, letter);
  ui::Line(ui, title, 1)
      .text(ui.tr("begins with"), {.color = Token::quiet})
      .text(spaced.empty() ? "…" : spaced, {.size = Size::large, .face = Face::semibold});
  if (const auto tapped = hits(s, ui, work)) action = tapped;
  return action;
}

}  // namespace screens::find
