#include "kiosk/screens/outcome/view.hpp"

namespace screens::outcome {
namespace {

using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

std::string title_of(const State& s, const ui::Ui& ui) {
  switch (s.kind) {
    case State::Kind::imported:
      return ui.tr("Imported");
    case State::Kind::exported:
      return ui.tr("Exported");
    case State::Kind::failed:
      return ui.tr("That did not work");
    case State::Kind::refused_journal:
      return ui.tr("The journal cannot be opened");
  }
  return {};
}

void lines(const State& s, ui::Ui& ui, const Rect& area) {
  ui::list(ui, area,
           {.name = "outcome.lines",
            .count = static_cast<long>(s.lines.size()),
            .row = ui.metrics().pick(11, 9, 7),
            .stretch = ui::Stretch::no},
           [&](const ui::Row& row) {
             ui::row_ground(ui, row);
             Rect rect = row.rect.inset(ui::row_pad, 0.4f);
             ui::glyph(ui, ui::Glyph::attention, rect.cut_left(ui.metrics().small, 1.0f),
                       ui.metrics().small * 0.95f);
             ui.text(s.lines[static_cast<std::size_t>(row.index)], rect,
                     {.lines = ui.metrics().compact() ? 3 : 2, .fit = Fit::ellipsis});
           });
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  const bool refused = s.kind == State::Kind::refused_journal;
  if (const auto tap = draw_header(ui, area, s.frame, {.back = !refused, .title = title_of(s, ui)}))
    action = FollowHeader{*tap};
  if (!refused) {
    ui::Bar bar(ui, area, {.buttons = 0});
    if (bar.accent(
            {.name = "trouble.continue", .icon = ui::Icon::arrow_forward, .text = ui.tr("Go on")}))
      action = Continue{};
  }
  Rect work = ui::work_zone(ui, area);
  const bool good = s.kind == State::Kind::imported || s.kind == State::Kind::exported;
  Rect card = s.lines.empty() ? work : work.cut_top(work.h * 0.45f, ui.metrics().gap);
  ui::card(ui, card);
  Rect inside = card.inset(2.5f, 2);
  ui::glyph(ui, good ? ui::Glyph::good : ui::Glyph::attention,
            inside.cut_left(ui.metrics().verb, 1.6f), ui.metrics().verb * 0.9f);
  ui.text(s.sentence, inside, {.size = Size::large, .lines = 4, .fit = Fit::shrink});
  if (!s.lines.empty()) lines(s, ui, work);
  return action;
}

}  // namespace screens::outcome
