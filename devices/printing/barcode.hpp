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

// station 0 to 9, serial above 0 (domain/bag.hpp); of one beyond eight digits the last eight.
std::string our_number(Bears what, int station, std::int64_t serial);
inline std::string bag_number(int station, std::int64_t serial) {
  return our_number(Bears::bag, station, serial);
}

// Modules of the symbol from left to right, bit 0 first; true is a bar. The quiet zones of 11
// modules at the left and 7 at the right are not in it.
inline constexpr int ean13_modules = 95;
inline constexpr int ean13_quiet_left = 11;
inline constexpr int ean13_quiet_right = 7;
domain::Result<std::bitset<ean13_modules>> ean13_bars(std::string_view digits);

}  // namespace printing
