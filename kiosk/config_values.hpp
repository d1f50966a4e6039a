// Readers of single settings of the configuration file: each gives the value or throws Wrong with
// the place it stands at. Used and caught by config.cpp only. Words and limits:
// docs/contracts.md 7.
#pragma once

#include <toml++/toml.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace kiosk::setting {

// A wrong value, with the place it stands at.
struct Wrong {
  std::string what;
  toml::source_region where;
};

[[noreturn]] void wrong(const toml::node& node, const std::string& what);

std::string text(const toml::node& node);
std::int64_t number(const toml::node& node, std::int64_t low, std::int64_t high);
bool flag(const toml::node& node);
// "2 %", "2.5 %": in 10^-4.
int percent(const toml::node& node);
std::vector<std::string> texts(const toml::node& node);

template <class T>
T one_of(const toml::node& node, std::initializer_list<std::pair<const char*, T>> words) {
  const auto said = text(node);
  std::string known;
  for (const auto& [word, value] : words) {
    if (said == word) return value;
    known += (known.empty() ? "" : ", ") + std::string(word);
  }
  wrong(node, "one of " + known + " is due here");
}

std::string name(const toml::node& node);           // a text that is not empty
std::string scale_port(const toml::node& node);     // usb:1-2, /dev/ttyUSB0, pty:/dev/pts/3, hid
std::string scale_profile(const toml::node& node);  // an id of 'scale profiles'
std::string media(const toml::node& node);          // "62x29", or "62" on a roll; millimetres
int dpi(const toml::node& node);                    // 203 or 300
// What a printer is for: a list of bag, crate, tare, slip, list.
std::vector<std::string> papers(const toml::node& node);
// Of a producer's code: its first digits, but for 29, and the places of its 13 digits,
// "PPIIIIIWWWWWC": prefix, item, weight or price, check digit.
std::string code_prefix(const toml::node& node);
std::string code_digits(const toml::node& node);
// A turn of a label on its media: 0, 90, 180 or 270.
int rotation(const toml::node& node);

// https, or http; anything else is no server's address.
std::string address(const toml::node& node);
// http to another machine than this one: passwords would travel in the open.
bool open_to_all(const std::string& address);

}  // namespace kiosk::setting
