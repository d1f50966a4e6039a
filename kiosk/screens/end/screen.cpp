#include "kiosk/screens/end/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/end/presenter.hpp"
#include "kiosk/screens/end/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_end(Desk& desk) {
  return std::make_unique<Presented<end::Presenter, end::draw>>(desk);
}

}  // namespace screens
