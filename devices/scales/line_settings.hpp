// How a serial line is set, and parity in software: the kernel here checks none, so lines of 7 bits
// are opened as 8N1 and the parity bit is made and checked by us: the same bits on the wire
// (scales.md 0.2). Values and pure functions.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "devices/scales/decoder.hpp"

namespace scales {

enum class Parity { none, even, odd };

struct LineSettings {
  int baud = 9600;
  int bits = 8;
  Parity parity = Parity::none;
  int stop_bits = 1;
  bool operator==(const LineSettings&) const = default;
};

// "9600 7E1"
std::string text_of(const LineSettings& line);
std::optional<LineSettings> read_line_settings(std::string_view text);

// What is really set on the port: parity lines of 7 bits become 8 bits without parity.
LineSettings on_the_wire(const LineSettings& line);
// Which parity our code then keeps.
Parity software_parity(const LineSettings& line);

// 500 ms without a byte end a frame; 1.5 s at 1200 baud.
std::chrono::milliseconds frame_timeout(const LineSettings& line);

std::uint8_t add_parity(std::uint8_t byte, Parity parity);
bool parity_holds(std::uint8_t byte, Parity parity);

// Checks the parity of every byte and hands on 7 bits; a wrong one spoils its frame.
std::unique_ptr<Decoder> check_parity(Parity parity, std::unique_ptr<Decoder> inner);

}  // namespace scales
