#include "kiosk/screens/pad/presenter.hpp"

#include "kiosk/screens/common/overloaded.hpp"

namespace screens::pad {
namespace {

using domain::Quantity;
using domain::Weight;

constexpr Weight typed_division = domain::grams(1);

Measures measures_of(const Desk& desk, domain::CellId cell) {
  const auto at = desk.day().find(cell);
  const bool mass = at && desk.day().figures(desk.day().article_of(*at)).meaning.is_mass();
  return mass ? Measures::weight : Measures::pieces;
}

}  // namespace

Presenter::Presenter(Desk& desk, const AtPad& place) : desk_(desk), place_(place) {
  state_.what = place.what;
  state_.line = Calculator(measures_of(desk, place.cell));
  refresh();
}

void Presenter::refresh() {
  const auto at = desk_.day().find(place_.cell);
  if (!at) return;
  const domain::Reading& reading = desk_.reading();
  desk_.weighing().take(reading, desk_.now());
  fill(state_, desk_, *at);
  state_.scale_silent = !reading.fresh(desk_.now()) && reading.trouble != domain::Trouble::moving;
  state_.on_scale.reset();
  if (reading.fresh(desk_.now())) state_.on_scale = *reading.weight - desk_.weighing().tare();
  const auto target = desk_.day().figures(*at).target;
  state_.asked.reset();
  if (target) state_.asked = named_amount(desk_.day(), *at, *target);
  state_.already = named_given(desk_.day(), *at);
  judge();
}

// Strip and accent from what the line comes to.
void Presenter::judge() {
  const auto at = desk_.day().find(place_.cell);
  if (!at) return;
  state_.result.reset();
  state_.exact = far_over_ = false;
  state_.say = Say::type;
  state_.save = Save::wait_number;
  if (const auto net = state_.line.weight()) {
    state_.result = *net;
    if (net->units() > 0) judge_weight(*at, *net);
  } else if (const auto count = state_.line.quantity()) {
    state_.result = Pieces{*count, desk_.day().article(desk_.day().article_of(*at)).unit.name};
    if (count->units() > 0) judge_count(*at, *count);
  }
  if (place_.what == PadFor::shortfall && state_.say != Say::type) state_.save = Save::ready;
}

void Presenter::judge_weight(domain::CellPlace at, Weight net) {
  const std::string& article = desk_.day().article(desk_.day().article_of(at)).name;
  const auto aim = domain::aim_of(desk_.day(), at, desk_.band_of(article));
  state_.say = Say::no_aim;
  state_.save = Save::ready;
  if (!aim) return;
  const Weight division = std::max(typed_division, aim->division);
  const Weight all = aim->already + net;
  const auto fit = domain::judge(all, aim->target_mg, aim->band, division);
  const Weight over = net - domain::gauge_figures(*aim, division).aim;
  const domain::Band doubled{aim->band.low * 2, aim->band.high * 2};
  const Weight two_divisions(division.units() * 2);
  switch (fit) {
    case domain::Fit::below:
      state_.say = Say::add;
      state_.save = Save::wait_missing;
      state_.amount = -over;
      return;
    case domain::Fit::within:
      state_.say = Say::good;
      state_.amount = over;
      state_.exact = over == Weight();
      return;
    case domain::Fit::above:
      state_.say = Say::take_off;
      state_.save = Save::keep;
      state_.amount = over;
      far_over_ = domain::judge(all, aim->target_mg, doubled, two_divisions) == domain::Fit::above;
      return;
  }
}

void Presenter::judge_count(domain::CellPlace at, Quantity count) {
  const domain::CellFigures figures = desk_.day().figures(at);
  state_.say = Say::no_aim;
  state_.save = Save::ready;
  if (!figures.target) return;
  const Quantity over = figures.given.value_or(Quantity()) + count - *figures.target;
  const std::string& unit = desk_.day().article(desk_.day().article_of(at)).unit.name;
  state_.amount = Pieces{over < Quantity() ? -over : over, unit};
  state_.exact = over == Quantity();
  state_.say = over < Quantity() ? Say::add : over > Quantity() ? Say::take_off : Say::good;
  state_.save = over < Quantity()   ? Save::wait_missing
                : over > Quantity() ? Save::keep
                                    : Save::ready;
}

void Presenter::act(const Action& action) {
  state_.failed.reset();
  std::visit(Overloaded{
                 [&](const Header& header) { follow_header(desk_, header.tap); },
                 [&](const Key& key) { press(key.key); },
                 [&](const Keep&) { keep(); },
                 [&](const Answer& answer) {
                   state_.ask_far_over = false;
                   if (answer.yes) save();
                 },
             },
             action);
}

void Presenter::press(ui::PadKey key) {
  pad::press(state_.line, key);
  judge();
}

// The keys of a keyboard mean what they say.
void Presenter::typed(char c) {
  if (state_.ask_far_over) return;
  state_.failed.reset();
  if (c == '\n') return keep();
  if (const auto key = key_of(c)) press(*key);
}

void Presenter::keep() {
  if (state_.save != Save::ready && state_.save != Save::keep) return;
  if (place_.what == PadFor::saving && far_over_) {
    state_.ask_far_over = true;
    return;
  }
  save();
}

void Presenter::save() {
  const auto at = desk_.day().find(place_.cell);
  if (!at || !state_.result) return;
  const auto* net = std::get_if<Weight>(&*state_.result);
  const auto* pieces = std::get_if<Pieces>(&*state_.result);
  if (place_.what == PadFor::shortfall) {
    AtShortfall sheet{.cell = place_.cell, .typed = domain::Typed::yes};
    if (net) sheet.at_hand = *net;
    if (pieces) sheet.counted = pieces->number;
    return desk_.replace(sheet);
  }
  const std::string& article = desk_.day().article(desk_.day().article_of(*at)).name;
  const domain::OnCell on = desk_.day().on(*at);
  const domain::Body body = net ? domain::Body(domain::Weighed{.on = on,
                                                               .net = *net,
                                                               .division = typed_division,
                                                               .band = desk_.band_of(article),
                                                               .typed = domain::Typed::yes,
                                                               .label = domain::Label::due})
                                : domain::Body(domain::Counted{.on = on,
                                                               .pieces = pieces->number,
                                                               .typed = domain::Typed::yes,
                                                               .label = domain::Label::due});
  if (const auto saved = desk_.save(std::span(&body, 1)); !saved) {
    state_.failed = saved.error().fault;
    return;
  }
  work_on_next(desk_, *at);
}

}  // namespace screens::pad
