#include "kiosk/screens/unit/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/unit/presenter.hpp"
#include "kiosk/screens/unit/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_unit(Desk& desk, const AtUnit& place) {
  return std::make_unique<Presented<unit::Presenter, unit::draw>>(desk, place);
}

}  // namespace screens
