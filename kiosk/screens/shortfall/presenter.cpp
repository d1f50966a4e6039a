#include "kiosk/screens/shortfall/presenter.hpp"

#include <algorithm>

#include "kiosk/screens/common/overloaded.hpp"

namespace screens::shortfall {
namespace {

using domain::CellState;
using domain::Quantity;
using domain::Weight;

bool weighed_unit(const Desk& desk, domain::CellPlace at) {
  return desk.day().figures(desk.day().article_of(at)).meaning.is_mass();
}

}  // namespace

Presenter::Presenter(Desk& desk, const AtShortfall& place)
    : desk_(desk), place_(place), follows_scale_(place.typed == domain::Typed::no) {
  refresh();
}

// More goods may come into the bag while the sheet is open; once it is lifted, it is what it was.
void Presenter::follow_scale() {
  domain::WeighingRule& rule = desk_.weighing();
  rule.take(desk_.reading(), desk_.now());
  if (!follows_scale_) return;
  if (const auto load = rule.load(desk_.now())) {
    load_ = load;
    place_.at_hand = load->net;
    place_.tare = load->tare;
    return;
  }
  const auto refusal = rule.advice(desk_.now()).refusal;
  const bool still_there = refusal == domain::Advice::Refusal::moving;
  if (place_.at_hand > Weight() && !still_there) follows_scale_ = false;
}

void Presenter::refresh() {
  const auto at = desk_.day().find(place_.cell);
  if (!at) return;
  const bool weighed = weighed_unit(desk_, *at);
  if (weighed) follow_scale();
  fill(state_, desk_, *at);
  state_.scale_silent = weighed && !desk_.reading().fresh(desk_.now());
  show(*at);
  show_waiting(*at);
  const bool moving =
      weighed && follows_scale_ &&
      desk_.weighing().advice(desk_.now()).refusal == domain::Advice::Refusal::moving;
  state_.wait = desk_.day().figures(*at).shortfall ? Wait::noted_before
                : moving                           ? Wait::moving
                : !state_.lacks                    ? Wait::nothing_missing
                                                   : Wait::no;
}

void Presenter::show(domain::CellPlace at) {
  const domain::Day& day = desk_.day();
  const domain::CellFigures figures = day.figures(at);
  const domain::ArticlePlace article = day.article_of(at);
  const std::string& unit = day.article(article).unit.name;
  const NamedAmount given = named_given(day, at);
  const NamedAmount asked = named_amount(day, at, figures.target.value_or(Quantity()));
  if (weighed_unit(desk_, at)) {
    state_.at_hand = place_.at_hand;
    state_.given = std::get<Weight>(given) + place_.at_hand;
  } else {
    state_.at_hand = Pieces{place_.counted, unit};
    state_.given = Pieces{std::get<Pieces>(given).number + place_.counted, unit};
  }
  state_.has_bag = is_positive(state_.at_hand);
  state_.missing = less(asked, state_.given);
  state_.lacks = is_positive(state_.missing);
  state_.left.reset();
  if (const auto left = day.figures(article).left())
    state_.left = less(named_amount(day, at, *left), state_.at_hand);
  if (cause_chosen_) return;
  state_.cause = {
      is_positive(state_.given) ? domain::Cause::short_delivery : domain::Cause::not_delivered, {}};
}

void Presenter::show_waiting(domain::CellPlace at) {
  const domain::Day& day = desk_.day();
  const domain::ArticlePlace article = day.article_of(at);
  state_.waiting.clear();
  Quantity asked = day.figures(article).still_asked;
  if (day.state(at) == CellState::to_do) {
    const domain::CellFigures figures = day.figures(at);
    const Quantity lacks = figures.target.value_or(Quantity()) - figures.given.value_or(Quantity());
    asked -= std::max(lacks, Quantity());
  }
  for (const domain::CellPlace other : desk_.walk().cells()) {
    if (day.article_of(other) != article || other == at || day.state(other) != CellState::to_do)
      continue;
    const domain::CellFigures figures = day.figures(other);
    const NamedAmount target = named_amount(day, other, figures.target.value_or(Quantity()));
    state_.waiting.push_back({day.cell(other).id.value, day.ordergroup(other), shape_of(figures),
                              less(target, named_given(day, other))});
  }
  state_.asked_by_them = named_amount(day, at, asked);
}

void Presenter::act(const Action& action) {
  state_.failed.reset();
  std::visit(Overloaded{
                 [&](const Header& header) {
                   if (header.tap == ui::HeaderTap::back && state_.other_open) {
                     state_.other_open = false;
                   } else {
                     follow_header(desk_, header.tap);
                   }
                 },
                 [&](const Choose& choose) {
                   state_.cause = choose.cause;
                   cause_chosen_ = true;
                 },
                 [&](const OpenOther& other) {
                   state_.cause = {domain::Cause::other, other.text};
                   cause_chosen_ = state_.other_open = true;
                 },
                 [&](const MoreBags&) { more_bags(); },
                 [&](const NothingToday&) { state_.ask_all = true; },
                 [&](const Note&) {
                   if (state_.wait == Wait::no) note(Cells::this_one);
                 },
                 [&](const TypeWeight&) {
                   desk_.replace(AtPad{place_.cell, PadFor::shortfall});
                 },
                 [&](const Answer& answer) {
                   state_.ask_all = false;
                   if (answer.yes) note(Cells::all_open);
                 },
             },
             action);
}

std::optional<domain::Body> Presenter::bag(domain::CellPlace at) const {
  const domain::OnCell on = desk_.day().on(at);
  if (!state_.has_bag) return std::nullopt;
  if (!weighed_unit(desk_, at))
    return domain::Counted{
        .on = on, .pieces = place_.counted, .typed = place_.typed, .label = domain::Label::due};
  const bool typed = place_.typed == domain::Typed::yes;
  const Weight of_scale = load_ ? load_->division : desk_.reading().division;
  const std::string& article = desk_.day().article(desk_.day().article_of(at)).name;
  return domain::Weighed{.on = on,
                         .net = place_.at_hand,
                         .tare = domain::tare_taken(place_.tare),
                         .division = typed ? domain::grams(1) : std::max(of_scale, Weight(1)),
                         .band = desk_.band_of(article),
                         .typed = place_.typed,
                         .scale = typed ? std::string() : desk_.scale_name(),
                         .label = domain::Label::due};
}

std::vector<domain::Body> Presenter::entries(domain::CellPlace at, Cells cells) const {
  const domain::Day& day = desk_.day();
  std::vector<domain::Body> bodies;
  if (const auto filled = bag(at)) bodies.push_back(*filled);
  if (state_.lacks && !day.figures(at).shortfall)
    bodies.push_back(domain::ShortfallNoted{day.on(at), state_.cause});
  if (cells == Cells::this_one) return bodies;
  for (const CellRow& row : state_.waiting)
    if (const auto other = day.find(domain::CellId{row.cell}))
      bodies.push_back(domain::ShortfallNoted{day.on(*other), state_.cause});
  return bodies;
}

bool Presenter::save(const std::vector<domain::Body>& entries) {
  if (const auto saved = desk_.save(entries); !saved) {
    state_.failed = saved.error().fault;
    return false;
  }
  if (load_ && place_.typed == domain::Typed::no) desk_.weighing().saved(*load_);
  return true;
}

void Presenter::note(Cells cells) {
  const auto at = desk_.day().find(place_.cell);
  if (!at) return;
  const std::vector<domain::Body> bodies = entries(*at, cells);
  if (bodies.empty() || !save(bodies)) return;
  work_on_next(desk_, *at);
}

// This bag is full, the next one goes to the same cell.
void Presenter::more_bags() {
  const auto at = desk_.day().find(place_.cell);
  if (!at) return;
  if (const auto filled = bag(*at); filled && save({*filled})) desk_.work_on(place_.cell);
}

}  // namespace screens::shortfall
