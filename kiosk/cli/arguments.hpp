// What a value on the command line must look like; anything else is wrong usage.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>

namespace kiosk {

inline const CLI::Validator not_empty(
    [](const std::string& text) { return text.empty() ? "a path is due here" : std::string(); }, "",
    "not_empty");

// Digits that fit: a number that is too large would be read as the largest.
inline const CLI::Validator whole_number(
    [](const std::string& text) {
      const auto digits = text.starts_with('-') ? text.substr(1) : text;
      constexpr std::size_t most = 18;
      const bool good =
          !digits.empty() && digits.size() <= most &&
          std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
      return good ? std::string() : "\"" + text + "\" is no number that can be used here";
    },
    "", "whole_number");

}  // namespace kiosk
