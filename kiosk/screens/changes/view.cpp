#include "kiosk/screens/changes/view.hpp"

namespace screens::changes {

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  ui::Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame, {.title = ui.tr("Changes")}))
    action = FollowHeader{*tap};
  ui::Bar bar(ui, area, {.buttons = 2});
  ui::turn_list(ui, "changes.rows", draw_page_buttons(ui, bar, "changes.rows"));
  if (bar.accent(
          {.name = "trouble.continue", .icon = ui::Icon::arrow_forward, .text = ui.tr("Go on")}))
    action = Done{};
  ui::Rect work = ui::work_zone(ui, area);
  draw_list_head(ui, work,
                 ui.tr_n("{1} cell changed since {2}", "{1} cells changed since {2}",
                         static_cast<long>(s.rows.size()), s.since),
                 ui.tr("before → now"));
  ui::list(ui, work,
           {.name = "changes.rows",
            .count = static_cast<long>(s.rows.size()),
            .stretch = ui::Stretch::no,
            .keys = ui::PagingKeys::elsewhere},
           [&](const ui::Row& row) {
             draw_before_after(ui, row.rect, s.rows[static_cast<std::size_t>(row.index)]);
           });
  return action;
}

}  // namespace screens::changes
