#include "kiosk/screens/matrix/screen.hpp"

#include "kiosk/screens/matrix/presenter.hpp"
#include "kiosk/screens/matrix/view.hpp"

namespace screens {
namespace {

class MatrixScreen : public Screen {
 public:
  MatrixScreen(Desk& desk, AtMatrix place) : presenter_(desk, place) {}

  void draw(ui::Ui& ui) override {
    matrix::Position position = matrix::position_in(ui);
    const auto action = view_.draw(presenter_.state(matrix::fit_of(ui.metrics()), position), ui);
    if (!ui.sought().empty()) ui.lead(presenter_.lead(ui.sought(), position));
    if (action) presenter_.act(*action, position);
    matrix::keep_position(ui, position);
  }
  void refresh() override { presenter_.refresh(); }

 private:
  matrix::Presenter presenter_;
  matrix::View view_;
};

}  // namespace

std::unique_ptr<Screen> make_matrix(Desk& desk, AtMatrix place) {
  return std::make_unique<MatrixScreen>(desk, place);
}

}  // namespace screens
