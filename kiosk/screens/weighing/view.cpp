#include "kiosk/screens/weighing/view.hpp"

#include "kiosk/screens/weighing/parts.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::weighing {
namespace {

using ui::Rect;

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 3});
  std::optional<Action> action;
  if (bar.button({.name = "weigh.tare", .icon = ui::Icon::exposure_zero, .text = ui.tr("Tare")}))
    action = Tare{};
  if (bar.button(
          {.name = "weigh.short", .glyph = ui::Glyph::too_little, .text = ui.tr("Too little")}))
    action = TooLittle{};
  if (bar.button(
          {.name = "weigh.pad", .icon = ui::Icon::dialpad, .text = ui.tr("Type the weight")}))
    action = TypeWeight{};
  if (bar.accent(accent_of(s, ui))) action = Keep{};
  return action;
}

void digits(const State& s, ui::Ui& ui, Rect area) {
  if (ui.metrics().profile == ui::Profile::wide) gross_and_tare(s, ui, area.cut_right(9, 1.2f));
  const Net net = net_of(s, ui);
  ui::weight_digits(ui, area, net.value, net.unit, ui.tr("net"),
                    s.steady ? ui::Steady::yes : ui::Steady::no);
  ui.named_text("weigh.net", net.value + " " + net.unit, area);
}

ui::Strip strip_of(const State& s, const ui::Ui& ui) {
  if (s.failed) return failed_strip(ui, *s.failed);
  return {.tone = tone_of(s.say), .glyph = shape_of(s.say), .text = said(s, ui)};
}

std::optional<Action> listed(const State& s, ui::Ui& ui, const Rect& area) {
  if (const auto cell = draw_cells(ui, area, s)) return ToCell{*cell};
  return std::nullopt;
}

// Everything but header and bar, in the three profiles.
std::optional<Action> work(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  std::optional<Action> action;
  const float between = m.compact() ? 0.7f : 0.8f;
  if (!m.compact()) action = listed(s, ui, area.cut_left(m.pick(0, 30, 25), 1.6f));
  bool undo = m.extra() && facts_card(s, ui, area.cut_right(22, 1.6f));
  const bool list_only = m.compact() && s.list_open;
  const Rect line = area.cut_top(m.key, list_only ? m.gap : between);
  if (draw_cell_line(ui, line, s, asked_text(s, ui)) == LineTap::list) action = ToggleList{};
  if (list_only) return action ? action : listed(s, ui, area);
  ui::strip(ui, area.cut_top(m.strip, between), strip_of(s, ui));
  if (m.profile == ui::Profile::wide) undo = facts_line(s, ui, area.cut_bottom(5.8f, between));
  const Rect gauge_place = area.cut_bottom(ui::gauge_height(ui), between);
  if (s.gauge) ui::gauge(ui, gauge_place, *s.gauge);
  if (m.compact()) {
    digits(s, ui, area.cut_left(54.5f, 2.2f));
    undo = facts_lines(s, ui, area);
  } else {
    digits(s, ui, area);
  }
  if (undo) action = Undo{};
  return action;
}

std::optional<Action> far_over(const State& s, ui::Ui& ui, const Rect& area) {
  const ui::Numbers n = ui.numbers();
  const auto answer = ui::question(
      ui, area,
      {.title = ui.tr("Keep {1}?", n.weight(s.net)),
       .sentence = ui.tr("{1} is asked for {2}: this is far more.", n.weight(s.asked), s.cell),
       .yes = ui.tr("Keep it all"),
       .no = ui.tr("Take some off"),
       .undoable = ui::Undoable::no});
  if (answer) return Answer{*answer};
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_work_header(ui, area, state)) action = Header{*tap};
  if (state.ask_far_over) {
    const auto answered = far_over(state, ui, area);
    return answered ? answered : action;
  }
  if (const auto tapped = bar(state, ui, area)) action = tapped;
  if (const auto tapped = work(state, ui, ui::work_zone(ui, area))) action = tapped;
  return action;
}

}  // namespace screens::weighing
