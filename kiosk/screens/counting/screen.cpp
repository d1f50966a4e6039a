#include "kiosk/screens/counting/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/counting/presenter.hpp"
#include "kiosk/screens/counting/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_counting(Desk& desk, const AtCell& place) {
  return std::make_unique<Presented<counting::Presenter, counting::draw>>(desk, place.cell);
}

}  // namespace screens
