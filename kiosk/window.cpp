#include "kiosk/window.hpp"

#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "kiosk/keys.hpp"
#include "kiosk/picture.hpp"
#include "kiosk/stop_signals.hpp"

namespace kiosk {
namespace {

struct WindowCloser {
  void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};

struct Library {
  bool ready = false;
  ~Library() {
    if (ready) glfwTerminate();
  }
};

// OpenGL 3.0 with the modern backend, else 2.1 with the old one: a Raspberry Pi 3 has no more.
class Backend {
 public:
  enum class Kind { none, gl3, gl2 };
  ~Backend() {
    if (kind_ == Kind::gl3) ImGui_ImplOpenGL3_Shutdown();
    if (kind_ == Kind::gl2) ImGui_ImplOpenGL2_Shutdown();
  }
  // Needs the window's context, and the Ui's.
  void prepare(Kind wanted, int fonts_version) {
    if (kind_ == Kind::none) {
      kind_ = wanted;
      if (kind_ == Kind::gl3) ImGui_ImplOpenGL3_Init("#version 130");
      if (kind_ == Kind::gl2) ImGui_ImplOpenGL2_Init();
    }
    if (fonts_version_ != fonts_version && fonts_version_ != 0) {
      if (kind_ == Kind::gl3) ImGui_ImplOpenGL3_DestroyFontsTexture();
      if (kind_ == Kind::gl2) ImGui_ImplOpenGL2_DestroyFontsTexture();
    }
    fonts_version_ = fonts_version;
    if (kind_ == Kind::gl3) ImGui_ImplOpenGL3_NewFrame();
    if (kind_ == Kind::gl2) ImGui_ImplOpenGL2_NewFrame();
    if (ImGui::GetIO().Fonts->TexID != nullptr) return;
    if (kind_ == Kind::gl3) ImGui_ImplOpenGL3_CreateFontsTexture();
    if (kind_ == Kind::gl2) ImGui_ImplOpenGL2_CreateFontsTexture();
  }
  void render(ImDrawData& drawn) {
    for (int i = 0; i < drawn.CmdListsCount; ++i)
      for (ImDrawCmd& command : drawn.CmdLists[i]->CmdBuffer)
        command.TextureId = ImGui::GetIO().Fonts->TexID;
    if (kind_ == Kind::gl3) ImGui_ImplOpenGL3_RenderDrawData(&drawn);
    if (kind_ == Kind::gl2) ImGui_ImplOpenGL2_RenderDrawData(&drawn);
  }

 private:
  Kind kind_ = Kind::none;
  int fonts_version_ = 0;
};

tl::unexpected<domain::Error> no_window(const std::string& why) {
  return domain::fail(domain::Fault::not_found,
                      "The kiosk's window cannot be opened: " + why +
                          "; the day's data is untouched. Start it under X11, or use --headless.");
}

std::unique_ptr<GLFWwindow, WindowCloser> create(int width, int height, GLFWmonitor* monitor,
                                                 Backend::Kind kind) {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, kind == Backend::Kind::gl3 ? 3 : 2);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, kind == Backend::Kind::gl3 ? 0 : 1);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);
  return std::unique_ptr<GLFWwindow, WindowCloser>(
      glfwCreateWindow(width, height, "Romaine", monitor, nullptr));
}

}  // namespace

struct Window::State {
  Library library;
  std::unique_ptr<GLFWwindow, WindowCloser> window;
  Backend::Kind kind = Backend::Kind::gl3;
  std::unique_ptr<Backend> backend = std::make_unique<Backend>();
  float px_per_mm = 0;
  bool exposed = true;
  std::uint64_t shown = 0;
  // between two turns of the loop
  float x = 0, y = 0;
  bool down = false;
  std::vector<ui::Touch> touches;
  std::vector<KeyPress> keys;

  static State& of(GLFWwindow* window) {
    return *static_cast<State*>(glfwGetWindowUserPointer(window));
  }
  void listen();
};

void Window::State::listen() {
  GLFWwindow* const w = window.get();
  glfwSetWindowUserPointer(w, this);
  glfwSetInputMode(w, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  glfwSetCursorPosCallback(w, [](GLFWwindow* from, double px, double py) {
    State& s = of(from);
    s.x = static_cast<float>(px);
    s.y = static_cast<float>(py);
    if (s.down) s.touches.push_back({s.x, s.y, true});
  });
  glfwSetMouseButtonCallback(w, [](GLFWwindow* from, int button, int action, int) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    State& s = of(from);
    s.down = action == GLFW_PRESS;
    s.touches.push_back({s.x, s.y, s.down});
  });
  glfwSetKeyCallback(w, [](GLFWwindow* from, int, int scancode, int action, int) {
    if (action != GLFW_PRESS) return;
    if (const auto symbol = symbol_of(scancode)) of(from).keys.push_back({*symbol, Clock::now()});
  });
  glfwSetWindowRefreshCallback(w, [](GLFWwindow* from) { of(from).exposed = true; });
  glfwSetFramebufferSizeCallback(w, [](GLFWwindow* from, int, int) { of(from).exposed = true; });
}

