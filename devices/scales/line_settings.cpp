#include "devices/scales/line_settings.hpp"

#include <bit>
#include <charconv>

namespace scales {

namespace {

constexpr std::string_view parity_letters = "NEO";

class ParityCheck final : public Decoder {
 public:
  ParityCheck(Parity parity, std::unique_ptr<Decoder> inner)
      : parity_(parity), inner_(std::move(inner)) {}
  void feed(Bytes bytes, Events& out) override {
    for (const std::uint8_t byte : bytes) {
      if (!parity_holds(byte, parity_)) {
        inner_->spoil(out);
        continue;
      }
      const std::uint8_t stripped = byte & 0x7FU;
      inner_->feed(Bytes(&stripped, 1), out);
    }
  }
  void spoil(Events& out) override { inner_->spoil(out); }
  void idle(Events& out) override { inner_->idle(out); }
  void forget() override { inner_->forget(); }

 private:
  Parity parity_;
  std::unique_ptr<Decoder> inner_;
};

}  // namespace

std::string text_of(const LineSettings& line) {
  return std::to_string(line.baud) + " " + std::to_string(line.bits) +
         parity_letters[static_cast<std::size_t>(line.parity)] + std::to_string(line.stop_bits);
}

std::optional<LineSettings> read_line_settings(std::string_view text) {
  LineSettings line;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line.baud);
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc{} || line.baud < 300 || line.baud > 230400) return std::nullopt;
  if (rest.size() != 4 || rest[0] != ' ' || (rest[1] != '7' && rest[1] != '8') ||
      (rest[3] != '1' && rest[3] != '2'))
    return std::nullopt;
  const auto parity = parity_letters.find(rest[2]);
  if (parity == parity_letters.npos) return std::nullopt;
  line.bits = rest[1] - '0';
  line.parity = static_cast<Parity>(parity);
  line.stop_bits = rest[3] - '0';
  return line;
}

LineSettings on_the_wire(const LineSettings& line) {
  LineSettings wire = line;
  if (software_parity(line) != Parity::none) {
    wire.bits = 8;
    wire.parity = Parity::none;
  }
  return wire;
}

Parity software_parity(const LineSettings& line) {
  return line.bits == 7 ? line.parity : Parity::none;
}

std::chrono::milliseconds frame_timeout(const LineSettings& line) {
  using std::chrono::milliseconds;
  return line.baud <= 1200 ? milliseconds(1500) : milliseconds(500);
}

std::uint8_t add_parity(std::uint8_t byte, Parity parity) {
  if (parity == Parity::none) return byte;
  const auto bare = static_cast<std::uint8_t>(byte & 0x7FU);
  const bool odd_ones = std::popcount(bare) % 2 == 1;
  const bool set = odd_ones == (parity == Parity::even);
  return static_cast<std::uint8_t>(set ? bare | 0x80U : bare);
}

bool parity_holds(std::uint8_t byte, Parity parity) { return add_parity(byte, parity) == byte; }

std::unique_ptr<Decoder> check_parity(Parity parity, std::unique_ptr<Decoder> inner) {
  if (parity == Parity::none) return inner;
  return std::make_unique<ParityCheck>(parity, std::move(inner));
}

}  // namespace scales
