#include "kiosk/screens/overview/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/overview/presenter.hpp"
#include "kiosk/screens/overview/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_overview(Desk& desk) {
  return std::make_unique<Presented<overview::Presenter, overview::draw>>(desk);
}

}  // namespace screens
