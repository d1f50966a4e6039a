#include "kiosk/screens/pad/view.hpp"

#include <algorithm>

#include "kiosk/ui/widgets.hpp"

namespace screens::pad {
namespace {

using ui::Across;
using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr ui::Style quiet{.color = Token::quiet};

std::string difference(const State& s, const ui::Ui& ui) {
  if (const auto* weight = std::get_if<domain::Weight>(&s.amount))
    return ui.numbers().signed_weight(*weight);
  return text_of(ui, s.amount);
}

ui::Strip strip_of(const State& s, const ui::Ui& ui) {
  ui::Strip strip;
  if (s.failed) {
    strip = failed_strip(ui, *s.failed);
  } else {
    switch (s.say) {
      case Say::type:
        strip.text = std::holds_alternative<domain::Weight>(s.already) ? ui.tr("Type the weight")
                                                                       : ui.tr("Type the number");
        break;
      case Say::add:
        strip = {ui::Tone::under, ui::Glyph::add, ui.tr("Add {1}", text_of(ui, s.amount))};
        break;
      case Say::good:
        strip = {ui::Tone::good, ui::Glyph::tick,
                 s.exact ? ui.tr("Good, exact") : ui.tr("Good, {1}", difference(s, ui))};
        break;
      case Say::take_off:
        strip = {ui::Tone::over, ui::Glyph::take_off, ui.tr("Take off {1}", text_of(ui, s.amount))};
        break;
      case Say::no_aim:
        strip.text = ui.tr("no amount told");
        break;
    }
  }
  strip.size = Size::large;
  return strip;
}

ui::Accent accent_of(const State& s, const ui::Ui& ui) {
  const std::string result = s.result ? text_of(ui, *s.result) : std::string();
  const auto wait = [](const std::string& text, const std::string& second) {
    return ui::Accent{"pad.ok", ui::Icon::hourglass_empty, text, second, false};
  };
  switch (s.save) {
    case Save::wait_number:
      return wait(ui.tr("Not yet:"),
                  s.line.empty() || s.result ? ui.tr("nothing typed") : ui.tr("too large"));
    case Save::wait_missing:
      return wait(ui.tr("Not yet:"), ui.tr("{1} missing", text_of(ui, s.amount)));
    case Save::keep:
      return {"pad.ok", ui::Icon::check, ui.tr("Keep {1}", result),
              ui.tr("{1} more", text_of(ui, s.amount)), true};
    case Save::ready:
      break;
  }
  const std::string typed = ui.tr("{1}, typed", result);
  if (s.what == PadFor::shortfall)
    return {"pad.ok", ui::Icon::check, ui.tr("Take this"), typed, true};
  return {"pad.ok", ui::Icon::check, ui.tr("Save"), typed, true};
}

std::string asked_text(const State& s, const ui::Ui& ui) {
  if (!s.asked) return ui.tr("no amount told");
  const std::string asked = text_of(ui, *s.asked);
  if (is_positive(s.already)) return ui.tr("already {1}, asked {2}", text_of(ui, s.already), asked);
  return ui.tr("asked {1}", asked);
}

std::string note_text(const State& s, const ui::Ui& ui) {
  if (!std::holds_alternative<domain::Weight>(s.already))
    return ui.tr("This number will be marked as typed.");
  if (s.on_scale)
    return ui.tr("The scale shows {1}. This weight will be marked as typed.",
                 ui.numbers().weight(*s.on_scale));
  if (s.scale_silent)
    return ui.tr(
        "The scale does not answer. Read the weight elsewhere and type it: it will be marked "
        "as typed.");
  return ui.tr("This weight will be marked as typed.");
}

// The line, and below it what it comes to.
void sum(const State& s, ui::Ui& ui, const Rect& area) {
  ui::card(ui, area);
  Rect inner = area.inset(1.4f, 0.8f);
  const char mark = ui.settings().language == ui::Language::en ? '.' : ',';
  std::string line = s.line.text(mark);
  if (!line.empty() && s.result) line += " =";
  ui.text(
      line, inner.cut_top(ui.line_height(Size::normal)),
      {.size = Size::normal, .color = Token::quiet, .across = Across::right, .fit = Fit::shrink});
  ui.named_text("pad.line", line, area);
  const std::string result = s.result         ? text_of(ui, *s.result)
                             : s.line.empty() ? std::string("0")
                                              : std::string("---");
  ui.text(result, inner,
          {.size = Size::half_digits,
           .face = Face::semibold,
           .color = s.result ? Token::ink : Token::quiet,
           .across = Across::right,
           .fit = Fit::shrink});
}

std::optional<Action> beside(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  std::optional<Action> action;
  constexpr float between = 0.9f;
  Rect title = area.cut_top(m.large, between);
  const ui::Style large{.size = Size::large, .face = Face::semibold, .fit = Fit::ellipsis};
  const std::string crate = ui.tr("crate {1}", ui.numbers().count(s.crate));
  const ui::Style normal{.size = Size::normal};
  const float room = m.compact() ? title.w : title.w - ui.width(crate, normal) - 1.1f;
  ui.text(s.cell, title.cut_left(std::min(ui.width(s.cell, large) + 0.1f, room), 1), large);
  if (!m.compact()) ui.text(crate, title, normal);
  ui.text(asked_text(s, ui), area.cut_top(ui.line_height(Size::small), between),
          {.color = Token::quiet, .fit = Fit::shrink});
  constexpr float result_line = 10;
  sum(s, ui, area.cut_top(ui.line_height(Size::normal) + result_line + 1.6f, between));
  ui::strip(ui, area.cut_top(m.strip, between), strip_of(s, ui));
  if (ui::accent(ui, ui::accent_place(ui), accent_of(s, ui))) action = Keep{};
  area.h = ui::accent_place(ui).y - m.gap - area.y;
  if (!m.compact())
    ui.text(note_text(s, ui), area,
            {.color = Token::quiet, .down = ui::Down::top, .lines = 3, .fit = Fit::ellipsis});
  return action;
}

std::optional<Action> far_over(const State& s, ui::Ui& ui, const Rect& area) {
  const auto answer = ui::question(
      ui, area,
      {.title = ui.tr("Keep {1}?", text_of(ui, *s.result)),
       .sentence = ui.tr("{1} is asked for {2}: this is far more.", text_of(ui, *s.asked), s.cell),
       .yes = ui.tr("Keep it all"),
       .no = ui.tr("Back"),
       .undoable = ui::Undoable::no});
  if (answer) return Answer{*answer};
  return std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_work_header(ui, area, state)) action = Header{*tap};
  if (state.ask_far_over && state.result && state.asked) {
    const auto answered = far_over(state, ui, area);
    return answered ? answered : action;
  }
  const ui::Metrics& m = ui.metrics();
  Rect work = ui::work_zone(ui, area);
  work.h = m.height - m.edge - work.y;
  if (const auto key = ui::number_pad(ui, work.cut_left(ui::pad_width(ui), m.gap)))
    action = Key{*key};
  if (const auto tapped = beside(state, ui, work)) action = tapped;
  return action;
}

}  // namespace screens::pad
