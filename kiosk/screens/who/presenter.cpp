#include "kiosk/screens/who/presenter.hpp"

#include <algorithm>

#include "domain/sort_name.hpp"
#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::who {
namespace {

constexpr std::size_t shown_gestures = 3;

std::vector<Gesture> last_gestures(const Desk& desk, std::string& at) {
  std::vector<Gesture> found;
  const auto entries = desk.entries();
  for (auto entry = entries.rbegin(); entry != entries.rend() && found.size() < shown_gestures;
       ++entry) {
    const auto* on = domain::on_cell(entry->body);
    const auto place = on ? desk.day().find(on->cell) : std::nullopt;
    if (!place) continue;
    const auto* weighed = std::get_if<domain::Weighed>(&entry->body);
    const auto* counted = std::get_if<domain::Counted>(&entry->body);
    if (!weighed && !counted) continue;
    if (found.empty()) at = desk.clock(entry->at);
    found.push_back(
        {desk.day().ordergroup(*place),
         weighed ? NamedAmount(weighed->net) : named_amount(desk.day(), *place, counted->pieces)});
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace

Presenter::Presenter(Desk& desk) : desk_(desk) {
  int number = 0;
  for (const auto& name : desk.people()) state_.people.push_back({++number, name});
  std::stable_sort(state_.people.begin(), state_.people.end(),
                   [](const Person& a, const Person& b) {
                     return domain::sort_name(a.name) < domain::sort_name(b.name);
                   });
  refresh();
}

void Presenter::refresh() {
  state_.frame = desk_.frame();
  state_.frame.person.clear();
  state_.station = desk_.station();
  state_.last = desk_.last_person();
  state_.resume = resume_of(desk_);
  state_.gestures = last_gestures(desk_, state_.left_at);
  state_.language = desk_.look().language;
}

void Presenter::act(const Action& action) {
  std::visit(
      Overloaded{[this](const Choose& c) { choose(c.name); }, [this](const Continue&) { go_on(); },
                 [this](const Page& p) { state_.page += static_cast<std::size_t>(p.by); },
                 [this](const Speak& s) { speak(s.language); },
                 [this](const OpenLamp& lamp) { follow_header(desk_, lamp.tap); }},
      action);
}

void Presenter::choose(const std::string& name) {
  desk_.set_person(name);
  desk_.back();
}

void Presenter::go_on() {
  const auto resume = resume_of(desk_);
  desk_.set_person(state_.last);
  desk_.back();
  if (resume) desk_.work_on(resume->cell);
}

void Presenter::speak(ui::Language language) {
  auto look = desk_.look();
  look.language = language;
  desk_.set_look(look);
  refresh();
}

}  // namespace screens::who
