#include "kiosk/config_values.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "devices/scales/port.hpp"
#include "devices/scales/profiles.hpp"
#include "domain/amount.hpp"
#include "sync/server/foodsoft/wire/form.hpp"

namespace kiosk::setting {

void wrong(const toml::node& node, const std::string& what) { throw Wrong{what, node.source()}; }

std::string text(const toml::node& node) {
  const auto value = node.value_exact<std::string>();
  if (!value) wrong(node, "a text in quotes is due here");
  return *value;
}

std::int64_t number(const toml::node& node, std::int64_t low, std::int64_t high) {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < low || *value > high)
    wrong(node, "a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
                    " is due here");
  return *value;
}

bool flag(const toml::node& node) {
  const auto value = node.value_exact<bool>();
  if (!value) wrong(node, "true or false is due here");
  return *value;
}

int percent(const toml::node& node) {
  auto said = text(node);
  if (!said.empty() && said.back() == '%') {
    said.pop_back();
    while (!said.empty() && said.back() == ' ') said.pop_back();
    const auto value = domain::read_decimal(said, 2);
    if (value && *value <= 10'000) return static_cast<int>(*value);
  }
  wrong(node, "a percentage like \"5 %\" is due here");
}

std::vector<std::string> texts(const toml::node& node) {
  const auto* list = node.as_array();
  if (!list) wrong(node, "a list of texts is due here");
  std::vector<std::string> out;
  for (const auto& item : *list) out.push_back(text(item));
  return out;
}

std::string name(const toml::node& node) {
  auto said = text(node);
  if (said.find_first_not_of(' ') == said.npos) wrong(node, "a name is due here");
  return said;
}

std::string scale_port(const toml::node& node) {
  auto said = text(node);
  if (said != "hid" && !scales::port_opener(said, {}))
    wrong(node, "a port like /dev/ttyUSB0, usb:1-2, pty:/dev/pts/3 or hid is due here");
  return said;
}

std::string scale_profile(const toml::node& node) {
  auto said = text(node);
  if (scales::find_profile(said)) return said;
  std::string known;
  for (const auto& profile : scales::profiles())
    known += (known.empty() ? "" : ", ") + std::string(profile.id);
  wrong(node, "one of " + known + " is due here");
}

std::string media(const toml::node& node) {
  auto said = text(node);
  const auto cross = said.find('x');
  const auto millimetres = [](std::string_view side) {
    const auto read = domain::read_decimal(side, 2);
    return read && *read > 0;
  };
  const std::string_view all = said;
  if (!millimetres(all.substr(0, cross)) ||
      (cross != all.npos && !millimetres(all.substr(cross + 1))))
    wrong(node, "a size in millimetres like \"62x29\" is due here");
  return said;
}

int dpi(const toml::node& node) {
  const auto said = node.value_exact<std::int64_t>();
  if (said != 203 && said != 300) wrong(node, "dpi is one of 203, 300");
  return static_cast<int>(*said);
}

std::vector<std::string> papers(const toml::node& node) {
  auto said = texts(node);
  constexpr std::array<std::string_view, 5> known{"bag", "crate", "tare", "slip", "list"};
  for (const auto& paper : said)
    if (std::find(known.begin(), known.end(), paper) == known.end())
      wrong(node,
            "\"" + paper + "\" is nothing to print; one of bag, crate, tare, slip, list is due");
  return said;
}

std::string code_prefix(const toml::node& node) {
  auto said = text(node);
  if (said == "29") wrong(node, "29 is the prefix of Romaine's own bags");
  if (said.empty() || said.find_first_not_of("0123456789") != said.npos)
    wrong(node, "the first digits of a code, like \"21\", are due here");
  return said;
}

std::string code_digits(const toml::node& node) {
  auto said = text(node);
  std::string order = said;
  order.erase(std::unique(order.begin(), order.end()), order.end());
  constexpr std::size_t ean = 13;
  if (said.size() != ean || order != "PIWC" || said[ean - 2] == 'C')
    wrong(node,
          "the 13 places of a code are due here, like \"PPIIIIIWWWWWC\": P prefix, I item, "
          "W weight or price, C check digit");
  return said;
}

int rotation(const toml::node& node) {
  const auto said = number(node, 0, 270);
  if (said % 90 != 0) wrong(node, "one of 0, 90, 180, 270 is due here");
  return static_cast<int>(said);
}

std::string address(const toml::node& node) {
  auto said = text(node);
  while (said.ends_with('/')) said.pop_back();
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!said.starts_with(scheme) || said.size() == scheme.size()) continue;
    if (const auto fault = server::fault_of_address(said); !fault.empty())
      wrong(node, std::string(fault));
    return said;
  }
  wrong(node, "an address like \"https://foodsoft.example/f\" is due here");
}

bool open_to_all(const std::string& address) {
  constexpr std::string_view scheme = "http://";
  if (!address.starts_with(scheme)) return false;
  auto host = std::string_view(address).substr(scheme.size());
  host = host.substr(0, host.find('/'));
  if (host.starts_with("[::1]")) return false;
  host = host.substr(0, host.find(':'));
  const auto numeric = std::all_of(
      host.begin(), host.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '.'; });
  return host != "localhost" && !(numeric && host.starts_with("127."));
}

}  // namespace kiosk::setting
