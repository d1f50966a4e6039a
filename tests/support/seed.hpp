// Seeds of random tests: --rng-seed N where given, else a new one each time. The seed is part of
// the failure's message.
#pragma once

#include <catch2/catch.hpp>
#include <random>

namespace support {

inline std::uint32_t fresh_seed() {
  return Catch::rngSeed() != 0 ? Catch::rngSeed() : std::random_device{}();
}

}  // namespace support
