#include "devices/scales/serial_port.hpp"

#include <libserialport.h>
#include <sys/file.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <thread>

#include "devices/scales/port_errors.hpp"

namespace scales {

namespace {

using domain::Result;

struct FreePort {
  void operator()(sp_port* port) const { sp_free_port(port); }
};
struct ClosePort {
  void operator()(sp_port* port) const {
    sp_close(port);
    sp_free_port(port);
  }
};
struct FreeEvents {
  void operator()(sp_event_set* events) const { sp_free_event_set(events); }
};
struct FreeList {
  void operator()(sp_port** list) const { sp_free_port_list(list); }
};
using OpenPort = std::unique_ptr<sp_port, ClosePort>;

std::string text_or_empty(const char* text) { return text ? text : ""; }

// "1-2" or "1-2.4" out of /sys/class/tty/NAME -> …/usb1/1-2/1-2:1.0/ttyUSB0/tty/ttyUSB0.
std::string place_on_bus(const std::string& name) {
  std::error_code error;
  const auto link = std::filesystem::read_symlink(
      std::filesystem::path("/sys/class/tty") / std::filesystem::path(name).filename(), error);
  std::string place;
  for (const auto& part : link) {
    const std::string text = part.string();
    const bool is_place = text.find('-') != text.npos &&
                          text.find_first_not_of("0123456789-.") == text.npos &&
                          text.front() != '-' && text.back() != '-';
    if (is_place) place = text;
  }
  return place;
}

PortInfo info_of(const sp_port* port) {
  PortInfo info;
  info.name = text_or_empty(sp_get_port_name(port));
  info.description = text_or_empty(sp_get_port_description(port));
  if (sp_get_port_transport(port) != SP_TRANSPORT_USB) return info;
  sp_get_port_usb_vid_pid(port, &info.vendor, &info.product);
  info.serial = text_or_empty(sp_get_port_usb_serial(port));
  info.maker = text_or_empty(sp_get_port_usb_manufacturer(port));
  info.model = text_or_empty(sp_get_port_usb_product(port));
  info.usb = place_on_bus(info.name);
  return info;
}

sp_parity parity_of(Parity parity) {
  switch (parity) {
    case Parity::even:
      return SP_PARITY_EVEN;
    case Parity::odd:
      return SP_PARITY_ODD;
    case Parity::none:
      break;
  }
  return SP_PARITY_NONE;
}

// False where the driver refuses one of them. Flow control comes last and always: libserialport
// leaves XON/XOFF on, and 11h and 13h would vanish.
bool set_line(sp_port* port, const LineSettings& line) {
  const LineSettings wire = on_the_wire(line);
  return sp_set_baudrate(port, wire.baud) == SP_OK && sp_set_bits(port, wire.bits) == SP_OK &&
         sp_set_parity(port, parity_of(wire.parity)) == SP_OK &&
         sp_set_stopbits(port, wire.stop_bits) == SP_OK &&
         sp_set_flowcontrol(port, SP_FLOWCONTROL_NONE) == SP_OK;
}

// libserialport 0.1.1 opens a port that another program has open; false where one that asks did.
bool claim(const sp_port* port) {
  int file = -1;
  if (sp_get_port_handle(port, &file) != SP_OK) return false;
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) return false;
  return ::ioctl(file, TIOCEXCL) == 0;
}

class SerialPort final : public Port {
 public:
  explicit SerialPort(OpenPort port) : port_(std::move(port)) {
    sp_event_set* events = nullptr;
    domain::ensure(sp_new_event_set(&events) == SP_OK, "memory for an event set");
    events_.reset(events);
    sp_add_port_events(events, port_.get(), SP_EVENT_RX_READY);
  }

  Result<std::size_t> read(std::span<std::uint8_t> into, std::chrono::milliseconds wait) override {
    sp_wait(events_.get(), static_cast<unsigned>(wait.count()));
    // The only call that tells of an unplugged adapter: waiting and reading go on as if nothing
    // were.
    const int waiting = sp_input_waiting(port_.get());
    if (waiting < 0) return port_gone(name());
    if (waiting == 0) return std::size_t{0};
    const int count = sp_nonblocking_read(port_.get(), into.data(), into.size());
    if (count < 0) return port_gone(name());
    return static_cast<std::size_t>(count);
  }

  Result<void> write(Bytes bytes) override {
    if (sp_nonblocking_write(port_.get(), bytes.data(), bytes.size()) < 0) return port_gone(name());
    return {};
  }

 private:
  std::string name() const { return text_or_empty(sp_get_port_name(port_.get())); }
  OpenPort port_;
  std::unique_ptr<sp_event_set, FreeEvents> events_;
};

Result<OpenPort> open_port(const std::string& name, const LineSettings& line) {
  sp_port* found = nullptr;
  if (sp_get_port_by_name(name.c_str(), &found) != SP_OK) return port_gone(name);
  std::unique_ptr<sp_port, FreePort> closed(found);
  if (sp_open(closed.get(), SP_MODE_READ_WRITE) != SP_OK)
    return port_refused(name, sp_last_error_code());
  OpenPort port(closed.release());
  if (!claim(port.get())) return port_refused(name, EBUSY);
  if (!set_line(port.get(), line))
    return domain::fail(domain::Fault::io, "The port " + name +
                                               " does not take the line settings " + text_of(line) +
                                               "; try another adapter");
  sp_flush(port.get(), SP_BUF_INPUT);
  return port;
}

}  // namespace

std::vector<PortInfo> list_ports() {
  sp_port** found = nullptr;
  if (sp_list_ports(&found) != SP_OK) return {};
  const std::unique_ptr<sp_port*, FreeList> owner(found);
  std::vector<PortInfo> ports;
  for (sp_port** port = found; *port; ++port) ports.push_back(info_of(*port));
  std::sort(ports.begin(), ports.end(),
            [](const PortInfo& a, const PortInfo& b) { return a.name < b.name; });
  return ports;
}

bool same_adapter(const PortInfo& known, const PortInfo& candidate) {
  if (known.vendor < 0 || candidate.vendor < 0)
    return known.vendor == candidate.vendor && known.name == candidate.name;
  if (known.vendor != candidate.vendor || known.product != candidate.product) return false;
  if (!known.serial.empty() || !candidate.serial.empty()) return known.serial == candidate.serial;
  return known.usb == candidate.usb;
}

std::optional<PortInfo> SerialOpener::find() const {
  constexpr std::string_view by_place = "usb:";
  const auto ports = list_ports();
  const auto meant = [&](const PortInfo& port) {
    if (known_) return same_adapter(*known_, port);
    if (wanted_.starts_with(by_place)) return port.usb == wanted_.substr(by_place.size());
    return port.name == wanted_;
  };
  std::optional<PortInfo> found;
  for (const PortInfo& port : ports) {
    if (!meant(port)) continue;
    // Cheap adapters share one serial number: then the old place on the bus decides.
    if (!found || (known_ && port.usb == known_->usb)) found = port;
  }
  return found;
}

Result<std::unique_ptr<Port>> SerialOpener::open() {
  const auto found = find();
  // A port that the list leaves out may still be opened by its name, the first time.
  if (!found && (known_ || wanted_.starts_with("usb:"))) return port_gone(wanted_);
  const std::string name = found ? found->name : wanted_;
  auto port = open_port(name, line_);
  if (!port) return tl::unexpected(port.error());
  known_ = found ? *found : info_of(port->get());
  return std::make_unique<SerialPort>(std::move(*port));
}

}  // namespace scales
