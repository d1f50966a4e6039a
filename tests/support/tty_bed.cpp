// A serial adapter that is not there: a pty that a mocked sysfs shows as ttyUSB, to be plugged,
// unplugged and brought back under another name. Run under umockdev-wrapper. Prints "root DIR" (the
// program under test gets it as UMOCKDEV_DIR), then obeys lines on stdin, each answered by one
// line:
//   plug NAME SERIAL    unplug    reply HEX (to everything that is heard; nothing: silence)
//   send HEX            echo      heard (all bytes since the last time, as hex)
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/stat.h>
#include <termios.h>
#include <umockdev.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

namespace {

constexpr const char* usb_device = "/devices/pci0000:00/0000:00:14.0/usb1/1-2";

std::string description(const std::string& name, const std::string& serial) {
  const std::string device = usb_device;
  const std::string port = device + "/1-2:1.0/" + name;
  return "P: " + port + "/tty/" + name + "\nE: DEVNAME=/dev/" + name +
         "\nE: MAJOR=188\nE: MINOR=0\nE: SUBSYSTEM=tty\nA: dev=188:0\\n\nL: device=../../../" +
         name + "\n\nP: " + port + "\nE: DRIVER=ftdi_sio\nE: SUBSYSTEM=usb-serial\n\nP: " + device +
         "/1-2:1.0\nE: DEVTYPE=usb_interface\nE: SUBSYSTEM=usb\n\nP: " + device +
         "\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\nE: BUSNUM=001\nE: DEVNUM=005\n"
         "A: busnum=1\\n\nA: devnum=5\\n\nA: idVendor=0403\\n\nA: idProduct=6001\\n\n"
         "A: manufacturer=FTDI\\n\nA: product=FT232R USB UART\\n\nA: serial=" +
         serial + "\\n\n";
}

std::string to_hex(const std::string& bytes) {
  std::string text;
  for (const char byte : bytes) {
    std::array<char, 3> pair{};
    std::snprintf(pair.data(), pair.size(), "%02x", static_cast<unsigned char>(byte));
    text += pair.data();
  }
  return text;
}

std::string from_hex(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    bytes.push_back(static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16)));
  return bytes;
}

class Bed {
 public:
  Bed() : testbed_(umockdev_testbed_new()), root_(umockdev_testbed_get_root_dir(testbed_)) {
    add("P: /devices/pci0000:00/0000:00:14.0/usb1\nE: SUBSYSTEM=usb\n");
    ::mkdir((root_ + "/dev").c_str(), 0755);
  }
  ~Bed() {
    if (master_ >= 0) unplug();
    g_object_unref(testbed_);
  }
  Bed(const Bed&) = delete;
  Bed& operator=(const Bed&) = delete;

  const std::string& root() const { return root_; }
  int master() const { return master_; }

  // The node is a link of our own: umockdev cannot plug its own node twice.
  void plug(const std::string& name, const std::string& serial) {
    int slave = -1;
    std::array<char, 64> path{};
    if (::openpty(&master_, &slave, path.data(), nullptr, nullptr) != 0) throw "openpty";
    termios raw{};
    ::tcgetattr(slave, &raw);
    ::cfmakeraw(&raw);
    ::tcsetattr(slave, TCSANOW, &raw);
    ::close(slave);
    // Or the program under test would inherit it, and see no hangup.
    ::fcntl(master_, F_SETFD, FD_CLOEXEC);
    name_ = name;
    if (::symlink(path.data(), node().c_str()) != 0) throw "symlink";
    add(description(name, serial));
  }

  void unplug() {
    ::unlink(node().c_str());
    ::close(master_);
    master_ = -1;
    const std::string device = std::string("/sys") + usb_device;
    for (const auto& path : {device + "/1-2:1.0/" + name_ + "/tty/" + name_,
                             device + "/1-2:1.0/" + name_, device + "/1-2:1.0", device})
      umockdev_testbed_remove_device(testbed_, path.c_str());
    // umockdev leaves this link behind and then stumbles over it.
    ::unlink((root_ + "/sys/dev/char/188:0").c_str());
  }

  void send(const std::string& bytes) {
    if (master_ >= 0 && ::write(master_, bytes.data(), bytes.size()) < 0) std::perror("send");
  }

  // Takes what the program wrote, and answers it.
  void listen() {
    std::array<char, 512> buffer{};
    const ssize_t count = ::read(master_, buffer.data(), buffer.size());
    if (count <= 0) return;
    const std::string bytes(buffer.data(), static_cast<std::size_t>(count));
    heard_ += bytes;
    send(echo_ ? bytes : reply_);
  }

  std::string obey(const std::string& line) {
    std::istringstream words(line);
    std::string command;
    std::string first;
    std::string second;
    words >> command >> first >> second;
    if (command == "plug") return plug(first, second), "plugged " + first;
    if (command == "unplug") return unplug(), "unplugged";
    if (command == "send") return send(from_hex(first)), "sent";
    if (command == "reply") return reply_ = from_hex(first), "replies";
    if (command == "echo") return echo_ = true, "echoes";
    if (command == "heard") return "heard " + to_hex(std::exchange(heard_, {}));
    return "unknown";
  }

 private:
  std::string node() const { return root_ + "/dev/" + name_; }
  void add(const std::string& text) {
    GError* error = nullptr;
    if (umockdev_testbed_add_from_string(testbed_, text.c_str(), &error)) return;
    std::cerr << error->message << '\n';
    throw "testbed";
  }

  UMockdevTestbed* testbed_;
  std::string root_;
  std::string name_;
  int master_ = -1;
  std::string reply_;
  std::string heard_;
  bool echo_ = false;
};

}  // namespace

int main() {
  Bed bed;
  std::cout << "root " << bed.root() << std::endl;
  std::string pending;
  while (true) {
    std::array<pollfd, 2> watched{{{STDIN_FILENO, POLLIN, 0}, {bed.master(), POLLIN, 0}}};
    ::poll(watched.data(), watched.size(), 1000);
    if ((watched[1].revents & POLLIN) != 0)
      bed.listen();
    else if (watched[1].revents != 0)
      ::usleep(10'000);  // nobody has the port open: the pty says so without end
    if (watched[0].revents == 0) continue;
    std::array<char, 1024> buffer{};
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count <= 0) return 0;
    pending.append(buffer.data(), static_cast<std::size_t>(count));
    for (auto end = pending.find('\n'); end != pending.npos; end = pending.find('\n')) {
      std::cout << bed.obey(pending.substr(0, end)) << std::endl;
      pending.erase(0, end + 1);
    }
  }
}
