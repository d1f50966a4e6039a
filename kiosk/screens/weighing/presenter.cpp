#include "kiosk/screens/weighing/presenter.hpp"

#include "domain/pricing.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::weighing {
namespace {

using domain::Advice;
using domain::Quantity;
using domain::Weight;

Say say_of(domain::Trouble trouble) {
  switch (trouble) {
    case domain::Trouble::overload:
      return Say::overload;
    case domain::Trouble::underload:
      return Say::underload;
    case domain::Trouble::under_zero:
      return Say::under_zero;
    case domain::Trouble::moving:
      return Say::moving;
    case domain::Trouble::waiting:
    case domain::Trouble::not_ready:
      return Say::not_ready;
    case domain::Trouble::not_a_mass:
      return Say::not_a_mass;
    case domain::Trouble::none:
    case domain::Trouble::not_understood:
    case domain::Trouble::fault:
    case domain::Trouble::silent:
    case domain::Trouble::unplugged:
    case domain::Trouble::no_rights:
    case domain::Trouble::busy:
      return Say::silent;
  }
  return Say::silent;
}

Say say_of(const Advice& advice) {
  switch (advice.kind) {
    case Advice::Kind::place:
      return advice.dirty_pan ? Say::dirty_pan : Say::place;
    case Advice::Kind::moving:
      return Say::moving;
    case Advice::Kind::add:
      return Say::add;
    case Advice::Kind::good:
      return Say::good;
    case Advice::Kind::take_off:
      return Say::take_off;
    case Advice::Kind::no_aim:
      return Say::no_aim;
    case Advice::Kind::lift:
      return Say::lift;
    case Advice::Kind::same_load:
      return Say::same_load;
    case Advice::Kind::under_zero:
      return Say::under_zero;
    case Advice::Kind::tare_again:
      return Say::tare_again;
    case Advice::Kind::trouble:
      return say_of(advice.trouble);
  }
  return Say::silent;
}

Save save_of(const Advice& advice) {
  switch (advice.refusal) {
    case Advice::Refusal::none:
      return advice.fit == domain::Fit::below   ? Save::wait_missing
             : advice.fit == domain::Fit::above ? Save::keep
                                                : Save::ready;
    case Advice::Refusal::moving:
      return Save::wait_moving;
    case Advice::Refusal::empty:
      return Save::wait_load;
    case Advice::Refusal::same_load:
      return Save::wait_change;
    case Advice::Refusal::no_weight:
    case Advice::Refusal::overload:
    case Advice::Refusal::underload:
    case Advice::Refusal::under_zero:
    case Advice::Refusal::tare_again:
      return Save::wait_scale;
  }
  return Save::wait_scale;
}

ui::Tone gauge_tone(Say say) {
  switch (say) {
    case Say::add:
      return ui::Tone::under;
    case Say::good:
    case Say::lift:
      return ui::Tone::good;
    case Say::take_off:
      return ui::Tone::over;
    default:
      return ui::Tone::quiet;
  }
}

}  // namespace

Presenter::Presenter(Desk& desk, domain::CellId cell) : desk_(desk), cell_(cell) { refresh(); }

void Presenter::refresh() {
  const auto at = desk_.day().find(cell_);
  if (!at) return;
  const std::string& article = desk_.day().article(desk_.day().article_of(*at)).name;
  domain::WeighingRule& rule = desk_.weighing();
  rule.open(cell_, domain::aim_of(desk_.day(), *at, desk_.band_of(article)));
  if (const auto lifted = rule.take(desk_.reading(), desk_.now())) return save(*lifted);
  fill(state_, desk_, *at);
  show_crate(*at);
  show(rule.advice(desk_.now()));
}

