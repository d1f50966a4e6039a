#include "kiosk/screens/unit/view.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens::unit {
namespace {

using domain::Measure;
using domain::UnitMeaning;
using ui::Across;
using ui::Face;
using ui::Fit;
using ui::Icon;
using ui::Rect;
using ui::Size;
using ui::Token;

// "1,5 kg", "500 g", "0,75 L", "6 pièces".
std::string holds_text(const UnitMeaning& meaning, const ui::Ui& ui) {
  const auto whole = [&](std::int64_t times) { return meaning.holds.scale(times).value_or(0); };
  const auto with_unit = [&](std::int64_t micro, const char* unit) {
    return ui.numbers().quantity(domain::Quantity(micro), unit);
  };
  switch (meaning.measure) {
    case Measure::mass: {
      const std::int64_t mg = whole(1), kilogram = 1'000'000;
      return mg >= kilogram ? with_unit(mg, "kg") : with_unit(whole(1'000), "g");
    }
    case Measure::volume: {
      const std::int64_t ml = whole(1), decilitre = 100;
      return ml >= decilitre ? with_unit(whole(1'000), "L") : with_unit(whole(1'000'000), "ml");
    }
    case Measure::pieces:
      return ui.tr_n("{1} piece", "{1} pieces", whole(1));
    case Measure::unknown:
      return {};
  }
  return {};
}

std::string measure_text(Measure measure, const ui::Ui& ui) {
  return measure == Measure::mass     ? ui.tr("A weight")
         : measure == Measure::volume ? ui.tr("A volume")
                                      : ui.tr("Pieces");
}

ui::Accent accent_of(const State& s, const ui::Ui& ui) {
  const auto meaning = s.meaning();
  if (!meaning)
    return {"unit.save", Icon::hourglass_empty, ui.tr("Not yet:"), ui.tr("choose one"), false};
  const std::string holds = holds_text(*meaning, ui);
  const std::string second = meaning->measure == Measure::mass     ? ui.tr("a weight, {1}", holds)
                             : meaning->measure == Measure::volume ? ui.tr("a volume, {1}", holds)
                                                                   : holds;
  return {"unit.save", Icon::check, ui.tr("Save"), second, true};
}

std::optional<Action> choice(const State& s, ui::Ui& ui, const Rect& rect, const char* name,
                             Icon icon, Measure measure) {
  const ui::Metrics& m = ui.metrics();
  const bool chosen = s.chosen == measure;
  const auto& meaning = measure == Measure::mass     ? s.answers.mass
                        : measure == Measure::volume ? s.answers.volume
                                                     : s.answers.pieces;
  // One piece needs no number.
  const bool tells = meaning && !(measure == Measure::pieces && meaning->holds.numerator() == 1);
  const std::string second = tells ? holds_text(*meaning, ui) : std::string(" ");
  if (ui::button(ui, rect,
                 {.name = name,
                  .icon = chosen ? Icon::check : icon,
                  .text = measure_text(measure, ui),
                  .second = second,
                  .apart = 0.6f,
                  .size = Size::large,
                  .icon_size = m.verb,
                  .chosen = chosen ? ui::Chosen::yes : ui::Chosen::no}))
    return Choose{measure};
  return std::nullopt;
}

std::string question_text(const State& s, const ui::Ui& ui) {
  return ui.tr("What is one '{1}'?", s.text);
}

std::optional<Action> answers(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  const Rect title = area.cut_top(m.large, 1);
  const std::string question = question_text(s, ui);
  ui.text(question, title, {.size = Size::large, .face = Face::semibold, .fit = Fit::shrink});
  ui.named_text("unit.question", question, title);
  const std::string note =
      s.failed ? not_saved(ui, *s.failed) : ui.tr("Asked once, remembered for the days to come.");
  Rect line = area.cut_top(ui.line_height(Size::small), 1);
  if (s.failed) ui::glyph(ui, ui::Glyph::fault, line.cut_left(m.small, 0.8f), m.small);
  ui.text(note, line, {.color = s.failed ? Token::ink : Token::quiet, .fit = Fit::shrink});
  std::optional<Action> action;
  const auto keep = [&](const std::optional<Action>& tapped) {
    if (tapped) action = tapped;
  };
  keep(choice(s, ui, area.column(0, 3, m.gap), "unit.mass", Icon::scale, Measure::mass));
  keep(choice(s, ui, area.column(1, 3, m.gap), "unit.volume", Icon::local_drink, Measure::volume));
  keep(choice(s, ui, area.column(2, 3, m.gap), "unit.pieces", Icon::apps, Measure::pieces));
  return action;
}

// The pad, for a size that the text does not tell.
std::optional<Action> typing(const State& s, ui::Ui& ui, const Rect& area) {
  const ui::Metrics& m = ui.metrics();
  std::optional<Action> action;
  Rect work = ui::work_zone(ui, area);
  work.h = m.height - m.edge - work.y;
  if (const auto key = ui::number_pad(ui, work.cut_left(ui::pad_width(ui), m.gap)))
    action = Key{*key};
  const bool mass = s.chosen == Measure::mass;
  const std::string question = mass ? ui.tr("How much does one '{1}' weigh?", s.text)
                                    : ui.tr("How much does one '{1}' hold?", s.text);
  const ui::Style big{
      .size = Size::normal, .face = Face::semibold, .lines = 3, .fit = Fit::ellipsis};
  const int lines = std::min(3, ui.lines(question, work.w, big));
  ui.text(question, work.cut_top(ui.line_height(Size::normal) * static_cast<float>(lines), 0.9f),
          big);
  ui.text(mass ? ui.tr("Digits are grams, with a comma kilograms.")
               : ui.tr("Digits are millilitres, with a comma litres."),
          work.cut_top(ui.line_height(Size::small) * 2, 0.9f),
          {.color = Token::quiet, .down = ui::Down::top, .lines = 2, .fit = Fit::ellipsis});
  const Rect card = work.cut_top(ui.line_height(Size::normal) + 11.6f);
  ui::card(ui, card);
  Rect inner = card.inset(1.4f, 0.8f);
  const std::string line = s.line.text(ui.settings().language == ui::Language::en ? '.' : ',');
  ui.text(
      line, inner.cut_top(ui.line_height(Size::normal)),
      {.size = Size::normal, .color = Token::quiet, .across = Across::right, .fit = Fit::shrink});
  ui.named_text("pad.line", line, card);
  ui.text(s.typed ? holds_text(*s.typed, ui) : std::string("0"), inner,
          {.size = Size::half_digits,
           .face = Face::semibold,
           .color = s.typed ? Token::ink : Token::quiet,
           .across = Across::right,
           .fit = Fit::shrink});
  const ui::Accent take = s.typed ? ui::Accent{"pad.ok", Icon::check, ui.tr("Take this"),
                                               holds_text(*s.typed, ui), true}
                                  : ui::Accent{"pad.ok", Icon::hourglass_empty, ui.tr("Not yet:"),
                                               ui.tr("nothing typed"), false};
  if (ui::accent(ui, ui::accent_place(ui), take)) action = TakeTyped{};
  return action;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap =
          draw_header(ui, area, state.frame, {.title = ui.tr("Unit"), .middle = state.article}))
    action = Header{*tap};
  if (state.typing) {
    const auto typed = typing(state, ui, area);
    return typed ? typed : action;
  }
  ui::Bar bar(ui, area, {});
  if (bar.accent(accent_of(state, ui))) action = Save{};
  if (const auto tapped = answers(state, ui, ui::work_zone(ui, area))) action = tapped;
  return action;
}

}  // namespace screens::unit
