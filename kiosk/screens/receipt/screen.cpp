#include "kiosk/screens/receipt/screen.hpp"

#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/receipt/presenter.hpp"
#include "kiosk/screens/receipt/view.hpp"

namespace screens {

std::unique_ptr<Screen> make_receipt(Desk& desk) {
  return std::make_unique<Presented<receipt::Presenter, receipt::draw>>(desk);
}

}  // namespace screens
