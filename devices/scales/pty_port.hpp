// A plain termios line for ptys, which libserialport does not open: no speed, no parity, no modem
// signals, bytes as they are (contracts.md 3, pty:/dev/pts/N).
#pragma once

#include "devices/scales/port.hpp"

namespace scales {

class PtyOpener final : public PortOpener {
 public:
  explicit PtyOpener(std::string path) : path_(std::move(path)) {}
  domain::Result<std::unique_ptr<Port>> open() override;
  Parity parity() const override { return Parity::none; }

 private:
  std::string path_;
};

}  // namespace scales
