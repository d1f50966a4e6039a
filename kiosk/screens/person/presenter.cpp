#include "kiosk/screens/person/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"
#include "kiosk/screens/common/resume.hpp"

namespace screens::person {

void Presenter::refresh() {
  state_.frame = desk_.frame();
  state_.look = desk_.look();
  state_.sound = desk_.sound();
  state_.hands_full = desk_.hands_full();
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{[this](Way way) { go(way); }, [this](const Speak& s) { speak(s.language); },
                        [this](Toggle what) { toggle(what); },
                        [this](const FollowHeader& header) {
                          // The person in the header closes the sheet that it opened.
                          if (header.tap == ui::HeaderTap::person)
                            desk_.back();
                          else
                            follow_header(desk_, header.tap);
                        }},
             action);
  refresh();
}

void Presenter::go(Way way) {
  const auto resume = resume_of(desk_);
  switch (way) {
    case Way::back:
      desk_.back();
      break;
    // In place of this sheet, so that the way back from there leads to the work.
    case Way::change_person:
      desk_.replace(AtWho{});
      break;
    case Way::gestures:
      desk_.replace(AtUndo{});
      break;
    case Way::overview:
      desk_.home();
      break;
    case Way::matrix:
      desk_.replace(AtMatrix{resume ? resume->cell : domain::CellId{}});
      break;
  }
}

void Presenter::speak(ui::Language language) {
  auto look = desk_.look();
  look.language = language;
  desk_.set_look(look);
}

void Presenter::toggle(Toggle what) {
  auto look = desk_.look();
  switch (what) {
    case Toggle::size:
      look.size = look.size == ui::InterfaceSize::large ? ui::InterfaceSize::normal
                                                        : ui::InterfaceSize::large;
      break;
    case Toggle::light:
      look.light = look.light == ui::Light::dark ? ui::Light::light : ui::Light::dark;
      break;
    case Toggle::sound:
      desk_.set_sound(desk_.sound() == Sound::on ? Sound::off : Sound::on);
      break;
    case Toggle::hands_full:
      desk_.set_hands_full(desk_.hands_full() == HandsFull::on ? HandsFull::off : HandsFull::on);
      break;
  }
  desk_.set_look(look);
}

}  // namespace screens::person