void Presenter::show(const Advice& advice) {
  state_.say = say_of(advice);
  state_.save = save_of(advice);
  state_.amount = advice.difference;
  state_.digits = advice.net.has_value();
  state_.net = advice.net.value_or(Weight());
  state_.tare = advice.tare;
  state_.gross_known = advice.gross.has_value();
  state_.gross = advice.gross.value_or(Weight());
  state_.steady = advice.steady;
  state_.gauge.reset();
  if (!advice.gauge || advice.gauge->aim.units() <= 0) return;
  // A bag that was saved is not on its way to the next aim.
  const Weight shown = state_.say == Say::same_load ? Weight() : state_.net;
  state_.gauge = ui::Gauge{shown, advice.gauge->aim, advice.gauge->low, advice.gauge->high,
                           gauge_tone(state_.say)};
}

void Presenter::show_crate(domain::CellPlace at) {
  const domain::Day& day = desk_.day();
  const domain::ArticlePlace article = day.article_of(at);
  const domain::ArticleFigures& figures = day.figures(article);
  const auto weight = [&](std::optional<Quantity> quantity) {
    return quantity ? domain::weight_of(*quantity, figures.meaning) : std::nullopt;
  };
  const auto target = weight(day.figures(at).target);
  state_.has_target = target.has_value();
  state_.asked = target.value_or(Weight());
  state_.already = std::get<Weight>(named_given(day, at));
  state_.left = weight(figures.left());
  state_.still_asked = weight(figures.still_asked).value_or(Weight());
  state_.will_lack.reset();
  if (state_.left && state_.still_asked > *state_.left)
    state_.will_lack = state_.still_asked - *state_.left;
  const auto unit_price = day.article(article).unit_price;
  state_.price =
      unit_price ? domain::price_per_kilogram(*unit_price, figures.meaning) : std::nullopt;
}

void Presenter::act(const Action& action) {
  state_.failed.reset();
  std::visit(Overloaded{
                 [&](const Header& header) { follow_header(desk_, header.tap); },
                 [&](const Keep&) { keep(); },
                 [&](const Tare&) {
                   if (desk_.weighing().tare(desk_.now())) refresh();
                 },
                 [&](const TooLittle&) { too_little(); },
                 [&](const TypeWeight&) { desk_.go(AtPad{cell_}); },
                 [&](const Undo&) { undo(); },
                 [&](const ToggleList&) { state_.list_open = !state_.list_open; },
                 [&](const ToCell& to) {
                   state_.list_open = false;
                   desk_.work_on(domain::CellId{to.cell});
                 },
                 [&](const Answer& answer) {
                   state_.ask_far_over = false;
                   const auto load = desk_.weighing().load(desk_.now());
                   if (answer.yes && load) save(*load);
                 },
             },
             action);
}

void Presenter::keep() {
  const Advice advice = desk_.weighing().advice(desk_.now());
  const auto load = desk_.weighing().load(desk_.now());
  if (!load || !advice.complete()) return;
  if (advice.far_over) {
    state_.ask_far_over = true;
    return;
  }
  save(*load);
}

void Presenter::save(const domain::Load& load) {
  const auto at = desk_.day().find(cell_);
  if (!at) return;
  const std::string& article = desk_.day().article(desk_.day().article_of(*at)).name;
  const domain::Body bag = domain::Weighed{.on = desk_.day().on(*at),
                                           .net = load.net,
                                           .tare = domain::tare_taken(load.tare),
                                           .division = load.division,
                                           .band = desk_.band_of(article),
                                           .scale = desk_.scale_name(),
                                           .label = domain::Label::due};
  if (const auto saved = desk_.save(std::span(&bag, 1)); !saved) {
    state_.failed = saved.error().fault;
    return;
  }
  desk_.weighing().saved(load);
  work_on_next(desk_, *at);
}

// What lies on the pan is the bag at hand, if it may be saved at all.
void Presenter::too_little() {
  AtShortfall sheet{.cell = cell_};
  if (const auto load = desk_.weighing().load(desk_.now())) {
    sheet.at_hand = load->net;
    sheet.tare = load->tare;
  }
  desk_.go(sheet);
}

void Presenter::undo() {
  if (const auto undone = undo_saved(desk_); !undone) state_.failed = undone.error().fault;
}

std::optional<domain::Moment> Presenter::deadline() const {
  return sooner(saved_until(desk_), fresh_until(desk_));
}

}  // namespace screens::weighing
