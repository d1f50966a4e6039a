#include "kiosk/screens/changes/presenter.hpp"
#include "kiosk/screens/changes/view.hpp"
#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/counting/presenter.hpp"
#include "kiosk/screens/counting/view.hpp"
#include "kiosk/screens/crate/presenter.hpp"
#include "kiosk/screens/crate/view.hpp"
#include "kiosk/screens/differences/presenter.hpp"
#include "kiosk/screens/differences/view.hpp"
#include "kiosk/screens/end/presenter.hpp"
#include "kiosk/screens/end/view.hpp"
#include "kiosk/screens/find/screen.hpp"
#include "kiosk/screens/matrix/screen.hpp"
#include "kiosk/screens/outcome/screen.hpp"
#include "kiosk/screens/overview/presenter.hpp"
#include "kiosk/screens/overview/view.hpp"
#include "kiosk/screens/pad/presenter.hpp"
#include "kiosk/screens/pad/view.hpp"
#include "kiosk/screens/person/presenter.hpp"
#include "kiosk/screens/person/view.hpp"
#include "kiosk/screens/push/presenter.hpp"
#include "kiosk/screens/push/view.hpp"
#include "kiosk/screens/receipt/presenter.hpp"
#include "kiosk/screens/receipt/view.hpp"
#include "kiosk/screens/received/presenter.hpp"
#include "kiosk/screens/received/view.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/server/presenter.hpp"
#include "kiosk/screens/server/view.hpp"
#include "kiosk/screens/shortfall/presenter.hpp"
#include "kiosk/screens/shortfall/view.hpp"
#include "kiosk/screens/trouble/presenter.hpp"
#include "kiosk/screens/trouble/view.hpp"
#include "kiosk/screens/undo/presenter.hpp"
#include "kiosk/screens/undo/view.hpp"
#include "kiosk/screens/unit/presenter.hpp"
#include "kiosk/screens/unit/view.hpp"
#include "kiosk/screens/weighing/presenter.hpp"
#include "kiosk/screens/weighing/view.hpp"
#include "kiosk/screens/who/presenter.hpp"
#include "kiosk/screens/who/view.hpp"
#include "kiosk/screens/whole/screen.hpp"

namespace screens {
namespace {

template <class Presenter, auto draw, class... Arguments>
std::unique_ptr<Screen> presented(Desk& desk, const Arguments&... arguments) {
  return std::make_unique<Presented<Presenter, draw>>(desk, arguments...);
}

// One function a place. Each is named here and nowhere else. Most screens are a presenter and a
// view; what has more to it has a screen.hpp of its own.
struct Maker {
  Desk& desk;
  std::unique_ptr<Screen> operator()(const AtWho&) const {
    return presented<who::Presenter, who::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtOverview&) const {
    return presented<overview::Presenter, overview::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtPerson&) const {
    return presented<person::Presenter, person::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtUndo&) const {
    return presented<undo::Presenter, undo::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtEnd&) const {
    return presented<end::Presenter, end::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtServer&) const {
    return presented<server::Presenter, server::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtChanges&) const {
    return presented<changes::Presenter, changes::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtPush&) const {
    return presented<push::Presenter, push::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtDifferences&) const {
    return presented<differences::Presenter, differences::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtReceipt&) const {
    return presented<receipt::Presenter, receipt::draw>(desk);
  }
  std::unique_ptr<Screen> operator()(const AtReceived& place) const {
    return presented<received::Presenter, received::draw>(desk, place.article);
  }
  std::unique_ptr<Screen> operator()(const AtCrate& place) const {
    return presented<crate::Presenter, crate::draw>(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtPad& place) const {
    return presented<pad::Presenter, pad::draw>(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtShortfall& place) const {
    return presented<shortfall::Presenter, shortfall::draw>(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtUnit& place) const {
    return presented<unit::Presenter, unit::draw>(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtTrouble& place) const {
    return presented<trouble::Presenter, trouble::draw>(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtMatrix& place) const {
    return make_matrix(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtFind&) const { return make_find(desk); }
  std::unique_ptr<Screen> operator()(const AtWhole&) const { return make_whole(desk); }
  std::unique_ptr<Screen> operator()(const AtOutcome& place) const {
    return make_outcome(desk, place);
  }
  std::unique_ptr<Screen> operator()(const AtRefused& place) const {
    return make_refused(desk, place);
  }
  // Weighing or counting, as the unit tells; what the unit means, where nobody knows.
  std::unique_ptr<Screen> operator()(const AtCell& place) const {
    const auto at = desk.day().find(place.cell);
    if (!at) return counted(place);
    const domain::ArticlePlace article = desk.day().article_of(*at);
    switch (desk.day().figures(article).meaning.measure) {
      case domain::Measure::mass:
        return presented<weighing::Presenter, weighing::draw>(desk, place.cell);
      case domain::Measure::volume:
      case domain::Measure::pieces:
        break;
      case domain::Measure::unknown:
        return (*this)(AtUnit{desk.day().article(article).unit.text, place.cell});
    }
    return counted(place);
  }
  std::unique_ptr<Screen> counted(const AtCell& place) const {
    return presented<counting::Presenter, counting::draw>(desk, place.cell);
  }
};

}  // namespace

std::unique_ptr<Screen> make_screen(const Place& place, Desk& desk) {
  return std::visit(Maker{desk}, place);
}

}  // namespace screens
