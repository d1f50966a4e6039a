#include "devices/scales/supervisor.hpp"

#include "devices/scales/line_scale.hpp"

namespace scales {

using domain::fail;
using domain::Fault;

domain::Result<LineChoice> choose_line(const ScaleSettings& settings) {
  const auto profile = find_profile(settings.profile);
  if (!profile) return tl::unexpected(profile.error());
  if (!(*profile)->line)
    return fail(Fault::refused, "Profile " + settings.profile +
                                    " speaks over USB HID, which this version decodes and does not "
                                    "open; take a scale on a serial port");
  const auto unit = read_unit(settings.unit);
  if (!settings.unit.empty() && !unit)
    return fail(Fault::bad_value, "\"" + settings.unit + "\" is no unit; write kg, g, lb or oz");
  const auto line = settings.line.empty() ? (*profile)->line : read_line_settings(settings.line);
  if (!line)
    return fail(Fault::bad_value,
                "\"" + settings.line + "\" are no line settings; write them like \"9600 7E1\"");
  const OptionMap options(settings.options.begin(), settings.options.end());
  auto chosen = settings_for(**profile, unit, options);
  if (!chosen) return tl::unexpected(chosen.error());
  auto opener = port_opener(settings.port, *line);
  if (!opener) return tl::unexpected(opener.error());
  return LineChoice{*profile, std::move(*chosen), *line, std::move(*opener)};
}

domain::Result<std::unique_ptr<Scale>> open_scale(const ScaleSettings& settings, Post post) {
  auto choice = choose_line(settings);
  if (!choice) return tl::unexpected(choice.error());
  return std::make_unique<LineScale>(std::move(choice->opener), *choice->profile,
                                     std::move(choice->settings), choice->line, std::move(post));
}

}  // namespace scales
