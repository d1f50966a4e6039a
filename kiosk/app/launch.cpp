#include "kiosk/app/launch.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "kiosk/app/app.hpp"
#include "kiosk/app/open_station.hpp"
#include "kiosk/app/printers.hpp"
#include "kiosk/app/server_setup.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "kiosk/play/player.hpp"
#include "kiosk/play/stages.hpp"

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

// What the day is shown with. The window goes before the Ui that it shows.
struct Stage {
  std::unique_ptr<ui::Ui> ui;
  std::unique_ptr<Window> window;  // none where headless
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
  if (!options.demo)
    setup.server = configured_server(config, data, globals.lang.value_or("fr"), wall_now);
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

Result<Stage> stage_of(const Config& config, const LaunchOptions& options, Setup& setup) {
  Stage stage;
  std::optional<ui::Panel> panel;
  if (options.size || options.headless) {
    const auto asked = panel_of(options.size.value_or("1280x800"));
    if (!asked) return tl::unexpected(asked.error());
    panel = *asked;
  }
  if (!options.headless) {
    WindowOptions wanted{panel, {}};
    if (config.diagonal_tenths)
      wanted.diagonal_inch = static_cast<float>(*config.diagonal_tenths) / 10;
    auto made = Window::open(wanted);
    if (!made) return tl::unexpected(made.error());
    stage.window = std::move(*made);
    setup.wake = stage.window->waker();
    if (!options.play) setup.sounds = machine_sounds();
  }
  setup.look.panel = stage.window ? stage.window->panel() : *panel;
  auto ui = ui::Ui::open(setup.look);
  if (!ui) return tl::unexpected(ui.error());
  stage.ui = std::move(*ui);
  return stage;
}

Result<int> show(App& app, Stage& stage, const LaunchOptions& options, const std::string& script) {
  if (options.headless && options.play) return play_headless(app, *stage.ui, options, script);
  if (options.play) return play_in_window(app, *stage.ui, *stage.window, options, script);
  run(app, *stage.ui, *stage.window);
  return 0;
}

Result<int> start(const Globals& globals, const LaunchOptions& options) {
  auto opening = options.demo ? begin_demo_station(globals) : begin_own_station(globals);
  if (!opening) return tl::unexpected(opening.error());
  auto setup = setup_of(opening->config, globals, options, opening->data);
  if (!setup) return tl::unexpected(setup.error());
  std::string script;
  if (options.play) {
    auto read = script_of(*options.play);
    if (!read) return tl::unexpected(read.error());
    script = std::move(*read);
  }
  auto stage = stage_of(opening->config, options, *setup);
  auto station = opening->station.get();
  if (!station) return tl::unexpected(station.error());
  const auto refusal = (*station)->refusal();
  // A window says why; a script would play on nothing.
  if (refusal && (options.play || !stage)) return tl::unexpected(*refusal);
  if (!stage) return tl::unexpected(stage.error());
  if (options.demo) std::cerr << "The demo's day lies in " << opening->data.string() << '\n';
  App app(std::move(*station), std::move(*setup));
  const auto code = show(app, *stage, options, script);
  stage->window.reset();
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
