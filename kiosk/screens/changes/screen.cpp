#include "kiosk/screens/changes/screen.hpp"

#include "kiosk/screens/changes/presenter.hpp"
#include "kiosk/screens/changes/view.hpp"
#include "kiosk/screens/common/presented.hpp"

namespace screens {

std::unique_ptr<Screen> make_changes(Desk& desk) {
  return std::make_unique<Presented<changes::Presenter, changes::draw>>(desk);
}

}  // namespace screens
