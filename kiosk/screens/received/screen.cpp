#include "kiosk/screens/received/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/received/presenter.hpp"
#include "kiosk/screens/received/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_received(Desk& desk, const AtReceived& place) {
  return std::make_unique<Presented<received::Presenter, received::draw>>(desk, place.article);
}

}  // namespace screens
