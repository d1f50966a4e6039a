// Runs another program for a test and gives what it printed; fails the test where it failed.
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

namespace support {

inline std::string output_of(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> part{};
  while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe))
    out.append(part.data(), got);
  CAPTURE(command);
  REQUIRE(::pclose(pipe) == 0);
  return out;
}

}  // namespace support
