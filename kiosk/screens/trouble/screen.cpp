#include "kiosk/screens/trouble/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/trouble/presenter.hpp"
#include "kiosk/screens/trouble/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_trouble(Desk& desk, const AtTrouble& place) {
  return std::make_unique<Presented<trouble::Presenter, trouble::draw>>(desk, place);
}

}  // namespace screens
