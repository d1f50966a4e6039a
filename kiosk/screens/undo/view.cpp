#include "kiosk/screens/undo/view.hpp"

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::undo {
namespace {

using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Token;

std::string word_of(Kind kind, const ui::Ui& ui) {
  switch (kind) {
    case Kind::weighed:
      return ui.tr("weighed");
    case Kind::typed:
      return ui.tr("typed");
    case Kind::counted:
      return ui.tr("counted");
    case Kind::shortfall:
      return ui.tr("shortfall noted");
    case Kind::received:
      return ui.tr("received");
  }
  return {};
}

std::string what_of(const GestureRow& row, const ui::Ui& ui) {
  return row.amount ? row.article + " " + text_of(ui, *row.amount) : row.article;
}

void wide_row(const GestureRow& row, ui::Ui& ui, Rect rect) {
  const ui::Style quiet{.color = Token::quiet};
  const ui::Style bold{.face = Face::semibold, .fit = Fit::ellipsis};
  const float extra = ui.metrics().extra() ? 1.3f : 1.0f;
  ui.text(row.at, rect.cut_left(7.6f, 1.2f), quiet);
  ui.text(row.person, rect.cut_left(10.6f * extra, 1.2f), {.fit = Fit::ellipsis});
  ui.text(word_of(row.kind, ui), rect.cut_right(14.6f, 1.2f), quiet);
  ui.text(row.ordergroup.empty() ? ui.tr("Reception") : row.ordergroup,
          rect.cut_left(rect.w * 0.49f, 1.2f), bold);
  ui.text(what_of(row, ui), rect, {.fit = Fit::ellipsis});
}

void compact_row(const GestureRow& row, ui::Ui& ui, Rect rect) {
  const float line = ui.line_height(ui::Size::small);
  Rect block = rect.centred(rect.w, 2 * line + 0.2f);
  Rect upper = block.cut_top(line, 0.2f);
  const float left = 25.5f;
  ui.text(row.ordergroup.empty() ? ui.tr("Reception") : row.ordergroup, upper.cut_left(left, 1.4f),
          {.face = Face::semibold, .fit = Fit::ellipsis});
  ui.text(what_of(row, ui), upper, {.fit = Fit::ellipsis});
  ui.text(row.at + "   " + row.person, block.cut_left(left, 1.4f),
          {.color = Token::quiet, .fit = Fit::ellipsis});
  ui.text(word_of(row.kind, ui), block, {.color = Token::quiet});
}

std::optional<Action> gestures(const State& s, ui::Ui& ui, const Rect& area) {
  const auto& m = ui.metrics();
  std::optional<Action> action;
  const auto name_of = [&](long index) {
    return "undo." + std::to_string(s.rows[static_cast<std::size_t>(index)].ref.seq);
  };
  ui::list(
      ui, area,
      {.name = "undo.rows",
       .count = static_cast<long>(s.rows.size()),
       .row = m.pick(9, 8.3f, 7.2f)},
      [&](const ui::Row& row) {
        const GestureRow& gesture = s.rows[static_cast<std::size_t>(row.index)];
        ui::row_ground(ui, row);
        Rect rect = row.rect.inset(m.compact() ? ui::row_pad : 1.4f, 0);
        const std::string name = name_of(row.index);
        const ui::Button key{
            .name = name, .icon = ui::Icon::undo, .text = ui.tr("Undo"), .group = "undo.rows"};
        const float width = ui::key_width(ui, key);
        const Rect place = rect.cut_right(width, 1.2f);
        if (ui::key(ui, place.centred(width, m.key), key)) action = Undo{gesture.ref};
        if (m.compact())
          compact_row(gesture, ui, rect);
        else
          wide_row(gesture, ui, rect);
      },
      name_of);
  return action;
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 1});
  std::optional<Action> action;
  const bool all = s.shown == Shown::all;
  if (bar.button({.name = "undo.all",
                  .icon = ui::Icon::history,
                  .text = all ? ui.tr("Last gestures") : ui.tr("All gestures")}))
    action = ShowAll{};
  const auto& r = s.resume;
  if (bar.accent({.name = "undo.back",
                  .icon = ui::Icon::play_arrow,
                  .text = ui.tr("Go on"),
                  .second = r ? r->article + ", " + r->ordergroup : std::string(),
                  .second_fit = Fit::ellipsis}))
    action = Resumed{};
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame, {.title = ui.tr("Last gestures")}))
    action = FollowHeader{*tap};
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  if (s.failed) ui::strip(ui, work.cut_top(ui.metrics().strip, 0.8f), failed_strip(ui, *s.failed));
  if (s.rows.empty()) {
    ui::card(ui, work);
    ui.text(ui.tr("Nothing was recorded yet today."), work.inset(2.5f, 2),
            {.size = ui::Size::large, .color = Token::quiet, .lines = 2});
  } else if (const auto tap = gestures(s, ui, work)) {
    action = tap;
  }
  return action;
}

}  // namespace screens::undo
