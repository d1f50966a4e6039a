#include "devices/scales/profiles.hpp"

#include <algorithm>

#include "devices/scales/decoders/decoders.hpp"

namespace scales {

namespace {

using std::chrono::milliseconds;

std::vector<ProfileOption> of_serial(std::vector<ProfileOption> own = {}) {
  own.push_back({"strip_parity", {"none", "even", "odd"}});
  own.push_back({"decimal", {".", ","}});
  return own;
}

std::vector<Profile> make_table() {
  return {
      {"8217", "Mettler Toledo 8217, Ariva, Viva, Diva and clones",
       LineSettings{9600, 7, Parity::even, 1}, "W", milliseconds(200), milliseconds(500),
       of_serial({{"layout", {"toledo", "ibm"}}, {"status_repeat", {"no", "yes"}}}),
       make_toledo_8217},
      {"sics", "MT-SICS level 0/1, KERN KCP, Mettler bench scales",
       LineSettings{9600, 8, Parity::none, 1}, "SI\r\n", milliseconds(150), milliseconds(500),
       of_serial(), make_mt_sics},
      {"usb-hid",
       "USB scales without a driver (DYMO, Stamps.com, Mettler PS60)",
       std::nullopt,
       "",
       milliseconds(500),
       milliseconds(500),
       {},
       make_hid_report},
  };
}

std::string joined(const auto& items, auto&& name) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + std::string(name(item));
  return text;
}

}  // namespace

std::string_view DecoderSettings::option(std::string_view name) const {
  const auto found = options.find(name);
  return found == options.end() ? std::string_view() : std::string_view(found->second);
}

std::span<const Profile> profiles() {
  static const std::vector<Profile> table = make_table();
  return table;
}

domain::Result<const Profile*> find_profile(std::string_view id) {
  for (const Profile& profile : profiles())
    if (profile.id == id) return &profile;
  return domain::fail(domain::Fault::not_found,
                      "No scale profile is called \"" + std::string(id) + "\"; there are " +
                          joined(profiles(), [](const Profile& p) { return p.id; }) +
                          " (romaine scale profiles)");
}

domain::Result<DecoderSettings> settings_for(const Profile& profile, std::optional<Unit> unit,
                                             const OptionMap& options) {
  DecoderSettings settings;
  settings.unit = unit;
  for (const ProfileOption& option : profile.options)
    settings.options.emplace(option.name, option.values.front());
  for (const auto& [name, value] : options) {
    const auto known = std::find_if(profile.options.begin(), profile.options.end(),
                                    [&](const ProfileOption& o) { return o.name == name; });
    if (known == profile.options.end())
      return domain::fail(domain::Fault::bad_value,
                          "Profile " + std::string(profile.id) + " has no option \"" + name + "\"");
    if (std::find(known->values.begin(), known->values.end(), value) == known->values.end())
      return domain::fail(domain::Fault::bad_value,
                          "Option " + name + " of profile " + std::string(profile.id) + " is " +
                              joined(known->values, [](std::string_view v) { return v; }) +
                              ", not \"" + value + "\"");
    settings.options[name] = value;
  }
  return settings;
}

std::unique_ptr<Decoder> make_decoder(const Profile& profile, const DecoderSettings& settings) {
  const std::string_view strip = settings.option("strip_parity");
  const Parity parity = strip == "even"  ? Parity::even
                        : strip == "odd" ? Parity::odd
                                         : Parity::none;
  return check_parity(parity, profile.make(settings));
}

}  // namespace scales
