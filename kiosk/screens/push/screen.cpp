#include "kiosk/screens/push/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/push/presenter.hpp"
#include "kiosk/screens/push/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_push(Desk& desk) {
  return std::make_unique<Presented<push::Presenter, push::draw>>(desk);
}

}  // namespace screens
