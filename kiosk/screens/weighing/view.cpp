#include "kiosk/screens/weighing/view.hpp"

#include "kiosk/screens/weighing/parts.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::weighing {
namespace {

using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

std::optional<Action> header(const State& s, ui::Ui& ui, Rect& area) {
  const auto tap = draw_header(
      ui, area, s.frame,
      {.title = s.article,
       .note = s.producer,
       .middle = ui.tr("bag {1} of {2}", ui.numbers().count(s.bag), ui.numbers().count(s.bags))});
  if (!tap) return std::nullopt;
  switch (*tap) {
    case ui::HeaderTap::back:
      return Back{};
    case ui::HeaderTap::person:
      return OpenPerson{};
    case ui::HeaderTap::scale:
      return OpenScale{};
    case ui::HeaderTap::printer:
      return OpenPrinter{};
    case ui::HeaderTap::server:
      return OpenServer{};
  }
  return std::nullopt;
}

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

// Whose bag it is, what was asked; on the compact profile the key that opens the list.
std::optional<Action> top(const State& s, ui::Ui& ui, Rect line) {
  std::optional<Action> action;
  if (ui.metrics().compact()) {
    const ui::Button key{
        .name = "weigh.list",
        .icon = ui::Icon::format_list_bulleted,
        .text = ui.tr("{1} of {2}", ui.numbers().count(s.bag), ui.numbers().count(s.bags))};
    if (ui::key(ui, line.cut_right(ui::key_width(ui, key), 1.2f), key)) action = ToggleList{};
  }
  const ui::Style quiet{.color = Token::quiet, .across = ui::Across::right};
  const std::string asked = asked_text(s, ui);
  const Rect right = line.cut_right(ui.width(asked, quiet) + 0.1f, 1.2f);
  ui.text(asked, right, quiet);
  const std::string crate = ui.tr("crate {1}", ui.numbers().count(s.crate));
  const ui::Style normal{.size = Size::normal},
      large{.size = Size::large, .face = Face::semibold, .fit = Fit::ellipsis};
  const float room = line.w - ui.width(crate, normal) - 1.3f;
  ui.text(s.cell, line.cut_left(std::min(ui.width(s.cell, large) + 0.1f, room), 1.2f), large);
  ui.text(crate, line, normal);
  return action;
}

void digits(const State& s, ui::Ui& ui, Rect area) {
  if (ui.metrics().profile == ui::Profile::wide) gross_and_tare(s, ui, area.cut_right(9, 1.2f));
  const Net net = net_of(s, ui);
  ui::weight_digits(ui, area, net.value, net.unit, ui.tr("net"),
                    s.steady ? ui::Steady::yes : ui::Steady::no);
  ui.named_text("weigh.net", net.value + " " + net.unit, area);
}

std::optional<Action> cells(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  const auto name_of = [&](long index) {
    return "weigh.cell." + std::to_string(s.cells[static_cast<std::size_t>(index)].cell);
  };
  ui::list(
      ui, area,
      {.name = "weigh.cells", .count = static_cast<long>(s.cells.size()), .current = s.current},
      [&](const ui::Row& row) {
        const CellRow& cell = s.cells[static_cast<std::size_t>(row.index)];
        const std::string amount = ui.numbers().weight(cell.amount);
        if (ui::row_target(ui, row, name_of(row.index), cell.name + " " + amount, "weigh.cells")
                .tapped)
          action = ToCell{cell.cell};
        const Face face = row.current ? Face::semibold : Face::medium;
        const bool open = cell.state == ui::Glyph::todo;
        ui::Line line(
            ui, {row.rect.x + 1.4f, row.rect.y, row.rect.w - 1.4f - ui::row_pad, row.rect.h}, 0.9f);
        line.glyph(cell.state)
            .right(amount, {.face = face, .color = open ? Token::quiet : Token::ink});
        Rect name = line.rest();
        name.w += 0.5f;  // a long name may come nearer to its amount
        ui.text(cell.name, name, {.face = face, .fit = Fit::ellipsis});
      },
      name_of);
  return action;
}

// Everything but header and bar, in the three profiles.
std::optional<Action> work(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  if (m.compact() && s.list_open) return cells(s, ui, area);
  std::optional<Action> action;
  const auto keep = [&](std::optional<Action> tapped) {
    if (tapped) action = tapped;
  };
  const float between = m.compact() ? 0.7f : 0.8f;
  if (!m.compact()) keep(cells(s, ui, area.cut_left(m.pick(0, 30, 25), 1.6f)));
  if (m.extra()) keep(facts_card(s, ui, area.cut_right(22, 1.6f)));
  keep(top(s, ui, area.cut_top(m.key, between)));
  const Say say = s.say;
  ui::strip(ui, area.cut_top(m.strip, between),
            {.tone = tone_of(say), .glyph = shape_of(say), .text = said(s, ui)});
  if (m.profile == ui::Profile::wide) keep(facts_line(s, ui, area.cut_bottom(5.8f, between)));
  ui::gauge(ui, area.cut_bottom(ui::gauge_height(ui), between), s.gauge);
  if (m.compact()) {
    digits(s, ui, area.cut_left(54.5f, 2.2f));
    keep(facts_lines(s, ui, area));
  } else {
    digits(s, ui, area);
  }
  return action;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action = header(state, ui, area);
  if (const auto tapped = bar(state, ui, area)) action = tapped;
  if (const auto tapped = work(state, ui, ui::work_zone(ui, area))) action = tapped;
  return action;
}

}  // namespace screens::weighing
