#include "kiosk/screens/pad/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/pad/presenter.hpp"
#include "kiosk/screens/pad/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_pad(Desk& desk, const AtPad& place) {
  return std::make_unique<Presented<pad::Presenter, pad::draw>>(desk, place);
}

}  // namespace screens
