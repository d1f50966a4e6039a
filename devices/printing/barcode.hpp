// Our numbers: EAN-13 "29 K S NNNNNNNN" and a check digit; K what bears it, S the station, N a
// serial. Prefix 29 is GS1's for use inside one house, so no shop's code is ever taken for ours.
// Pure.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/result.hpp"

namespace printing {

enum class Bears { bag = 0, crate = 1, tare = 2, slip = 3, list = 4 };

// GS1 check digit of 12 digits: weights 1 and 3 in turn from the left.
char check_digit(std::string_view twelve_digits);

// 13 digits, the last one right; else bad_value with a sentence.
domain::Result<void> check_ean13(std::string_view digits);

// station 0 to 9, serial above 0; of a serial beyond eight digits the last eight are taken.
std::string our_number(Bears what, int station, std::int64_t serial);
inline std::string bag_number(int station, std::int64_t serial) {
  return our_number(Bears::bag, station, serial);
}

// The serial after `last` at a moment given in seconds since 2026-01-01T00:00:00Z: the greater of
// last + 1 and that moment, so that a new folder or a restored backup never gives a number out
// again. Folding a station's entries in order of seq with their times gives each bag's serial anew.
std::int64_t next_serial(std::int64_t last, std::int64_t seconds_since_2026);

// Unix time of 2026-01-01T00:00:00Z.
inline constexpr std::int64_t first_second_of_2026 = 1'767'225'600;

// Modules of the symbol from left to right, bit 0 first; true is a bar. The quiet zones of 11
// modules at the left and 7 at the right are not in it.
inline constexpr int ean13_modules = 95;
inline constexpr int ean13_quiet_left = 11;
inline constexpr int ean13_quiet_right = 7;
domain::Result<std::bitset<ean13_modules>> ean13_bars(std::string_view digits);

}  // namespace printing