domain::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  auto state = std::make_unique<State>();
  if (glfwInit() == GLFW_FALSE) return no_window("there is no display");
  state->library.ready = true;
  int width = 0, height = 0;
  GLFWmonitor* monitor = nullptr;
  if (options.panel) {
    width = options.panel->width;
    height = options.panel->height;
    state->px_per_mm = options.panel->px_per_mm;
  } else {
    monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) return no_window("there is no monitor");
    width = mode->width;
    height = mode->height;
    int width_mm = 0, height_mm = 0;
    glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
    state->px_per_mm = ui::usual_panel(width, height).px_per_mm;
    if (width_mm > 0) state->px_per_mm = static_cast<float>(width) / static_cast<float>(width_mm);
    if (options.diagonal_inch)
      state->px_per_mm = ui::panel_of_diagonal(width, height, *options.diagonal_inch).px_per_mm;
  }
  state->window = create(width, height, monitor, Backend::Kind::gl3);
  if (!state->window) {
    state->kind = Backend::Kind::gl2;
    state->window = create(width, height, monitor, Backend::Kind::gl2);
  }
  if (!state->window) return no_window("there is no OpenGL");
  glfwMakeContextCurrent(state->window.get());
  glfwSwapInterval(1);
  state->listen();
  return std::unique_ptr<Window>(new Window(std::move(state)));
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::~Window() { state_->backend.reset(); }

ui::Panel Window::panel() const {
  ui::Panel panel;
  glfwGetFramebufferSize(state_->window.get(), &panel.width, &panel.height);
  panel.px_per_mm = state_->px_per_mm;
  return panel;
}

bool Window::closing() const { return glfwWindowShouldClose(state_->window.get()) != 0; }

std::function<void()> Window::waker() const {
  return [] { glfwPostEmptyEvent(); };
}

void Window::wait_until(Time deadline, Frames& frames) {
  const std::chrono::duration<double> left = deadline - Clock::now();
  if (left.count() <= 0) {
    glfwPollEvents();
  } else {
    constexpr double longest_s = 3600;  // the loop asks again
    glfwWaitEventsTimeout(std::min(left.count(), longest_s));
  }
  for (const ui::Touch& touch : state_->touches) frames.touch().push(touch);
  state_->touches.clear();
  for (const KeyPress& press : state_->keys) frames.application().key(press);
  state_->keys.clear();
}

Frames::Exposed Window::take_exposed() {
  return std::exchange(state_->exposed, false) ? Frames::Exposed::yes : Frames::Exposed::no;
}

void Window::forget_shown() { state_->shown = 0; }

bool Window::present(const ui::Ui& ui) {
  const std::uint64_t hash = picture_hash() ^ static_cast<std::uint64_t>(ui.fonts_version());
  if (hash == state_->shown) return false;
  state_->shown = hash;
  state_->backend->prepare(state_->kind, ui.fonts_version());
  const ui::Panel size = panel();
  glViewport(0, 0, size.width, size.height);
  state_->backend->render(*ImGui::GetDrawData());
  glfwSwapBuffers(state_->window.get());
  return true;
}

domain::Result<void> Window::write_picture(const std::filesystem::path& file) {
  const ui::Panel size = panel();
  // Drawn once more and read before it is swapped: a software renderer cannot read the front.
  state_->backend->render(*ImGui::GetDrawData());
  std::vector<unsigned char> pixels(static_cast<std::size_t>(size.width) *
                                    static_cast<std::size_t>(size.height) * 3);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
  return write_png(file, size.width, size.height, pixels.data());
}

void turn(Frames& frames, Window& window, Time latest) {
  window.wait_until(std::min(latest, frames.application().next_deadline()), frames);
  ui::Settings settings = frames.ui().settings();
  settings.panel = window.panel();
  frames.ui().change(settings);
  const Frames::Exposed exposed = window.take_exposed();
  bool first = exposed == Frames::Exposed::yes;
  frames.run(Clock::now(), exposed, [&] {
    if (first) window.forget_shown();
    first = false;
    window.present(frames.ui());
  });
}

void run(Application& application, ui::Ui& ui, Window& window) {
  Frames frames(application, ui);
  const StopSignals stop;
  while (!window.closing() && !application.finished() && !stop.wanted())
    turn(frames, window, Time::max());
}

}  // namespace kiosk
