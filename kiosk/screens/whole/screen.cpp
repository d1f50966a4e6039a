#include "kiosk/screens/whole/screen.hpp"

#include "kiosk/screens/matrix/position.hpp"
#include "kiosk/screens/whole/presenter.hpp"
#include "kiosk/screens/whole/view.hpp"

namespace screens {
namespace {

class WholeScreen : public Screen {
 public:
  explicit WholeScreen(Desk& desk) : presenter_(desk) {}

  void draw(ui::Ui& ui) override {
    const whole::State& state = presenter_.state(
        whole::capacity_of(ui.metrics()), matrix::position_in(ui), matrix::fit_of(ui.metrics()));
    const auto action = whole::draw(state, ui);
    if (!ui.sought().empty())
      if (const auto key = presenter_.lead(ui.sought()); !key.empty()) ui.lead(key);
    if (!action) return;
    if (const auto position = presenter_.act(*action)) matrix::turn_to(ui, *position);
  }
  void refresh() override { presenter_.refresh(); }

 private:
  whole::Presenter presenter_;
};

}  // namespace

std::unique_ptr<Screen> make_whole(Desk& desk) { return std::make_unique<WholeScreen>(desk); }

}  // namespace screens
