#include "kiosk/screens/end/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::end {

void Presenter::refresh() {
  state_.frame = desk_.frame();
  state_.day_open = desk_.day_open();
  state_.day = desk_.day_name();
  state_.to_export = desk_.to_export();
  const auto exported = desk_.exported_at();
  state_.exported_at = exported ? desk_.clock(*exported) : std::string();
  state_.notice = desk_.notice();
  find_points();
  count_received();
}

// In the order of the walk: an article's untouched bags, then those begun.
void Presenter::find_points() {
  state_.points.clear();
  if (!state_.day_open) return;
  const auto& day = desk_.day();
  for (int row = 0; row < desk_.matrix().rows(); ++row) {
    const auto article = desk_.matrix().row(row);
    if (day.figures(article).open == 0) continue;
    Point untouched{Point::untouched, day.article(article).name, {}, {}};
    Point begun{Point::begun, untouched.article, {}, {}};
    for (const int c : day.cells_of(article)) {
      const domain::CellPlace at{article.order, c};
      if (day.state(at) != domain::CellState::to_do) continue;
      Point& point = day.figures(at).bags > 0 ? begun : untouched;
      if (point.ordergroups.empty()) point.first = day.cell(at).id;
      point.ordergroups.push_back(day.ordergroup(at));
    }
    for (auto& point : {untouched, begun})
      if (!point.ordergroups.empty()) state_.points.push_back(point);
  }
}

void Presenter::count_received() {
  state_.received = state_.articles = 0;
  state_.first_unreceived = 0;
  const auto& day = desk_.day();
  for (int row = 0; row < desk_.matrix().rows(); ++row) {
    const auto at = desk_.matrix().row(row);
    const auto& article = day.article(at);
    if (!article.id) continue;
    ++state_.articles;
    if (day.figures(at).received_by == domain::ReceivedBy::entry)
      ++state_.received;
    else if (state_.first_unreceived == 0)
      state_.first_unreceived = article.id->value;
  }
}

void Presenter::act(const Action& action) {
  std::visit(
      Overloaded{[this](const Open& open) { desk_.go(AtCell{open.cell}); },
                 [this](const OpenReceived&) { desk_.go(AtReceived{{state_.first_unreceived}}); },
                 [this](const Export&) { desk_.export_to_key(); },
                 [this](const Finish&) { state_.asks = true; },
                 [this](const Answer& answer) {
                   state_.asks = false;
                   if (!answer.yes) return;
                   if (const auto ended = desk_.end_day(); !ended)
                     desk_.set_notice(ended.error().detail);
                   refresh();
                 },
                 [this](const FollowHeader& header) { follow_header(desk_, header.tap); }},
      action);
}

}  // namespace screens::end
