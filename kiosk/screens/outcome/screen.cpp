#include "kiosk/screens/outcome/screen.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/presented.hpp"
#include "kiosk/screens/outcome/view.hpp"

namespace screens {
namespace outcome {
namespace {

State::Kind kind_of(AtOutcome::Kind kind) {
  switch (kind) {
    case AtOutcome::imported:
      return State::Kind::imported;
    case AtOutcome::exported:
      return State::Kind::exported;
    case AtOutcome::import_failed:
    case AtOutcome::export_failed:
      return State::Kind::failed;
  }
  return State::Kind::failed;
}

// There is nothing to decide here but the way on.
class Presenter {
 public:
  Presenter(Desk& desk, const AtOutcome& place)
      : desk_(desk), state_{{}, kind_of(place.kind), place.sentence, place.refused} {
    refresh();
  }
  Presenter(Desk& desk, const AtRefused& place)
      : desk_(desk), state_{{}, State::Kind::refused_journal, place.detail, {}} {
    refresh();
  }
  const State& state() const { return state_; }
  void refresh() { state_.frame = desk_.frame(); }
  void act(const Action& action) {
    if (const auto* header = std::get_if<FollowHeader>(&action))
      follow_header(desk_, header->tap);
    else
      desk_.back();
  }
  std::optional<domain::Moment> deadline() const { return std::nullopt; }

 private:
  Desk& desk_;
  State state_;
};

}  // namespace
}  // namespace outcome

std::unique_ptr<Screen> make_outcome(Desk& desk, const AtOutcome& place) {
  return std::make_unique<Presented<outcome::Presenter, outcome::draw>>(desk, place);
}

std::unique_ptr<Screen> make_refused(Desk& desk, const AtRefused& place) {
  return std::make_unique<Presented<outcome::Presenter, outcome::draw>>(desk, place);
}

}  // namespace screens
