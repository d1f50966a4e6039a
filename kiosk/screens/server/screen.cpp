#include "kiosk/screens/server/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/server/presenter.hpp"
#include "kiosk/screens/server/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_server(Desk& desk) {
  return std::make_unique<Presented<server::Presenter, server::draw>>(desk);
}

}  // namespace screens
