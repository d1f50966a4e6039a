// Recorded scale frames with the events that they must give (tests/data/scales/vectors.jsonl), and
// ways to hand bytes to a decoder.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "devices/scales/profiles.hpp"

namespace test {

using ByteText = std::vector<std::uint8_t>;

struct Vector {
  std::string id;
  std::string profile;
  std::optional<scales::Unit> unit;
  ByteText bytes;
  nlohmann::json events;
};

inline ByteText bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

inline ByteText from_hex(const std::string& hex) {
  ByteText bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return bytes;
}

inline std::vector<Vector> vectors() {
  std::ifstream file(std::string(TEST_DATA) + "/scales/vectors.jsonl");
  REQUIRE(file);
  std::vector<Vector> all;
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    Vector vector;
    vector.id = json["id"];
    vector.profile = json["profile"];
    const ByteText once = from_hex(json["hex"]);
    for (int i = json.value("repeat", 1); i > 0; --i)
      vector.bytes.insert(vector.bytes.end(), once.begin(), once.end());
    if (json.contains("args")) vector.unit = scales::read_unit(std::string(json["args"][1]));
    vector.events = json["events"];
    all.push_back(std::move(vector));
  }
  return all;
}

inline std::unique_ptr<scales::Decoder> decoder(std::string_view profile,
                                                std::optional<scales::Unit> unit = std::nullopt,
                                                const scales::OptionMap& options = {}) {
  const auto found = scales::find_profile(profile);
  REQUIRE(found);
  const auto settings = scales::settings_for(**found, unit, options);
  REQUIRE(settings);
  return scales::make_decoder(**found, *settings);
}

// All events, the end of input being a time-out. `next` says how many bytes come at once.
template <class Next>
scales::Events decode(scales::Decoder& decoder, scales::Bytes bytes, Next next) {
  scales::Events events;
  while (!bytes.empty()) {
    const std::size_t count = std::min<std::size_t>(next(), bytes.size());
    decoder.feed(bytes.first(count), events);
    bytes = bytes.subspan(count);
  }
  decoder.idle(events);
  return events;
}

inline scales::Events decode_whole(scales::Decoder& decoder, scales::Bytes bytes) {
  return decode(decoder, bytes, [&] { return bytes.size(); });
}

// What the events are in words, for comparing: "weight 1.234 kg stable gross", "status overload".
inline std::string words(const scales::ScaleEvent& event) {
  struct Words {
    std::string operator()(const scales::WeightEvent& e) const {
      return "weight " + text_of(e.value) + " " + (e.unit ? std::string(word(*e.unit)) : "?") +
             (e.stable ? (*e.stable ? " stable" : " moving") : " ?") +
             (e.mode ? " " + std::string(word(*e.mode)) : " ?");
    }
    std::string operator()(const scales::StatusEvent& e) const {
      return "status " + (e.error ? std::string(word(*e.error)) : "null");
    }
    std::string operator()(const scales::TareEvent& e) const {
      return "tare " + text_of(e.value) + " " + (e.unit ? std::string(word(*e.unit)) : "?");
    }
    std::string operator()(const scales::AckEvent&) const { return "ack"; }
    std::string operator()(const scales::InfoEvent&) const { return "info"; }
    std::string operator()(const scales::RejectEvent& e) const {
      return "reject " + std::string(word(e.reason));
    }
  };
  return std::visit(Words{}, event);
}

inline std::vector<std::string> words(const scales::Events& events) {
  std::vector<std::string> result;
  for (const auto& event : events) result.push_back(words(event));
  return result;
}

}  // namespace test
