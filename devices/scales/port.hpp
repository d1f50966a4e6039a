// A line to a scale, and how it is opened: a real serial port, or a plain pty. Used by one thread,
// that of listen(). Fakes and failing twins in tests/support/fake_port.hpp.
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>

#include "devices/scales/decoder.hpp"
#include "devices/scales/line_settings.hpp"
#include "domain/result.hpp"

namespace scales {

// Open as long as it lives; its destructor closes at once.
class Port {
 public:
  virtual ~Port() = default;
  // What has come, or what comes within `wait`; 0 where nothing did. device_gone once it is
  // unplugged, never later than `wait` after that.
  virtual domain::Result<std::size_t> read(std::span<std::uint8_t> into,
                                           std::chrono::milliseconds wait) = 0;
  // Does not wait for the bytes to leave.
  virtual domain::Result<void> write(Bytes bytes) = 0;
};

// Remembers which device it opened first, and opens that one again under whatever name it comes
// back.
class PortOpener {
 public:
  virtual ~PortOpener() = default;
  // device_gone, no_rights, busy or io, with a sentence.
  virtual domain::Result<std::unique_ptr<Port>> open() = 0;
  // Whether the line itself carries a parity bit that our code must make and check.
  virtual Parity parity() const = 0;
};

// "/dev/ttyUSB0", "usb:1-2" (the place on the bus), "pty:/dev/pts/3". Opens nothing yet; bad_value
// where the text is none of these.
domain::Result<std::unique_ptr<PortOpener>> port_opener(const std::string& port,
                                                        const LineSettings& line);

}  // namespace scales
