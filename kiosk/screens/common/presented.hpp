// A screen made of a presenter and a view: what most screens are. The presenter has state(),
// refresh(), act(action) and deadline(); the view is a function of the state.
#pragma once

#include <memory>
#include <utility>

#include "kiosk/screens/screen.hpp"

namespace screens {

template <class Presenter, auto view>
class Presented final : public Screen {
 public:
  template <class... Arguments>
  explicit Presented(Arguments&&... arguments)
      : presenter_(std::forward<Arguments>(arguments)...) {}

  void draw(ui::Ui& ui) override {
    if (const auto action = view(presenter_.state(), ui)) presenter_.act(*action);
  }
  void refresh() override { presenter_.refresh(); }
  void typed(char c) override {
    if constexpr (requires { presenter_.typed(c); }) presenter_.typed(c);
  }
  std::optional<domain::Moment> deadline() const override { return presenter_.deadline(); }

 private:
  Presenter presenter_;
};

}  // namespace screens
