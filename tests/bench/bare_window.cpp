// The limit for start and memory: the same window, fonts, libraries and catalogue without a day.
// Shows one frame with a header and ends.
#include <iostream>

#include "kiosk/ui/header.hpp"
#include "kiosk/window.hpp"

int main() {
  auto window = kiosk::Window::open({ui::usual_panel(1280, 800), {}});
  if (!window) return std::cerr << window.error().detail << '\n', 1;
  ui::Settings settings;
  settings.panel = (*window)->panel();
  auto ui = ui::Ui::open(settings);
  if (!ui) return std::cerr << ui.error().detail << '\n', 1;
  for (int frame = 0; frame < 3; ++frame) {
    (*ui)->begin({}, 0.016f);
    ui::Rect area = (*ui)->screen();
    ui::header(**ui, area, {.title = "Romaine", .person = "Rosa"});
    (*ui)->end();
    (*window)->present(**ui);
  }
  window->reset();
  return 0;
}
