#include "kiosk/screens/differences/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/differences/presenter.hpp"
#include "kiosk/screens/differences/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_differences(Desk& desk) {
  return std::make_unique<Presented<differences::Presenter, differences::draw>>(desk);
}

}  // namespace screens
