#include "kiosk/screens/unit/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::unit {
namespace {

using domain::Measure;
using domain::UnitMeaning;

// One of what the text names, where it names no number.
UnitMeaning one_piece() {
  return {Measure::pieces, domain::Fraction(1), domain::UnitSource::person};
}

std::optional<UnitMeaning> typed_meaning(const pad::Calculator& line, Measure measure) {
  const auto weight = line.weight();
  if (!weight || weight->units() <= 0) return std::nullopt;
  if (measure == Measure::mass)
    return UnitMeaning{measure, domain::Fraction(weight->units()), domain::UnitSource::person};
  constexpr std::int64_t mg_per_ml = 1'000;  // the line's grams stand for millilitres
  if (const auto ml = domain::Fraction::of(weight->units(), mg_per_ml))
    return UnitMeaning{measure, *ml, domain::UnitSource::person};
  return std::nullopt;
}

}  // namespace

std::optional<UnitMeaning> State::meaning() const {
  switch (chosen) {
    case Measure::mass:
      return answers.mass;
    case Measure::volume:
      return answers.volume;
    case Measure::pieces:
      return answers.pieces;
    case Measure::unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

Presenter::Presenter(Desk& desk, const AtUnit& place) : desk_(desk), place_(place) {
  state_.text = place.text;
  state_.answers = suggest(place.text);
  state_.chosen = state_.answers.mass     ? Measure::mass
                  : state_.answers.volume ? Measure::volume
                  : state_.answers.pieces ? Measure::pieces
                                          : Measure::unknown;
  if (!state_.answers.pieces) state_.answers.pieces = one_piece();
  if (const auto at = desk.day().find(place.then))
    state_.article = desk.day().article(desk.day().article_of(*at)).name;
  refresh();
}

void Presenter::refresh() { state_.frame = desk_.frame(); }

void Presenter::act(const Action& action) {
  state_.failed.reset();
  std::visit(Overloaded{
                 [&](const Header& header) { leave(header.tap); },
                 [&](const Choose& answer) { choose(answer.measure); },
                 [&](const Key& key) { press(key.key); },
                 [&](const TakeTyped&) { take_typed(); },
                 [&](const Save&) { save(); },
             },
             action);
}

// Back from the pad leads to the three answers.
void Presenter::leave(ui::HeaderTap tap) {
  if (tap != ui::HeaderTap::back || !state_.typing) return follow_header(desk_, tap);
  state_.typing = false;
  if (!state_.meaning()) state_.chosen = Measure::unknown;
}

// A weight or a volume whose size nobody told yet, or that is tapped again, is typed.
void Presenter::choose(Measure measure) {
  const bool again = state_.chosen == measure;
  state_.chosen = measure;
  if (measure == Measure::pieces || (state_.meaning() && !again)) return;
  state_.typing = true;
  state_.line.clear();
  state_.typed.reset();
}

void Presenter::press(ui::PadKey key) {
  pad::press(state_.line, key);
  state_.typed = typed_meaning(state_.line, state_.chosen);
}

void Presenter::typed(char c) {
  if (!state_.typing) return;
  if (c == '\n') return take_typed();
  if (const auto key = pad::key_of(c)) press(*key);
}

void Presenter::take_typed() {
  if (!state_.typed) return;
  (state_.chosen == Measure::mass ? state_.answers.mass : state_.answers.volume) = state_.typed;
  state_.typing = false;
}

void Presenter::save() {
  auto meaning = state_.meaning();
  if (!meaning) return;
  meaning->source = domain::UnitSource::person;
  const domain::Body confirmed = domain::UnitConfirmed{place_.text, *meaning};
  if (const auto saved = desk_.save(std::span(&confirmed, 1)); !saved) {
    state_.failed = saved.error().fault;
    return;
  }
  if (desk_.day().find(place_.then)) return desk_.work_on(place_.then);
  desk_.back();
}

}  // namespace screens::unit
