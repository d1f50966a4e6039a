// The scales we can talk to, as data: one row a profile, ids as in docs/contracts.md 3. A new
// protocol is a file in decoders/ and a row in profiles.cpp. Immutable; any thread.
#pragma once

#include <map>
#include <span>

#include "devices/scales/decoder.hpp"
#include "devices/scales/line_settings.hpp"
#include "domain/result.hpp"

namespace scales {

// A choice that a profile leaves open; the first value is what holds without it.
struct ProfileOption {
  std::string_view name;
  std::vector<std::string_view> values;
};

// What a decoder is told beside its bytes. Options are complete: chosen or first values.
struct DecoderSettings {
  std::optional<Unit> unit;  // for frames that have none; never replaces one
  std::map<std::string, std::string, std::less<>> options;
  std::string_view option(std::string_view name) const;
  char decimal_mark() const { return option("decimal") == "," ? ',' : '.'; }
};

struct Profile {
  std::string_view id;
  std::string_view title;            // makes and models, for a list
  std::optional<LineSettings> line;  // none: no serial line (USB HID)
  std::string_view request;          // what asks for a weight; empty: the scale sends by itself
  std::chrono::milliseconds period;  // between requests, or between frames of a stream
  std::chrono::milliseconds reply_timeout;
  std::vector<ProfileOption> options;
  std::unique_ptr<Decoder> (*make)(const DecoderSettings& settings);
};

std::span<const Profile> profiles();
// Refused with the known ids.
domain::Result<const Profile*> find_profile(std::string_view id);

using OptionMap = std::map<std::string, std::string, std::less<>>;
// bad_value where the profile has no such option or value.
domain::Result<DecoderSettings> settings_for(const Profile& profile, std::optional<Unit> unit,
                                             const OptionMap& options);
// With the check of parity that the option strip_parity asks for.
std::unique_ptr<Decoder> make_decoder(const Profile& profile, const DecoderSettings& settings);

}  // namespace scales
