#include "kiosk/cli/scale_capture.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;

domain::Result<Capture> read_header(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  const auto bad = fail(Fault::bad_value,
                        "The capture's first line is no JSON object with \"profile\" and "
                        "\"options\" of text");
  if (!json.is_object() || !json.contains("profile") || !json["profile"].is_string()) return bad;
  Capture capture;
  capture.profile = json["profile"].get<std::string>();
  if (json.contains("options") && !json["options"].is_null()) {
    if (!json["options"].is_object()) return bad;
    for (const auto& [name, value] : json["options"].items()) {
      if (!value.is_string()) return bad;
      capture.options.emplace(name, value.get<std::string>());
    }
  }
  if (json.contains("line") && json["line"].is_string())
    capture.line = scales::read_line_settings(json["line"].get<std::string>());
  return capture;
}

// "120 < 53 20"; false where it breaks the format.
bool read_line(std::string_view text, Capture& capture) {
  std::int64_t ms = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ms);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc{} || ms < 0 || text.size() < 3 || text[0] != ' ') return false;
  const char direction = text[1];
  if ((direction != '<' && direction != '>') || text[2] != ' ') return false;
  auto bytes = read_hex(text.substr(3));
  if (!bytes) return false;
  const std::chrono::milliseconds at(ms);
  if (!capture.reads.empty() && at < capture.reads.back().at) return false;
  if (direction == '<') capture.reads.push_back({at, std::move(*bytes)});
  return true;
}

}  // namespace

std::optional<std::vector<std::uint8_t>> read_hex(std::string_view text) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\r') {
      ++i;
      continue;
    }
    std::uint8_t byte = 0;
    const std::string_view pair = text.substr(i, 2);
    const auto [end, error] = std::from_chars(pair.data(), pair.data() + pair.size(), byte, 16);
    if (error != std::errc{} || pair.size() != 2 || end != pair.data() + 2) return std::nullopt;
    bytes.push_back(byte);
    i += 2;
  }
  return bytes;
}

domain::Result<Capture> read_capture(std::istream& in) {
  std::string text;
  std::getline(in, text);
  auto capture = read_header(text);
  if (!capture) return capture;
  for (int number = 2; std::getline(in, text); ++number) {
    if (!text.empty() && text.back() == '\r') text.pop_back();
    if (text.empty()) continue;
    if (!read_line(text, *capture))
      return fail(Fault::bad_value,
                  "Line " + std::to_string(number) + " of the capture is not like \"120 < 53 20\"");
  }
  return capture;
}

}  // namespace kiosk
