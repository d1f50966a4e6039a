#include "kiosk/screens/counting/screen.hpp"
#include "kiosk/screens/end/screen.hpp"
#include "kiosk/screens/matrix/screen.hpp"
#include "kiosk/screens/outcome/screen.hpp"
#include "kiosk/screens/overview/screen.hpp"
#include "kiosk/screens/pad/screen.hpp"
#include "kiosk/screens/person/screen.hpp"
#include "kiosk/screens/received/screen.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/undo/screen.hpp"
#include "kiosk/screens/weighing/screen.hpp"
#include "kiosk/screens/who/screen.hpp"

namespace screens {
namespace {

bool is_weighed(const Desk& desk, domain::CellId cell) {
  const auto at = desk.day().find(cell);
  return at && desk.day().figures(desk.day().article_of(*at)).meaning.is_mass();
}

// One function a place. Each is named here and nowhere else.
struct Maker {
  Desk& desk;
  // Weighing or counting, as the unit tells.
  std::unique_ptr<Screen> operator()(const AtCell& place) const {
    return is_weighed(desk, place.cell) ? make_weighing(desk, place) : make_counting(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtPad& place) const { return make_pad(desk, place); }
  std::unique_ptr<Screen> operator()(const AtWho&) const { return make_who(desk); }
  std::unique_ptr<Screen> operator()(const AtOverview&) const { return make_overview(desk); }
  std::unique_ptr<Screen> operator()(const AtPerson&) const { return make_person(desk); }
  std::unique_ptr<Screen> operator()(const AtUndo&) const { return make_undo(desk); }
  std::unique_ptr<Screen> operator()(const AtEnd&) const { return make_end(desk); }
  std::unique_ptr<Screen> operator()(const AtReceived& place) const {
    return make_received(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtOutcome& place) const {
    return make_outcome(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtRefused& place) const {
    return make_refused(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtMatrix& place) const {
    return make_matrix(desk, place);
  }
  template <class Other>
  std::unique_ptr<Screen> operator()(const Other&) const {
    return nullptr;
  }
};

}  // namespace

std::unique_ptr<Screen> make_screen(const Place& place, Desk& desk) {
  return std::visit(Maker{desk}, place);
}

}  // namespace screens
