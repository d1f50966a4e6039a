#include "kiosk/screens/shortfall/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/shortfall/presenter.hpp"
#include "kiosk/screens/shortfall/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_shortfall(Desk& desk, const AtShortfall& place) {
  return std::make_unique<Presented<shortfall::Presenter, shortfall::draw>>(desk, place);
}

}  // namespace screens
