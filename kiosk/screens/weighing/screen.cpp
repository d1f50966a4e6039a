#include "kiosk/screens/weighing/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/weighing/presenter.hpp"
#include "kiosk/screens/weighing/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_weighing(Desk& desk, const AtCell& place) {
  return std::make_unique<Presented<weighing::Presenter, weighing::draw>>(desk, place.cell);
}

}  // namespace screens
