#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "kiosk/cli/globals.hpp"
#include "kiosk/cli/scale_decode.hpp"
#include "kiosk/cli/scale_json.hpp"
#include "kiosk/cli/scale_watch.hpp"

namespace kiosk {

namespace {

void add_options(CLI::App& command, std::vector<std::string>& options, std::string& unit) {
  command.add_option("-o", options, "an option of the profile, NAME=VALUE; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--unit", unit, "the unit of frames that have none")
      ->check(CLI::IsMember({"kg", "g", "lb", "oz"}));
}

void add_decode(CLI::App& scale, Command& chosen) {
  const auto request = std::make_shared<DecodeRequest>();
  const auto input = std::make_shared<std::string>("raw");
  CLI::App* command = scale.add_subcommand("decode", "bytes on stdin to events as JSON lines");
  CLI::Option* profile = command->add_option("--profile", request->profile, "the scale's profile");
  command->add_option("--profile-file", request->profile_file, "TOML file of a generic profile");
  add_options(*command, request->options, request->unit);
  command->add_option("--input", *input, "how stdin holds the bytes")
      ->check(CLI::IsMember({"raw", "hex"}));
  command->add_option("--chunk", request->chunk, "bytes handed on at a time: N or random:SEED");
  CLI::Option* capture =
      command->add_option("--capture", request->capture, "a recorded talk instead of stdin");
  command->fallthrough()->callback([=, &chosen] {
    if (profile->count() + capture->count() == 0) throw CLI::RequiredError("--profile");
    request->input = *input == "hex" ? ScaleInput::hex : ScaleInput::raw;
    chosen = [request] { return scale_decode(*request, std::cin, std::cout, std::cerr); };
  });
}

void add_watch(CLI::App& scale, Command& chosen) {
  const auto request = std::make_shared<WatchRequest>();
  CLI::App* command = scale.add_subcommand("watch", "what a scale sends, as JSON lines, until ^C");
  command->add_option("device", request->scale.port, "/dev/ttyUSB0, usb:1-2 or pty:/dev/pts/3")
      ->required();
  command->add_option("--profile", request->scale.profile, "the scale's profile")->required();
  command->add_option("--line", request->scale.line, "line settings, like \"9600 7E1\"");
  add_options(*command, request->options, request->scale.unit);
  command->fallthrough()->callback(
      [=, &chosen] { chosen = [request] { return scale_watch(*request, std::cout, std::cerr); }; });
}

int scale_list(bool json) {
  for (const scales::PortInfo& port : scales::list_ports()) {
    if (json)
      std::cout << json_line(port) << '\n';
    else
      std::cout << port.name << '\t' << (port.usb.empty() ? "" : "usb:" + port.usb) << '\t'
                << port.description << '\n';
  }
  return 0;
}

int scale_profiles(bool json) {
  for (const scales::Profile& profile : scales::profiles()) {
    if (json)
      std::cout << json_line(profile) << '\n';
    else
      std::cout << profile.id << '\t' << (profile.line ? scales::text_of(*profile.line) : "USB")
                << '\t' << profile.title << '\n';
  }
  return 0;
}

}  // namespace

void add_scale_commands(CLI::App& app, const Globals& globals, Command& chosen) {
  CLI::App* scale = app.add_subcommand("scale", "scales: ports, readings, protocols");
  scale->require_subcommand(1)->fallthrough();
  add_decode(*scale, chosen);
  add_watch(*scale, chosen);
  scale->add_subcommand("list", "serial ports that are plugged in")->fallthrough()->callback([&] {
    chosen = [&] { return scale_list(globals.json); };
  });
  scale->add_subcommand("profiles", "the protocols that are known")->fallthrough()->callback([&] {
    chosen = [&] { return scale_profiles(globals.json); };
  });
}

}  // namespace kiosk
