#include "kiosk/screens/undo/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/undo/presenter.hpp"
#include "kiosk/screens/undo/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_undo(Desk& desk) {
  return std::make_unique<Presented<undo::Presenter, undo::draw>>(desk);
}

}  // namespace screens
