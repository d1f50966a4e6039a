#include "kiosk/screens/trouble/presenter.hpp"

#include <algorithm>

#include "domain/bag.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::trouble {

Presenter::Presenter(Desk& desk, const AtTrouble& place) : desk_(desk) {
  state_.device = place.device;
  refresh();
}

void Presenter::refresh() {
  const domain::Day& day = desk_.day();
  const auto at = desk_.open_cell();
  desk_.weighing().take(desk_.reading(), desk_.now());
  state_.frame = desk_.frame();
  state_.has_cell = at.has_value();
  state_.by_weight = false;
  state_.bags = 0;
  state_.asked.reset();
  if (at) {
    fill(state_, desk_, *at);
    if (const auto target = day.figures(*at).target) state_.asked = named_amount(day, *at, *target);
    state_.by_weight = day.figures(day.article_of(*at)).meaning.is_mass();
    for (const domain::CellPlace place : desk_.walk().run_of(*at))
      state_.bags += day.figures(place).bags;
  }
  if (state_.device == Device::scale) {
    show_scale();
  } else {
    show_printer();
  }
}

void Presenter::show_scale() {
  const domain::Reading& reading = desk_.reading();
  state_.scale = reading.trouble;
  state_.shows.reset();
  if (reading.fresh(desk_.now())) state_.shows = reading.weight;
  const bool went_silent = reading.trouble == domain::Trouble::none && !state_.shows;
  if (went_silent) state_.scale = domain::Trouble::silent;
  state_.since = reading.at > domain::Moment(0) ? desk_.clock_at(reading.at) : std::string();
}

void Presenter::show_printer() {
  const auto entries = desk_.entries();
  state_.printer = desk_.printer_trouble();
  state_.waiting = state_.frame.waiting_labels;
  state_.waiting_since.clear();
  const auto waiting = domain::waiting_labels(entries);
  if (waiting.empty()) return;
  const auto first = std::find_if(entries.begin(), entries.end(), [&](const domain::Entry& entry) {
    return entry.ref == waiting.front();
  });
  const domain::OnCell* on = first == entries.end() ? nullptr : domain::on_cell(first->body);
  const auto at = on ? desk_.day().find(on->cell) : std::nullopt;
  if (at) state_.waiting_since = desk_.day().ordergroup(*at);
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{
                 [&](const Header& header) {
                   // The lamp of this very screen leads nowhere else.
                   const bool here =
                       header.tap == (state_.device == Device::scale ? ui::HeaderTap::scale
                                                                     : ui::HeaderTap::printer);
                   if (!here) follow_header(desk_, header.tap);
                 },
                 [&](const Retry&) {
                   desk_.retry(state_.device);
                   refresh();
                 },
                 [&](const TypeWeight&) {
                   const auto at = desk_.open_cell();
                   if (at) desk_.replace(AtPad{desk_.day().cell(*at).id});
                 },
                 [&](const Continue&) { desk_.back(); },
             },
             action);
}

}  // namespace screens::trouble
