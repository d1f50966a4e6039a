#include "kiosk/screens/person/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/person/presenter.hpp"
#include "kiosk/screens/person/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_person(Desk& desk) {
  return std::make_unique<Presented<person::Presenter, person::draw>>(desk);
}

}  // namespace screens
