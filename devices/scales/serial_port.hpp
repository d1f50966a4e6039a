// Serial ports through libserialport: which there are, and one of them opened. Its behaviour on
// unplug and its flow control are the measured ones of scales.md 0.2 and platform.md II.1.
#pragma once

#include <optional>
#include <vector>

#include "devices/scales/port.hpp"

namespace scales {

struct PortInfo {
  std::string name;         // "/dev/ttyUSB0"
  std::string description;  // as the driver tells it
  std::string usb;          // place on the bus, "1-2"; empty: no USB port
  int vendor = -1;          // of USB ports
  int product = -1;
  std::string serial;
  std::string maker;
  std::string model;
};

std::vector<PortInfo> list_ports();

// Whether `candidate` is the adapter that `known` was: by serial number; by its place on the bus
// where it has none (two equal adapters); by name where it is no USB port.
bool same_adapter(const PortInfo& known, const PortInfo& candidate);

class SerialOpener final : public PortOpener {
 public:
  SerialOpener(std::string port, LineSettings line) : wanted_(std::move(port)), line_(line) {}
  domain::Result<std::unique_ptr<Port>> open() override;
  Parity parity() const override { return software_parity(line_); }

 private:
  // The port that is meant among those that are plugged in now.
  std::optional<PortInfo> find() const;

  std::string wanted_;
  LineSettings line_;
  std::optional<PortInfo> known_;  // from the first time it was open
};

}  // namespace scales
