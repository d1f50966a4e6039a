#include "kiosk/app/launch.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "kiosk/app/app.hpp"
#include "kiosk/app/open_station.hpp"
#include "kiosk/app/printers.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "kiosk/play/player.hpp"
#include "kiosk/play/stages.hpp"

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

struct Made {
  std::unique_ptr<App> app;
  std::unique_ptr<ui::Ui> ui;
};

Result<ui::Panel> panel_of(const std::string& size) {
  const auto by = size.find('x');
  const auto width = domain::read_decimal(size.substr(0, by), 0);
  const auto height = by == size.npos ? width : domain::read_decimal(size.substr(by + 1), 0);
  if (by == size.npos || !width || !height || *width < 320 || *height < 240 || *width > 8000 ||
      *height > 8000)
    return fail(Fault::bad_value,
                "\"" + size + "\" is no size of a screen; write it like 1280x800");
  return ui::usual_panel(static_cast<int>(*width), static_cast<int>(*height));
}

ui::Settings look_of(const Config& config, const Globals& globals) {
  ui::Settings look;
  look.language = ui::language_of(globals.lang.value_or(config.lang.value_or("fr")));
  look.light = config.theme == Theme::dark ? ui::Light::dark : ui::Light::light;
  look.size = config.size == Size::large ? ui::InterfaceSize::large : ui::InterfaceSize::normal;
  return look;
}

Result<Setup> setup_of(const Config& config, const Globals& globals, const LaunchOptions& options,
                       const std::filesystem::path& data) {
  Setup setup;
  setup.config = config;
  setup.look = look_of(config, globals);
  setup.person = globals.person.value_or("");
  setup.wall_clock = wall_now;
  if (options.demo || options.scale)
    setup.scale = Setup::ScaleIs::simulated;
  else if (!config.scales.empty())
    setup.scale = Setup::ScaleIs::real;
  auto printer = options.printer;
  if (!printer && options.demo) printer = "folder:" + (data / "labels").string();
  auto made = printer ? printer_of({*printer, setup.printer_dpi}) : printer_of(config.printers);
  if (!made) return tl::unexpected(made.error());
  setup.printer = std::move(*made);
  if (!config.printers.empty() && !options.demo) setup.printer_dpi = config.printers.front().dpi;
  if (options.demo && !options.play) setup.hand = Setup::Hand::demo;
  if (options.play && options.headless) setup.labels = Setup::Labels::awaited;
  return setup;
}

Result<std::string> script_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (std::error_code error; !in || std::filesystem::is_directory(file, error))
    return fail(Fault::not_found, "the script " + file.string() + " cannot be read");
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

int play_headless(App& app, ui::Ui& ui, const LaunchOptions& options, const std::string& script) {
  Headless headless(app, ui, Clock::now());
  play::HeadlessStage stage(headless, options.pictures);
  return play::play(play::parse(script), stage, app, std::cout, std::cerr);
}

int play_in_window(App& app, ui::Ui& ui, Window& window, const LaunchOptions& options,
                   const std::string& script) {
  Frames frames(app, ui);
  play::WindowStage stage(frames, window, options.pictures);
  return play::play(play::parse(script), stage, app, std::cout, std::cerr);
}

// What can be told from the command line alone.
Result<void> well_used(const LaunchOptions& options) {
  if (options.scale && *options.scale != "simulated")
    return fail(Fault::bad_value,
                "--scale takes \"simulated\"; real scales stand in the configuration");
  if (options.printer && !options.printer->starts_with("folder:"))
    return fail(Fault::bad_value,
                "--printer takes \"folder:DIR\"; CUPS queues stand in the configuration");
  if (options.headless && !options.play)
    return fail(Fault::bad_value, "--headless needs --play with a script; nothing was started");
  if (!options.size) return {};
  return panel_of(*options.size).map([](const ui::Panel&) {});
}

Result<int> start(const Globals& globals, const LaunchOptions& options) {
  auto opened = options.demo ? open_demo_station(globals) : open_own_station(globals);
  if (!opened) return tl::unexpected(opened.error());
  // A window says why; a script would play on nothing.
  if (opened->station->refusal() && options.play)
    return tl::unexpected(*opened->station->refusal());
  if (options.demo) std::cerr << "The demo's day lies in " << opened->data.string() << '\n';
  auto setup = setup_of(opened->config, globals, options, opened->data);
  if (!setup) return tl::unexpected(setup.error());
  std::string script;
  if (options.play) {
    auto read = script_of(*options.play);
    if (!read) return tl::unexpected(read.error());
    script = std::move(*read);
  }
  std::optional<ui::Panel> panel;
  if (options.size || options.headless) {
    const auto asked = panel_of(options.size.value_or("1280x800"));
    if (!asked) return tl::unexpected(asked.error());
    panel = *asked;
  }
  std::unique_ptr<Window> window;
  if (!options.headless) {
    WindowOptions wanted{panel, {}};
    if (opened->config.diagonal_tenths)
      wanted.diagonal_inch = static_cast<float>(*opened->config.diagonal_tenths) / 10;
    auto made = Window::open(wanted);
    if (!made) return tl::unexpected(made.error());
    window = std::move(*made);
    setup->wake = window->waker();
  }
  setup->look.panel = window ? window->panel() : *panel;
  auto ui = ui::Ui::open(setup->look);
  if (!ui) return tl::unexpected(ui.error());
  const auto refusal = opened->station->refusal();
  App app(std::move(opened->station), std::move(*setup));
  if (options.headless && options.play) return play_headless(app, **ui, options, script);
  const int code = options.play ? play_in_window(app, **ui, *window, options, script) : 0;
  if (!options.play) run(app, **ui, *window);
  window.reset();
  if (refusal) return tl::unexpected(*refusal);
  return code;
}

}  // namespace

int launch(const Globals& globals, const LaunchOptions& options) {
  if (const auto used = well_used(options); !used) {
    std::cerr << "romaine: " << used.error().detail << '\n';
    return 2;
  }
  const auto code = start(globals, options);
  return code ? *code : report(code.error());
}

}  // namespace kiosk
