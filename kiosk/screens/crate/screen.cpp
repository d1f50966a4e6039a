#include "kiosk/screens/crate/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/crate/presenter.hpp"
#include "kiosk/screens/crate/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_crate(Desk& desk, const AtCrate& place) {
  return std::make_unique<Presented<crate::Presenter, crate::draw>>(desk, place);
}

}  // namespace screens
