// Opens a port as a scale's thread does, writes all 256 byte values, and prints as hex what comes
// back until 256 bytes are here: port_probe PORT "9600 8N1".
#include <array>
#include <chrono>
#include <cstdio>
#include <numeric>

#include "devices/scales/port.hpp"

int main(int argc, char** argv) {
  const auto line = argc == 3 ? scales::read_line_settings(argv[2]) : std::nullopt;
  if (!line) return 2;
  const auto opener = scales::port_opener(argv[1], *line);
  if (!opener) return 2;
  const auto port = (*opener)->open();
  if (!port) {
    std::fprintf(stderr, "%s\n", port.error().detail.c_str());
    return 1;
  }
  std::array<std::uint8_t, 256> all{};
  std::iota(all.begin(), all.end(), std::uint8_t{0});
  if (!(*port)->write(all)) return 1;
  std::size_t total = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (total < all.size() && std::chrono::steady_clock::now() < end) {
    std::array<std::uint8_t, 64> buffer{};
    const auto count = (*port)->read(buffer, std::chrono::milliseconds(50));
    if (!count) return 1;
    for (std::size_t i = 0; i < *count; ++i) std::printf("%02x", buffer[i]);
    total += *count;
  }
  std::printf("\n");
  return 0;
}
