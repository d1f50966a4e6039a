// The kiosk's window on X11 (GLFW 3.3) with OpenGL 3.0, or 2.1 where there is no more. Positions
// come from callbacks, never from where the pointer is at frame time, so that two quick taps land
// where they were made. Nothing is sent to the screen while the picture is the same. UI thread,
// except waker(). Must be destroyed before the Ui that it shows.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "domain/result.hpp"
#include "kiosk/frames.hpp"

namespace kiosk {

struct WindowOptions {
  std::optional<ui::Panel> panel;      // a window of this size; none: the whole primary monitor
  std::optional<float> diagonal_inch;  // of the monitor, where it cannot be asked
};

class Window {
 public:
  // Fails where there is no display or no OpenGL.
  static domain::Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  ui::Panel panel() const;
  bool closing() const;
  // Wakes wait_until() from any thread; stays valid as long as the window.
  std::function<void()> waker() const;

  // Sleeps until something happens or `deadline`. What fingers and keys did is then in the frames'
  // touch queue and goes to the application.
  void wait_until(Time deadline, Frames& frames);
  // True once after the window lost its picture.
  Frames::Exposed take_exposed();
  // The next present() sends its picture in any case.
  void forget_shown();
  // Shows the frame drawn last, unless it is the one already shown. True: it was sent.
  bool present(const ui::Ui& ui);
  // The picture on the screen.
  domain::Result<void> write_picture(const std::filesystem::path& file);

 private:
  struct State;
  explicit Window(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Until the window is closed or the application has finished.
void run(Application& application, ui::Ui& ui, Window& window);
// One turn of it: waits at most until `latest`.
void turn(Frames& frames, Window& window, Time latest);

}  // namespace kiosk
