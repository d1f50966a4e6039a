#include "kiosk/screens/trouble/view.hpp"

#include <array>

#include "kiosk/screens/trouble/words.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::trouble {
namespace {

using ui::Fit;
using ui::Icon;
using ui::Rect;
using ui::Size;
using ui::Token;

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area, bool well) {
  ui::Bar bar(ui, area, {.buttons = 2});
  std::optional<Action> action;
  if (bar.button({.name = "trouble.retry", .icon = Icon::refresh, .text = ui.tr("Try again")}))
    action = Retry{};
  if (s.device == Device::scale && !well && s.has_cell && s.by_weight) {
    if (bar.accent({"trouble.pad", Icon::dialpad, ui.tr("Type the weight"),
                    ui.tr("without the scale"), true}))
      action = TypeWeight{};
    return action;
  }
  const std::string second = well                          ? std::string()
                             : s.device == Device::printer ? ui.tr("without labels")
                                                           : ui.tr("without the scale");
  if (bar.accent({"trouble.continue", Icon::scale, ui.tr("Continue"), second, true}))
    action = Continue{};
  return action;
}

// Three rows: a picture, a quiet word, a sentence.
void sentences(const Words& words, ui::Ui& ui, const Rect& area) {
  const ui::Metrics& m = ui.metrics();
  struct Row {
    Icon icon;
    std::string word;
    const std::string& sentence;
  };
  const std::array rows{Row{Icon::info, ui.tr("The trouble"), words.happens},
                        Row{Icon::verified_user, ui.tr("What is safe"), words.safe},
                        Row{Icon::build, ui.tr("What to do"), words.to_do}};
  ui::card(ui, area);
  for (int i = 0; i < 3; ++i) {
    const Row& row = rows[static_cast<std::size_t>(i)];
    const Rect place = area.row(i, 3, 0);
    Rect line = place.inset(ui::row_pad, 0);
    ui.icon(row.icon, line.cut_left(m.large, 1.4f), m.large);
    ui.text(row.word, line.cut_left(17, 1.4f), {.color = Token::quiet, .fit = Fit::shrink});
    ui.text(row.sentence, line, {.size = Size::normal, .lines = 2, .fit = Fit::shrink});
    if (i < 2) ui.line_across(area.x, place.bottom() - ui::stroke::hair, area.w);
  }
}

void work(const State& s, const Words& words, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  if (s.has_cell) {
    const std::string asked =
        s.asked ? ui.tr("asked {1}", text_of(ui, *s.asked)) : ui.tr("no amount told");
    draw_cell_line(ui, area.cut_top(m.key, 1), s, asked, ListKey::no);
  }
  ui::strip(ui, area.cut_top(m.strip, 1),
            {.tone = words.well ? ui::Tone::good : ui::Tone::over,
             .glyph = words.well ? ui::Glyph::tick : ui::Glyph::cross,
             .text = words.title,
             .size = Size::large});
  sentences(words, ui, area);
}

std::optional<Action> header(const State& s, ui::Ui& ui, Rect& area) {
  const auto tap =
      s.has_cell
          ? draw_work_header(ui, area, s)
          : draw_header(ui, area, s.frame,
                        {.title = s.device == Device::scale ? ui.tr("Scale") : ui.tr("Labels")});
  if (tap) return Header{*tap};
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  const Words words = words_of(state, ui);
  std::optional<Action> action = header(state, ui, area);
  if (const auto tapped = bar(state, ui, area, words.well)) action = tapped;
  work(state, words, ui, ui::work_zone(ui, area));
  return action;
}

}  // namespace screens::trouble
