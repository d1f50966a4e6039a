#include "devices/scales/pty_port.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "devices/scales/port_errors.hpp"

namespace scales {

namespace {

class PtyPort final : public Port {
 public:
  PtyPort(int file, std::string path) : file_(file), path_(std::move(path)) {}
  ~PtyPort() override { ::close(file_); }
  PtyPort(const PtyPort&) = delete;
  PtyPort& operator=(const PtyPort&) = delete;

  domain::Result<std::size_t> read(std::span<std::uint8_t> into,
                                   std::chrono::milliseconds wait) override {
    pollfd watched{file_, POLLIN, 0};
    if (::poll(&watched, 1, static_cast<int>(wait.count())) <= 0) return std::size_t{0};
    const ssize_t count = ::read(file_, into.data(), into.size());
    if (count > 0) return static_cast<std::size_t>(count);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return std::size_t{0};
    return port_gone(path_);
  }

  domain::Result<void> write(Bytes bytes) override {
    const ssize_t count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno != EAGAIN && errno != EINTR) return port_gone(path_);
    return {};
  }

 private:
  int file_;
  std::string path_;
};

}  // namespace

domain::Result<std::unique_ptr<Port>> PtyOpener::open() {
  const int file = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return port_refused(path_, errno);
  auto port = std::make_unique<PtyPort>(file, path_);
  termios settings{};
  if (::tcgetattr(file, &settings) != 0)
    return domain::fail(domain::Fault::io, path_ + " is no terminal line; name a pty");
  ::cfmakeraw(&settings);
  if (::tcsetattr(file, TCSANOW, &settings) != 0) return port_refused(path_, errno);
  return port;
}

}  // namespace scales
