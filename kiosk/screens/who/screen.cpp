#include "kiosk/screens/who/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/who/presenter.hpp"
#include "kiosk/screens/who/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_who(Desk& desk) {
  return std::make_unique<Presented<who::Presenter, who::draw>>(desk);
}

}  // namespace screens
