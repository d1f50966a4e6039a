#include "kiosk/screens/shortfall/view.hpp"

#include <algorithm>
#include <array>

#include "kiosk/ui/widgets.hpp"

namespace screens::shortfall {
namespace {

using domain::Cause;
using ui::Face;
using ui::Fit;
using ui::Icon;
using ui::Rect;
using ui::Size;
using ui::Token;

ui::Strip strip_of(const State& s, const ui::Ui& ui) {
  ui::Strip strip;
  if (s.failed) {
    strip = failed_strip(ui, *s.failed);
  } else if (s.lacks) {
    strip = {ui::Tone::under, ui::Glyph::add,
             ui.tr("{1} missing for {2}", text_of(ui, s.missing), s.cell)};
  } else {
    strip = {ui::Tone::good, ui::Glyph::tick, ui.tr("Nothing missing for {1}", s.cell)};
  }
  strip.size = Size::large;
  return strip;
}

ui::Accent accent_of(const State& s, const ui::Ui& ui) {
  const auto wait = [](const std::string& text, const std::string& second) {
    return ui::Accent{"short.save", Icon::hourglass_empty, text, second, false};
  };
  switch (s.wait) {
    case Wait::moving:
      return wait(ui.tr("Wait:"), ui.tr("weight not steady"));
    case Wait::nothing_missing:
      return wait(ui.tr("Not needed:"), ui.tr("nothing missing"));
    case Wait::noted_before:
      return wait(ui.tr("Not again:"), ui.tr("noted already"));
    case Wait::no:
      break;
  }
  return {"short.save", Icon::check, ui.tr("Note the shortfall"),
          ui.tr("{1} given", text_of(ui, s.given)), true};
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  const bool pad = s.scale_silent && !s.has_bag;
  ui::Bar bar(ui, area, {.buttons = pad ? 3 : 2});
  std::optional<Action> action;
  if (bar.button({.name = "weigh.more",
                  .icon = Icon::add,
                  .text = ui.tr("One more bag"),
                  .enabled = s.has_bag && s.wait != Wait::moving}))
    action = MoreBags{};
  if (bar.button({.name = "short.all",
                  .icon = Icon::block,
                  .text = ui.tr("Nothing more today"),
                  .enabled = s.wait != Wait::moving && (s.lacks || !s.waiting.empty())}))
    action = NothingToday{};
  if (pad &&
      bar.button({.name = "weigh.pad", .icon = Icon::dialpad, .text = ui.tr("Type the weight")}))
    action = TypeWeight{};
  if (bar.accent(accent_of(s, ui))) action = Note{};
  return action;
}

struct Reason {
  const char* name;
  Icon icon;
  std::string text;
  Cause cause;
};
using Reasons = std::array<Reason, 4>;

Reasons main_reasons(const ui::Ui& ui) {
  return {
      {{"short.not_delivered",
        Icon::local_shipping,
        ui.tr("Not delivered"),
        {Cause::not_delivered, {}}},
       {"short.short_delivery",
        Icon::inventory_2,
        ui.tr("Less delivered"),
        {Cause::short_delivery, {}}},
       {"short.damaged", Icon::broken_image, ui.tr("Damaged"), {Cause::damaged, {}}},
       {"short.other", Icon::more_horiz, ui.tr("Another reason"), {Cause::other, ui.tr("other")}}}};
}

Reasons other_reasons(const ui::Ui& ui) {
  const auto reason = [&](const char* name, Icon icon, const std::string& text) {
    return Reason{name, icon, text, {Cause::other, text}};
  };
  return {{reason("short.dropped", Icon::arrow_downward, ui.tr("dropped")),
           reason("short.forgotten", Icon::history, ui.tr("forgotten")),
           reason("short.wrong_product", Icon::swap_horiz, ui.tr("wrong product")),
           reason("short.other", Icon::more_horiz, ui.tr("other"))}};
}

// Four buttons, the chosen one with a frame and ✓ in place of its picture.
std::optional<Action> reasons(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  std::optional<Action> action;
  ui.text(s.other_open ? ui.tr("What happened?") : ui.tr("Why?"),
          area.cut_top(ui.line_height(Size::small), 1), {.face = Face::semibold});
  const Reasons four = s.other_open ? other_reasons(ui) : main_reasons(ui);
  for (int i = 0; i < 4; ++i) {
    const Reason& reason = four[static_cast<std::size_t>(i)];
    const bool chosen = s.other_open ? s.cause == reason.cause : s.cause.kind == reason.cause.kind;
    const Rect place = area.column(i % 2, 2, m.gap).row(i / 2, 2, m.gap);
    if (!ui::button(ui, place,
                    {.name = reason.name,
                     .icon = chosen ? Icon::check : reason.icon,
                     .text = reason.text,
                     .icon_size = m.large,
                     .chosen = chosen ? ui::Chosen::yes : ui::Chosen::no}))
      continue;
    if (!s.other_open && reason.cause.kind == Cause::other)
      action = OpenOther{reason.cause.text};
    else
      action = Choose{reason.cause};
  }
  return action;
}

// What is left, for how many, and who they are.
void waiting(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  const long count = static_cast<long>(s.waiting.size());
  const Rect line = area.cut_top(ui.line_height(Size::small), 1);
  const std::string asked = text_of(ui, s.asked_by_them);
  const std::string wait =
      count == 0    ? ui.tr("nobody else waits")
      : m.compact() ? ui.tr("for {1}", asked)
                    : ui.tr_n("{1} cell waits for {2}", "{1} cells wait for {2}", count, asked);
  Rect rest = line;
  const ui::Style quiet{.color = Token::quiet, .across = ui::Across::right, .fit = Fit::ellipsis};
  ui.text(wait, rest.cut_right(std::min(ui.width(wait, quiet) + 0.1f, line.w * 0.6f), 1), quiet);
  if (s.left)
    ui.text(ui.tr("Left in the box {1}", text_of(ui, *s.left)), rest,
            {.face = Face::semibold, .fit = Fit::ellipsis});
  ui::list(ui, area,
           {.name = "short.waiting",
            .count = count,
            .row = m.pick(7.8f, 4.6f, 4.4f),
            .stretch = ui::Stretch::rows},
           [&](const ui::Row& row) {
             const CellRow& cell = s.waiting[static_cast<std::size_t>(row.index)];
             ui::Line words(
                 ui,
                 {row.rect.x + ui::row_pad, row.rect.y, row.rect.w - 2 * ui::row_pad, row.rect.h},
                 0.9f);
             words.glyph(cell.state).right(text_of(ui, cell.amount), {.color = Token::quiet});
             ui.text(cell.name, words.rest(), {.fit = Fit::ellipsis});
           });
}

std::optional<Action> work(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  ui::strip(ui, area.cut_top(m.strip, 1), strip_of(s, ui));
  const auto action = reasons(s, ui, area.cut_left(m.pick(42, 40, 40), m.gap));
  waiting(s, ui, area);
  return action;
}

std::optional<Action> ask_all(const State& s, ui::Ui& ui, const Rect& area) {
  const long cells = static_cast<long>(s.waiting.size()) + (s.lacks ? 1 : 0);
  const auto answer =
      ui::question(ui, area,
                   {.title = ui.tr("No more {1} today?", s.article),
                    .sentence = ui.tr_n("The shortfall is noted in {1} open cell.",
                                        "The shortfall is noted in all {1} open cells.", cells),
                    .yes = ui.tr("Note it everywhere"),
                    .no = ui.tr("Back"),
                    .yes_icon = Icon::block,
                    .undoable = ui::Undoable::no});
  if (answer) return Answer{*answer};
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, state.frame,
                                   {.title = state.article, .middle = ui.tr("shortfall")}))
    action = Header{*tap};
  if (state.ask_all) {
    const auto answered = ask_all(state, ui, area);
    return answered ? answered : action;
  }
  if (const auto tapped = bar(state, ui, area)) action = tapped;
  if (const auto tapped = work(state, ui, ui::work_zone(ui, area))) action = tapped;
  return action;
}

}  // namespace screens::shortfall
