#include "devices/scales/port.hpp"

#include "devices/scales/pty_port.hpp"
#include "devices/scales/serial_port.hpp"

namespace scales {

domain::Result<std::unique_ptr<PortOpener>> port_opener(const std::string& port,
                                                        const LineSettings& line) {
  constexpr std::string_view pty = "pty:";
  if (port.starts_with(pty) && port.size() > pty.size() && port[pty.size()] == '/')
    return std::make_unique<PtyOpener>(port.substr(pty.size()));
  if (port.starts_with("/dev/") || (port.starts_with("usb:") && port.size() > 4))
    return std::make_unique<SerialOpener>(port, line);
  return domain::fail(domain::Fault::bad_value,
                      "\"" + port +
                          "\" is no port; write /dev/ttyUSB0, usb:1-2 or pty:/dev/pts/3 "
                          "(romaine scale list shows what is plugged in)");
}

}  // namespace scales
