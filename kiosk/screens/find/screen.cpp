#include "kiosk/screens/find/screen.hpp"

#include "kiosk/screens/find/presenter.hpp"
#include "kiosk/screens/find/view.hpp"
#include "kiosk/screens/matrix/position.hpp"

namespace screens {
namespace {

class FindScreen : public Screen {
 public:
  explicit FindScreen(Desk& desk) : presenter_(desk) {}

  void draw(ui::Ui& ui) override {
    const auto action = find::draw(presenter_.state(), ui);
    if (!action) return;
    presenter_.act(*action);
    // The matrix turns to what was found even where it was turned to that cell before.
    if (std::holds_alternative<find::Open>(*action)) matrix::forget_cell(ui);
  }
  void refresh() override { presenter_.refresh(); }

 private:
  find::Presenter presenter_;
};

}  // namespace

std::unique_ptr<Screen> make_find(Desk& desk) { return std::make_unique<FindScreen>(desk); }

}  // namespace screens
