// The input report of USB HID scales: [3] [status] [unit] [exponent] [LSB] [MSB]. Source: USB-IF
// HID Point of Sale Usage Tables 1.02, page 8Dh; scales.md 2.1 and 0.1. One feed() is one whole
// report.
#include "devices/scales/decoders/decoders.hpp"

namespace scales {

namespace {

constexpr std::uint8_t weight_report = 3;
constexpr std::uint8_t status_report = 4;
constexpr std::size_t weight_report_size = 6;
constexpr int largest_exponent = 6;
constexpr std::int64_t largest_value = 0x7FFF;

// Grams, kilograms, ounces, pounds; every other unit is refused.
std::optional<Unit> unit_of(std::uint8_t code) {
  switch (code) {
    case 2:
      return Unit::g;
    case 3:
      return Unit::kg;
    case 11:
      return Unit::oz;
    case 12:
      return Unit::lb;
    default:
      return std::nullopt;
  }
}

// A status that voids the value, whatever the report's other fields say.
std::optional<StatusError> error_of(std::uint8_t status) {
  switch (status) {
    case 1:
      return StatusError::fault;
    case 5:
      return StatusError::under_zero;
    case 6:
      return StatusError::overload;
    case 7:
      return StatusError::fault;  // needs calibration
    case 8:
      return StatusError::needs_zero;
    default:
      return std::nullopt;
  }
}

std::optional<bool> stable_of(std::uint8_t status) {
  switch (status) {
    case 2:
    case 4:
      return true;
    case 3:
      return false;
    default:
      return std::nullopt;
  }
}

ScaleEvent read_report(Bytes report) {
  const RejectEvent bad{Reason::bad_report, 0};
  if (report.size() >= 2 && report[0] == status_report) return InfoEvent{};
  if (report.size() < weight_report_size || report[0] != weight_report) return bad;
  const auto unit = unit_of(report[2]);
  if (const auto error = error_of(report[1])) {
    StatusEvent status;
    status.error = error;
    status.code = std::to_string(report[1]);
    status.unit = unit;
    return status;
  }
  const int exponent = static_cast<std::int8_t>(report[3]);
  std::int64_t value = report[4] + 256 * report[5];
  if (exponent > largest_exponent || value > largest_value) return bad;
  if (!unit) return RejectEvent{Reason::unknown_unit, 0};
  WeightEvent weight;
  for (int e = 0; e < exponent; ++e) value *= 10;
  weight.value = {value, exponent < 0 ? -exponent : 0};
  weight.unit = unit;
  weight.stable = stable_of(report[1]);
  return weight;
}

class HidReport final : public Decoder {
 public:
  void feed(Bytes bytes, Events& out) override { out.emplace_back(read_report(bytes)); }
  void spoil(Events&) override {}
  void idle(Events&) override {}
};

}  // namespace

std::unique_ptr<Decoder> make_hid_report(const DecoderSettings&) {
  return std::make_unique<HidReport>();
}

}  // namespace scales
