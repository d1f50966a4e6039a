#include "kiosk/screens/changes/screen.hpp"
#include "kiosk/screens/counting/screen.hpp"
#include "kiosk/screens/crate/screen.hpp"
#include "kiosk/screens/differences/screen.hpp"
#include "kiosk/screens/end/screen.hpp"
#include "kiosk/screens/find/screen.hpp"
#include "kiosk/screens/matrix/screen.hpp"
#include "kiosk/screens/outcome/screen.hpp"
#include "kiosk/screens/overview/screen.hpp"
#include "kiosk/screens/pad/screen.hpp"
#include "kiosk/screens/person/screen.hpp"
#include "kiosk/screens/push/screen.hpp"
#include "kiosk/screens/receipt/screen.hpp"
#include "kiosk/screens/received/screen.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/server/screen.hpp"
#include "kiosk/screens/shortfall/screen.hpp"
#include "kiosk/screens/trouble/screen.hpp"
#include "kiosk/screens/undo/screen.hpp"
#include "kiosk/screens/unit/screen.hpp"
#include "kiosk/screens/weighing/screen.hpp"
#include "kiosk/screens/who/screen.hpp"
#include "kiosk/screens/whole/screen.hpp"

namespace screens {
namespace {

// One function a place. Each is named here and nowhere else.
struct Maker {
  Desk& desk;
  std::unique_ptr<Screen> operator()(const AtCell& place) const { return cell(place); }
  std::unique_ptr<Screen> operator()(const AtPad& place) const { return make_pad(desk, place); }
  std::unique_ptr<Screen> operator()(const AtWho&) const { return make_who(desk); }
  std::unique_ptr<Screen> operator()(const AtOverview&) const { return make_overview(desk); }
  std::unique_ptr<Screen> operator()(const AtPerson&) const { return make_person(desk); }
  std::unique_ptr<Screen> operator()(const AtUndo&) const { return make_undo(desk); }
  std::unique_ptr<Screen> operator()(const AtEnd&) const { return make_end(desk); }
  std::unique_ptr<Screen> operator()(const AtServer&) const { return make_server(desk); }
  std::unique_ptr<Screen> operator()(const AtChanges&) const { return make_changes(desk); }
  std::unique_ptr<Screen> operator()(const AtPush&) const { return make_push(desk); }
  std::unique_ptr<Screen> operator()(const AtDifferences&) const { return make_differences(desk); }
  std::unique_ptr<Screen> operator()(const AtReceipt&) const { return make_receipt(desk); }
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
  std::unique_ptr<Screen> operator()(const AtFind&) const { return make_find(desk); }
  std::unique_ptr<Screen> operator()(const AtWhole&) const { return make_whole(desk); }
  std::unique_ptr<Screen> operator()(const AtCrate& place) const { return make_crate(desk, place); }
  std::unique_ptr<Screen> operator()(const AtShortfall& place) const {
    return make_shortfall(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtUnit& place) const { return make_unit(desk, place); }
  std::unique_ptr<Screen> operator()(const AtTrouble& place) const {
    return make_trouble(desk, place);
  }
  // Weighing or counting, as the unit tells; what the unit means, where nobody knows.
  std::unique_ptr<Screen> cell(const AtCell& place) const {
    const auto at = desk.day().find(place.cell);
    if (!at) return make_counting(desk, place);
    const domain::ArticlePlace article = desk.day().article_of(*at);
    switch (desk.day().figures(article).meaning.measure) {
      case domain::Measure::mass:
        return make_weighing(desk, place);
      case domain::Measure::volume:
      case domain::Measure::pieces:
        break;
      case domain::Measure::unknown:
        return make_unit(desk, {desk.day().article(article).unit.text, place.cell});
    }
    return make_counting(desk, place);
  }
};

}  // namespace

std::unique_ptr<Screen> make_screen(const Place& place, Desk& desk) {
  return std::visit(Maker{desk}, place);
}

}  // namespace screens
